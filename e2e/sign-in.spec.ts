import { accountOf } from './accounts';
import { expectRefusal } from './api-client';
import { Desk } from './desk';
import { expect, test } from './fixtures';
import { SignInPage } from './sign-in-page';

const { email, password } = accountOf('agent');
const REFUSED = /status of 401 /;

test('a wrong password is refused with one message, and the email stays', async ({ page, guard }) => {
  guard.allow(REFUSED);
  const door = new SignInPage(page);
  await door.open();
  const place = await door.submit.boundingBox();
  await door.signIn(email, 'not the password');
  await expect(door.refusal).toHaveCount(1);
  await expect(door.refusal).toHaveText('Correo o contraseña incorrectos. Revíselos e intente otra vez.');
  await expect(door.email).toHaveValue(email);
  await expect(door.password).toBeFocused();
  await expect(door.submit).toBeEnabled();
  expect(await door.submit.boundingBox(), 'what it says moves nothing under the pointer').toEqual(place);
  await expect(page).toHaveURL('/sign-in');
});

test('an unknown email is refused with the same words as a wrong password', async ({ page, guard }) => {
  guard.allow(REFUSED);
  const door = new SignInPage(page);
  await door.open();
  await door.signIn('nobody@pulso.demo', password);
  await expect(door.refusal).toHaveText('Correo o contraseña incorrectos. Revíselos e intente otra vez.');
});

test('after too many tries the page says how long to wait, and then lets the next one be made', async ({
  page,
  guard,
}) => {
  guard.allow(/status of 429 /);
  await page.clock.install();
  const door = new SignInPage(page);
  await door.open();
  const path = '**/api/auth/callback/credentials';
  await page.route(path, (route) =>
    route.fulfill({ status: 429, headers: { 'retry-after': '90' }, json: {} }),
  );
  await door.signIn(email, 'not the password');
  await expect(door.refusal).toHaveText('Demasiados intentos. Espere un momento y pruebe otra vez.');
  await expect(door.submit).toHaveText(/^Espere 1:(30|2\d)$/);
  await expect(door.submit).toBeDisabled();
  await page.clock.runFor(45_000);
  await expect(door.submit).toHaveText(/^Espere 0:[1-4]\d$/);
  await page.clock.runFor(60_000);
  await expect(door.submit).toBeEnabled();
  await expect(door.refusal).toHaveCount(0);
  await page.unroute(path);
  await door.signIn(email, password);
  await expect(page).toHaveURL('/');
});

test('the right password enters, and the name stays in sight', async ({ page }) => {
  const door = new SignInPage(page);
  await door.open();
  await door.signIn(email.toUpperCase(), password);
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('button', { name: 'Cuenta de Ana Torres' })).toContainText('Ana Torres');
});

test('the demo accounts are shown, and a click fills the form with one', async ({ page }) => {
  const door = new SignInPage(page);
  await door.open();
  const accounts = page.getByRole('region', { name: 'Cuentas de demostración' });
  for (const role of ['agent', 'supervisor', 'admin'] as const) {
    await expect(accounts).toContainText(accountOf(role).email);
  }
  await accounts.getByRole('button', { name: accountOf('supervisor').email }).click();
  await door.submit.click();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('button', { name: 'Cuenta de Sofía Herrera' })).toBeVisible();
});

test('a callbackUrl of our own is followed', async ({ page }) => {
  const door = new SignInPage(page);
  await page.goto('/?service=12345');
  await expect(page).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent('/?service=12345')}`);
  await door.isAlive();
  await door.signIn(email, password);
  await expect(page).toHaveURL('/?service=12345');
});

const FOREIGN = [
  'https://evil.example',
  'https:evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n\\evil.example',
  'javascript:alert(1)',
];

test('a callbackUrl of somebody else keeps whoever is signed in at home', async ({ desk, page }) => {
  for (const foreign of FOREIGN) {
    await desk.open(`/sign-in?callbackUrl=${encodeURIComponent(foreign)}`);
    await expect(page, foreign).toHaveURL('/');
  }
});

for (const foreign of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example']) {
  test(`signing in with the callbackUrl ${JSON.stringify(foreign)} stays at home`, async ({ page }) => {
    const door = new SignInPage(page);
    await door.open(`?callbackUrl=${encodeURIComponent(foreign)}`);
    await door.signIn(email, password);
    await expect(page).toHaveURL('/');
  });
}

test('signing out closes the door, and the old cookie does not open it again', async ({ page, stranger }) => {
  const door = new SignInPage(page);
  await door.open();
  await door.signIn(email, password);
  await new Desk(page, accountOf('agent')).isAlive();
  const cookies = await page.context().cookies();
  await page.getByRole('button', { name: 'Cuenta de Ana Torres' }).click();
  await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
  await expect(page).toHaveURL('/sign-in');
  await page.goto('/');
  await expect(page).toHaveURL('/sign-in?callbackUrl=%2F');

  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  await page.goto('/');
  await expect(page).toHaveURL('/sign-in?callbackUrl=%2F');
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  expectRefusal(await stranger.get('/api/v1/pings/?mine=1', { cookie }), 401, 'unauthorized');
});

test('a token that was never issued, and a cookie that was made up, are refused', async ({ stranger }) => {
  for (const [name, value] of [
    ['authorization', 'Bearer pulso_guessed'],
    ['authorization', 'Basic YWdlbnQ6cHVsc28='],
    ['cookie', 'next-auth.session-token=guessed'],
  ] as const) {
    expectRefusal(await stranger.get('/api/v1/services/12345/', { [name]: value }), 401, 'unauthorized');
  }
});
