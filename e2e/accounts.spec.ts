import { z } from 'zod';
import { makeAccount, signIn } from './accounts';
import { expectRefusal } from './api-client';
import { expect, test } from './fixtures';
import { PeoplePage, uniqueEmail, WelcomePage } from './people-page';
import { SignInPage } from './sign-in-page';

const PASSWORD = 'la vaca come pasto';
const GONE = 'Este enlace ya no sirve';
const listSchema = z.object({
  items: z.array(z.object({ user_id: z.string(), email: z.string(), sessions: z.number() })),
});

test.describe('an administrator', () => {
  test.use({ role: 'admin' });

  test('invites a colleague, who chooses a password in her own browser and is in', async ({
    desk,
    browser,
    baseURL,
    guard,
  }) => {
    const people = new PeoplePage(desk.page);
    await people.open();
    const email = uniqueEmail('eva');
    const link = await people.invites('Eva Ríos', email, 'Técnico');
    await expect(people.person(email)).toContainText('Invitada');
    await expect(people.person(email)).toContainText(/vence en \d+\smin/);
    expect(await desk.page.content(), 'the link is shown once').not.toContain(link.split('#')[1]);

    guard.allow(/status of 404 /);
    const hers = await browser.newContext({ baseURL });
    await guard.watch(hers);
    const welcome = new WelcomePage(await hers.newPage());
    const asked: string[] = [];
    welcome.page.on('request', (request) => asked.push(request.url()));
    await welcome.page.goto(link);
    await expect(welcome.page.getByRole('heading')).toHaveText('Le damos la bienvenida, Eva Ríos');
    await expect(welcome.page.getByText(email)).toBeVisible();
    await welcome.chooses('password1234');
    await expect(welcome.page.getByText('Es de las primeras que cualquiera probaría.')).toBeVisible();
    await welcome.chooses(PASSWORD);
    await expect(welcome.page).toHaveURL('/');
    await expect(welcome.page.getByRole('button', { name: 'Cuenta de Eva Ríos' })).toBeVisible();
    expect(asked.filter((url) => !url.includes('#') && url.includes(link.split('#')[1] ?? ''))).toEqual([]);

    await people.open();
    await expect(people.person(email)).toContainText('Activa');
    await expect(people.person(email)).toContainText('1 sesión');

    await welcome.page.goto(link);
    await expect(welcome.page.getByRole('heading')).toHaveText(GONE);
    await hers.close();
  });

  test('disables somebody, whose next request is refused, and lets her in again', async ({
    desk,
    browser,
    baseURL,
    guard,
  }) => {
    guard.allow(/status of 401 /);
    const her = await makeAccount('Nora Paz', 'agent');
    const hers = await browser.newContext({ baseURL, storageState: await signIn(her) });
    const page = await hers.newPage();
    await page.goto('/profile');
    await expect(page.getByTestId('session')).toHaveCount(1);
    const people = new PeoplePage(desk.page);
    await people.open();
    await people.does(her.email, 'Desactivar…');
    await people.dialog.getByRole('button', { name: 'Desactivar' }).click();
    await expect(people.told).toHaveText('Nora Paz ya no puede entrar y sus sesiones se cerraron.');
    await expect(people.person(her.email)).toContainText('Desactivada');
    expect((await page.request.get('/api/v1/profile/')).status()).toBe(401);
    await page.goto('/profile');
    await expect(page).toHaveURL('/sign-in?callbackUrl=%2Fprofile');

    await people.does(her.email, 'Activar');
    await expect(people.person(her.email)).toContainText('Activa');
    const door = new SignInPage(page);
    await door.isAlive();
    await door.signIn(her.email, her.password);
    await expect(page).toHaveURL('/profile');
    await hers.close();
  });

  test('gives another role, which counts from the next page on', async ({
    desk,
    browser,
    baseURL,
    guard,
  }) => {
    guard.allow(/status of 404 /);
    const his = await makeAccount('Leo Sanz', 'agent');
    const context = await browser.newContext({ baseURL, storageState: await signIn(his) });
    const page = await context.newPage();
    expect((await page.goto('/settings'))?.status()).toBe(404);
    const people = new PeoplePage(desk.page);
    await people.open();
    await people.does(his.email, 'Cambiar nombre o rol…');
    await people.dialog.getByLabel('Rol').selectOption('Administración');
    await people.dialog.getByRole('button', { name: 'Guardar' }).click();
    await expect(people.told).toHaveText('Se guardaron los datos de Leo Sanz.');
    expect((await page.goto('/settings'))?.status()).toBe(200);
    await context.close();
  });

  test('makes a link for a forgotten password, and a second one ends the first', async ({
    desk,
    stranger,
  }) => {
    const his = await makeAccount('Iván Mora', 'technician');
    const people = new PeoplePage(desk.page);
    await people.open();
    await people.does(his.email, 'Crear enlace para nueva contraseña');
    const first = await people.readsLink();
    await people.does(his.email, 'Crear enlace para nueva contraseña');
    const second = await people.readsLink();
    const open = (link: string) => stranger.post('/api/v1/account-link/open/', { token: link.split('#')[1] });
    expectRefusal(await open(first), 404, 'link_invalid');
    expect((await open(second)).envelope.data).toEqual({
      kind: 'reset',
      name: 'Iván Mora',
      email: his.email,
    });
  });

  test('is told when an email has an account already, and nothing typed is lost', async ({ desk, guard }) => {
    guard.allow(/status of 409 /);
    const people = new PeoplePage(desk.page);
    await people.open();
    await people.invite.click();
    await people.dialog.getByRole('button', { name: 'Crear enlace' }).click();
    await expect(people.dialog.getByLabel('Correo')).toHaveAttribute('aria-invalid', 'true');
    await expect(people.dialog.getByLabel('Nombre')).toBeFocused();
    await people.dialog.getByLabel('Nombre').fill('Otra Ana');
    await people.dialog.getByLabel('Correo').fill('AGENT@pulso.demo');
    await people.dialog.getByRole('button', { name: 'Crear enlace' }).click();
    await expect(people.dialog.getByRole('alert')).toContainText('Ya hay una cuenta con este correo.');
    await expect(people.dialog.getByLabel('Nombre')).toHaveValue('Otra Ana');
  });

  test('sees neither a hash nor a token in the list', async ({ team }) => {
    const { envelope } = await (await team.api('admin')).get('/api/v1/users/');
    expect(listSchema.parse(envelope.data).items.length).toBeGreaterThan(3);
    expect(JSON.stringify(envelope)).not.toMatch(/argon2|hash|token/i);
  });
});

test('a link that nobody made, and an address without one, say the same kind words', async ({
  page,
  guard,
}) => {
  guard.allow(/status of 404 /);
  for (const address of ['/welcome', '/welcome#short', `/welcome#${'A'.repeat(43)}`]) {
    guard.allow(/status of 400 /);
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.getByRole('heading')).toHaveText(GONE);
    await expect(page.getByRole('main')).toContainText('Pídale otro a quien administra Pulso');
  }
});

test('the first run is over for ever where somebody has an account', async ({ page, stranger, guard }) => {
  guard.allow(/status of 404 /);
  expect((await page.goto('/setup'))?.status()).toBe(404);
  const body = { token: 'A'.repeat(43), name: 'Eva', email: 'eva@example.com', password: PASSWORD };
  expectRefusal(await stranger.post('/api/v1/setup/', body), 404, 'setup_closed');
});
