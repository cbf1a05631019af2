import { expect, type Locator, type Page } from '@playwright/test';

/** The accounts, as an administrator sees them. */
export class PeoplePage {
  readonly invite: Locator;
  readonly dialog: Locator;
  readonly link: Locator;
  readonly told: Locator;

  constructor(readonly page: Page) {
    this.invite = page.getByRole('button', { name: 'Invitar' });
    this.dialog = page.getByRole('dialog');
    this.link = page.getByTestId('link');
    this.told = page.locator('main').getByRole('status').first();
  }

  async open(): Promise<void> {
    await this.page.goto('/users');
    await expect(this.page.getByTestId('user').first()).toBeVisible();
  }

  person(email: string): Locator {
    return this.page.locator(`[data-testid=user][data-email="${email}"]`);
  }

  /** Opens what can be done about somebody, and does one thing of it. */
  async does(email: string, action: string): Promise<void> {
    await this.person(email)
      .getByRole('button', { name: /^Acciones para / })
      .click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** Invites somebody and answers the link, which is shown this once. */
  async invites(name: string, email: string, role: string): Promise<string> {
    await this.invite.click();
    await this.dialog.getByLabel('Nombre').fill(name);
    await this.dialog.getByLabel('Correo').fill(email);
    await this.dialog.getByLabel('Rol').selectOption(role);
    await this.dialog.getByRole('button', { name: 'Crear enlace' }).click();
    return this.readsLink();
  }

  async readsLink(): Promise<string> {
    await expect(this.link).toHaveValue(/\/welcome#[\w-]{43}$/);
    const link = await this.link.inputValue();
    await this.dialog.getByRole('button', { name: 'Listo' }).click();
    await expect(this.dialog).toHaveCount(0);
    return link;
  }
}

/** Where a link leads: the choice of a password. */
export class WelcomePage {
  readonly password: Locator;
  readonly submit: Locator;

  constructor(readonly page: Page) {
    this.password = page.locator('input[name=password]');
    this.submit = page.getByRole('button', { name: 'Guardar y entrar' });
  }

  async chooses(password: string): Promise<void> {
    await this.password.fill(password);
    await this.submit.click();
  }
}

export const uniqueEmail = (name: string) =>
  `${name}-${Math.random().toString(36).slice(2, 10)}@stories.example`;
