import { expect, type Locator, type Page } from '@playwright/test';

/** The administrator's settings. */
export class SettingsPage {
  readonly operatorName: Locator;
  readonly voice: Locator;
  readonly countryCode: Locator;
  readonly stableFrom: Locator;
  readonly slowFibre: Locator;
  readonly slowWireless: Locator;
  readonly jitter: Locator;
  readonly save: Locator;

  constructor(readonly page: Page) {
    this.operatorName = page.getByLabel('Nombre del proveedor');
    this.voice = page.getByLabel('Idioma y trato de los mensajes a clientes');
    this.countryCode = page.getByLabel('Código de país');
    this.stableFrom = page.getByLabel('Mínimo respondido para «Estable»');
    this.slowFibre = page.getByLabel('Lenta en fibra, ms');
    this.slowWireless = page.getByLabel('Lenta en radioenlace, ms');
    this.jitter = page.getByLabel('Variación alta, ms');
    this.save = page.getByRole('button', { name: 'Guardar' });
  }

  async open(): Promise<void> {
    await this.page.goto('/settings');
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Ajustes');
    await expect(this.save).toBeEnabled();
  }

  /** Saves, and waits until it is said to be saved. */
  async saves(): Promise<void> {
    await this.save.click();
    await expect(this.page.getByRole('status')).toHaveText(
      'Guardado. Las próximas mediciones usan estos valores.',
    );
  }
}
