import type { Browser, Page } from '@playwright/test';
import { makeAccount, signIn } from './accounts';
import { expect, test } from './fixtures';
import type { Guard } from './guard';
import { SignInPage } from './sign-in-page';

const PASSWORD = 'la vaca come pasto';

type Her = { email: string; password: string };

/** A browser of her own, with nothing remembered but the session. */
async function browserOf(browser: Browser, guard: Guard, her: Her | null): Promise<Page> {
  const storageState = her === null ? undefined : await signIn(her);
  const context = await browser.newContext({ baseURL: process.env.BASE_URL, storageState });
  await guard.watch(context);
  return context.newPage();
}

test('language, colours and zone follow a person to another browser, and the header changes only one', async ({
  browser,
  guard,
}) => {
  const her = await makeAccount('Nora Paz', 'agent');
  const first = await browserOf(browser, guard, her);
  await first.goto('/profile');
  await first.getByRole('combobox', { name: 'Zona horaria' }).selectOption('Asia/Tokyo');
  await expect(first.getByText('Guardado')).toBeVisible();
  await first.getByRole('combobox', { name: 'Tema' }).selectOption('dark');
  await expect(first.locator('html')).toContainClass('dark');
  await first.getByRole('combobox', { name: 'Idioma' }).selectOption('en');
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('My profile');

  const second = await browserOf(browser, guard, null);
  const door = new SignInPage(second);
  await door.open('?callbackUrl=%2Fprofile');
  await door.signIn(her.email, her.password);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('My profile');
  await expect(second.locator('html')).toContainClass('dark');
  await expect(second.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Asia/Tokyo');

  await second.getByRole('button', { name: 'Language' }).click();
  await second.getByRole('menuitemradio', { name: 'Português' }).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Meu perfil');
  await second.reload();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Meu perfil');
  await first.reload();
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('My profile');
});

test('a new password needs the present one, and ends the session on another device', async ({
  browser,
  guard,
}) => {
  guard.allow(/status of 40[01] /);
  const her = await makeAccount('Nora Paz', 'agent');
  const here = await browserOf(browser, guard, her);
  const there = await browserOf(browser, guard, her);
  await here.goto('/profile');
  await expect(here.getByTestId('session')).toHaveCount(2);
  await here.getByLabel('Contraseña actual').fill('not my password');
  await here.getByLabel('Contraseña nueva').fill(PASSWORD);
  await here.getByRole('button', { name: 'Cambiar contraseña' }).click();
  await expect(here.getByText('Esta no es su contraseña actual.')).toBeVisible();
  await here.getByLabel('Contraseña actual').fill(her.password);
  await here.getByRole('button', { name: 'Cambiar contraseña' }).click();
  await expect(here.getByText('Contraseña cambiada; se cerró otra sesión.')).toBeVisible();
  await expect(here.getByTestId('session')).toHaveCount(1);
  expect((await there.request.get('/api/v1/profile/')).status()).toBe(401);
  expect((await here.request.get('/api/v1/profile/')).status()).toBe(200);
  await signIn({ email: her.email, password: PASSWORD });
});

test('own sessions are seen with their device, and each can be ended from here', async ({
  browser,
  guard,
}) => {
  const her = await makeAccount('Nora Paz', 'technician');
  const here = await browserOf(browser, guard, her);
  await signIn(her);
  await signIn(her);
  await signIn(her);
  await here.goto('/');
  await here.getByRole('button', { name: 'Cuenta de Nora Paz' }).click();
  await here.getByRole('menuitem', { name: 'Mi perfil' }).click();
  const sessions = here.getByTestId('session');
  await expect(sessions).toHaveCount(4);
  await expect(sessions.filter({ hasText: 'esta sesión' })).toHaveCount(1);
  await expect(sessions.filter({ hasText: '127.0.0.1' })).toHaveCount(4);
  await here
    .getByRole('button', { name: /^Cerrar la sesión de / })
    .first()
    .click();
  await expect(sessions).toHaveCount(3);
  await here.getByRole('button', { name: 'Cerrar las otras 2 sesiones' }).click();
  await expect(sessions).toHaveCount(1);
  await expect(sessions).toContainText('esta sesión');
});

test('a name is changed where everybody reads it', async ({ browser, guard }) => {
  const her = await makeAccount('Nora Paz', 'agent');
  const here = await browserOf(browser, guard, her);
  await here.goto('/profile');
  await here.getByRole('textbox', { name: 'Nombre' }).fill('');
  await here.getByRole('button', { name: 'Guardar nombre' }).click();
  await expect(here.getByRole('textbox', { name: 'Nombre' })).toHaveAttribute('aria-invalid', 'true');
  await here.getByRole('textbox', { name: 'Nombre' }).fill('Nora Paz Mejía');
  await here.getByRole('button', { name: 'Guardar nombre' }).click();
  await expect(here.getByRole('button', { name: 'Cuenta de Nora Paz Mejía' })).toBeVisible();
});
