import { readFile } from 'node:fs/promises';
import { DirectoryPage } from '../directory-page';
import { expect, test } from '../fixtures';

/** A customer of the simulated provider that no other story knows. */
const LOST = 69_975;

test.use({ role: 'admin' });
test.afterEach(async ({ simulator }) => {
  await simulator.customers({ hidden: [], listDelayMs: 0 });
  await simulator.outage('none');
});

test('the administrator learns what is wrong with a file, corrects it, and its customer is found by search', async ({
  desk,
  page,
  guard,
}) => {
  guard.allow(/status of 400 .*\/directory\/imports\//);
  // Who was taken over stays, so that another try needs other customers.
  const first = 900_000_000 + (Date.now() % 90_000_000);
  const name = `Zenaida Urrutía Ñáñez ${first}`;
  const directory = new DirectoryPage(page);
  await directory.open();
  await directory.forgetsFile();

  await directory.brings('clientes.xlsx', 'PK\u0003\u0004…');
  await expect(directory.refusal).toHaveText(/hoja de cálculo\. Guárdela como CSV/);
  await directory.brings('clientes.csv', 'Nombre;IP\nAna;10.9.0.1\n');
  await expect(directory.refusal).toHaveText(/«Id del servicio»/);

  const header = 'Id del servicio;Nombre;Teléfonos;IP;Notas internas';
  const good = `${first};${name};300 000 0777;10.9.7.77;x`;
  await directory.brings(
    'clientes.csv',
    `${header}\n${good}\n${first + 1};Otra;;10.9.7.300;\n${first};Repetida;;;\nx;Sin id;;;\n`,
  );
  await expect(directory.report).toContainText('4 filas · UTF-8 · separado por punto y coma');
  await expect(directory.report).toContainText('No se usan: Notas internas');
  await expect(directory.report).toContainText('3 de 4 filas tienen errores');
  expect(await directory.errors()).toEqual([
    ['3', 'IP', 'no es una dirección IP'],
    ['4', 'Id del servicio', 'este id ya está en la línea 2'],
    ['5', 'Id del servicio', 'no es un id: se espera un número entero, sin puntos ni letras'],
  ]);
  await expect(directory.takeOver).toHaveCount(0);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Descargar las filas rechazadas' }).click(),
  ]);
  const rejected = await readFile(await download.path(), 'utf8');
  expect(rejected).toContain(`Notas internas;Motivo del rechazo\r\n${first + 1};Otra;;10.9.7.300;;`);
  expect(rejected.split('\r\n')).toHaveLength(5);

  await page.reload();
  await expect(directory.report).toContainText('3 de 4 filas tienen errores');
  const windows = Buffer.from(`${header}\n${good}\n${first + 1};Otra;;10.9.7.78;\n`, 'latin1');
  await directory.brings('corregido.csv', windows);
  await expect(directory.report).toContainText('2 filas · Windows-1252');
  await expect(directory.report).toContainText('Sin errores. 2 clientes nuevos');
  await directory.takesOver();
  await expect(directory.imported).toContainText('Listo: 2 filas pasaron al directorio');
  await expect(directory.report).toHaveCount(0);

  await desk.open();
  await desk.search.fill(`zenaida urrutia nanez ${first}`);
  await expect(desk.results.filter({ hasText: name })).toHaveCount(1);
});

test('a reading shows how far it is and ends; a customer that WispHub lost is marked, kept, and comes back', async ({
  desk,
  page,
  simulator,
  team,
}) => {
  const admin = await team.api('admin');
  const customer = async () => (await admin.get(`/api/v1/services/${LOST}/`)).envelope.data;
  const directory = new DirectoryPage(page);
  expect(desk.account.role).toBe('admin');
  await expect
    .poll(customer, { message: 'the first reading has ended' })
    .toMatchObject({ vanished_at: null });

  await directory.open();
  await simulator.customers({ hidden: [LOST], listDelayMs: 400 });
  await directory.loadNow.click();
  await expect(directory.progress).toHaveAttribute('aria-valuetext', /^[\d.]+ de 2\.?022$/);
  await expect(directory.loadNow).toBeDisabled();
  await expect(directory.progress).toHaveCount(0, { timeout: 30_000 });
  await expect(directory.lastLoad).toHaveText('Leído completo ahora mismo');
  await expect(directory.panel).toContainText(/ya no (está|están) en WispHub/);
  expect(await customer()).toMatchObject({ service_id: LOST, vanished_at: expect.any(String) });

  await desk.open();
  await desk.choose(LOST);
  await expect(desk.card).toContainText('WispHub ya no conoce este servicio');

  await simulator.customers({ hidden: [], listDelayMs: 0 });
  await directory.open();
  await directory.loadNow.click();
  await expect.poll(customer).toMatchObject({ vanished_at: null });
});

test('while WispHub is down the old directory stays, says how old it is, and can be searched', async ({
  desk,
  page,
  simulator,
}) => {
  const directory = new DirectoryPage(page);
  await directory.open();
  const before = await directory.count.innerText();
  await simulator.outage('html');
  await directory.loadNow.click();
  await expect(directory.panel.getByRole('status').filter({ hasText: 'no terminó' })).toContainText(
    /El directorio leído hace .* se puede seguir usando/,
    { timeout: 45_000 },
  );
  await expect(directory.count).toHaveText(before);
  await desk.open();
  await desk.search.fill('johana vargas');
  await expect(desk.results.filter({ hasText: 'Johana Vargas Peña' }).first()).toBeVisible();
});
