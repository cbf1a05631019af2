import type { Locator, Page } from '@playwright/test';
import { accountOf } from './accounts';
import { Desk } from './desk';
import { expect, test } from './fixtures';
import { LinePage } from './line-page';

const REFUSED = /status of 401 /;

/** The sign-in over a page. */
class DoorOverPage {
  readonly dialog: Locator;
  readonly email: Locator;
  readonly refusal: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Entrar otra vez' });
    this.email = this.dialog.locator('input[name=email]');
    this.refusal = this.dialog.getByRole('alert');
  }

  async signIn(password: string): Promise<void> {
    await this.dialog.locator('input[name=password]').fill(password);
    await this.dialog.getByRole('button', { name: 'Entrar', exact: true }).click();
  }
}

test('when the session ends, signing in again happens over the page, and nothing typed is lost', async ({
  page,
  desk,
  guard,
}) => {
  guard.allow(REFUSED);
  await desk.open('/services/3112345');
  const line = new LinePage(page);
  await line.note.fill('Llama otra vez a las cinco');
  await page.context().clearCookies();
  const door = new DoorOverPage(page);
  await expect(door.dialog, 'the page finds out by itself').toBeVisible();
  await expect(door.dialog).toContainText('La sesión terminó.');
  await desk.press('Escape');
  await expect(door.email, 'and cannot be waved away').toHaveValue(desk.account.email);

  await door.signIn('not the password');
  await expect(door.refusal).toHaveText('Correo o contraseña incorrectos. Revíselos e intente otra vez.');
  await door.signIn(desk.account.password);
  await expect(door.dialog).toHaveCount(0);
  await expect(line.note).toHaveValue('Llama otra vez a las cinco');
  await line.note.press('Control+Enter');
  await expect(line.notes.filter({ hasText: 'Llama otra vez a las cinco' })).toBeVisible();
});

test('somebody else who signs in over the page finds nothing of it', async ({ page, desk, guard }) => {
  guard.allow(REFUSED);
  await desk.open('/services/3122345');
  await new LinePage(page).note.fill('Solo para mí');
  await page.context().clearCookies();
  const { email, password } = accountOf('supervisor');
  const door = new DoorOverPage(page);
  await door.email.fill(email);
  await door.signIn(password);
  await expect(page).toHaveURL('/');
  await new Desk(page, accountOf('supervisor')).isAlive();
  await expect(page.getByRole('button', { name: 'Cuenta de Sofía Herrera' })).toBeVisible();
  await expect(page.getByTestId('service-card')).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Solo para mí');
});
