import { Secret, TOTP } from 'otpauth';
import AxeBuilder from '@axe-core/playwright';
import { makeAccount } from './accounts';
import { expect, test } from './fixtures';
import { PeoplePage } from './people-page';
import { SignInPage } from './sign-in-page';

const REFUSED = /status of 40[01] /;
const STEP_MS = 30_000;
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + steps * STEP_MS,
  });

/** The code before the present one, when it will still be that when it arrives; the present one is for later. */
async function codeBefore(secret: string): Promise<string> {
  await expect.poll(() => Date.now() % STEP_MS).toBeLessThan(STEP_MS - 8000);
  return codeOf(secret, -1);
}

test('somebody sets up the second step, is asked for it, and comes in with a code or a recovery code', async ({
  page,
  guard,
}) => {
  test.slow();
  guard.allow(REFUSED);
  const { email, password } = await makeAccount('second-step', 'agent');
  const door = new SignInPage(page);
  await door.open('?callbackUrl=/profile');
  await door.signIn(email, password);
  const section = page.getByRole('region', { name: 'Verificación en dos pasos' });
  await section.getByRole('button', { name: 'Configurar' }).click();
  await expect(section.getByRole('img', { name: /QR/ })).toBeVisible();
  const secret = await section.getByTestId('totp-secret').innerText();
  const code = section.getByLabel('Código que muestra la aplicación');
  await code.fill('000000');
  await code.press('Enter');
  await expect(section).toContainText('Este código no es el de ahora');
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);
  await code.fill(await codeBefore(secret));
  await code.press('Enter');
  await expect(section.getByTestId('recovery-code')).toHaveCount(10);
  const [first = ''] = await section.getByTestId('recovery-code').allInnerTexts();
  await section.getByRole('button', { name: 'Ya los guardé' }).click();
  await expect(section).toContainText('Le quedan 10 códigos de recuperación.');

  await page.context().clearCookies();
  await door.open();
  await door.signIn(email, password);
  const field = page.getByLabel('Código de la aplicación');
  await expect(field).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await field.fill('111111');
  await field.press('Enter');
  await expect(door.refusal).toContainText('Este código no es correcto');
  await expect(field).toBeFocused();
  await field.fill(codeOf(secret));
  await field.press('Enter');
  await expect(page).toHaveURL('/');

  await page.context().clearCookies();
  await door.open();
  await door.signIn(email, password);
  await page.getByRole('button', { name: 'No tengo el teléfono' }).click();
  await page.getByLabel('Código de recuperación').fill(first.toUpperCase());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/');
  await page.goto('/profile');
  await expect(section).toContainText('Le quedan 9 códigos de recuperación.');
  await section.getByRole('button', { name: 'Apagar' }).click();
  await section.getByLabel('Contraseña o código de la aplicación').fill(password);
  await section.getByRole('button', { name: 'Apagar la verificación' }).click();
  await expect(section).toContainText('Apagada');
});

test('an administrator whose list was open before finds it there on coming back, and resets it', async ({
  page,
  team,
}) => {
  const { email, password } = await makeAccount('second-step', 'agent');
  const admin = (await team.desk('admin')).page;
  const people = new PeoplePage(admin);
  await people.open();
  await expect(people.person(email)).toBeVisible();
  const door = new SignInPage(page);
  await door.open('?callbackUrl=/profile');
  await door.signIn(email, password);
  const section = page.getByRole('region', { name: 'Verificación en dos pasos' });
  await section.getByRole('button', { name: 'Configurar' }).click();
  const secret = await section.getByTestId('totp-secret').innerText();
  await section.getByLabel('Código que muestra la aplicación').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await section.getByRole('button', { name: 'Ya los guardé' }).click();
  await admin.getByRole('link', { name: 'Historial' }).click();
  await expect(admin).toHaveURL(/\/history/);
  await admin.getByRole('link', { name: 'Personas' }).click();
  await expect(people.person(email)).toContainText('Dos pasos');
  await people.does(email, 'Restablecer su verificación en dos pasos');
  await expect(people.told).toContainText('puede entrar solo con la contraseña');
  await page.reload();
  await expect(section).toContainText('Apagada');
});

test('the second step is asked for over a page whose session has ended, too', async ({ page, guard }) => {
  guard.allow(REFUSED);
  const { email, password } = await makeAccount('second-step', 'agent');
  const door = new SignInPage(page);
  await door.open('?callbackUrl=/profile');
  await door.signIn(email, password);
  const section = page.getByRole('region', { name: 'Verificación en dos pasos' });
  await section.getByRole('button', { name: 'Configurar' }).click();
  const secret = await section.getByTestId('totp-secret').innerText();
  await section.getByLabel('Código que muestra la aplicación').fill(await codeBefore(secret));
  await page.keyboard.press('Enter');
  await section.getByRole('button', { name: 'Ya los guardé' }).click();
  const name = page.locator('input[name=name]');
  await name.fill('Escrito y no guardado');
  await page.context().clearCookies();
  const dialog = page.getByRole('dialog', { name: 'Entrar otra vez' });
  await expect(dialog).toBeVisible({ timeout: 30_000 });
  await dialog.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Código de la aplicación').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(name).toHaveValue('Escrito y no guardado');
});
