import { readFile } from 'node:fs/promises';
import { expectRefusal } from './api-client';
import { DirectoryPage } from './directory-page';
import { expect, test } from './fixtures';

// A new reading of WispHub is felt by everybody, and meanwhile no file is taken over: those stories run alone.

const IMPORTS = '/api/v1/directory/imports/';
const csv = { 'content-type': 'text/csv' };

for (const role of ['technician', 'agent', 'supervisor'] as const) {
  test(`the role ${role} gets no page of the directory and may not bring a file`, async ({ team, guard }) => {
    guard.allow(/status of 404 .*\/directory\)/);
    const desk = await team.desk(role);
    const response = await desk.page.goto('/directory');
    expect(response?.status()).toBe(404);
    const api = await team.api(role);
    const refused = await api.call('POST', `${IMPORTS}?name=x.csv`, { headers: csv, data: 'id\n1\n' });
    expectRefusal(refused, 403, 'forbidden');
    expectRefusal(await api.get('/api/v1/directory/template/'), 403, 'forbidden');
    expectRefusal(await api.get(IMPORTS), 403, 'forbidden');
  });
}

test('a file is taken as text/csv from our own pages and up to 100 MB, and as nothing else', async ({
  team,
  stranger,
}) => {
  const api = await team.api('admin');
  const send = (headers: Record<string, string>, data: string = 'id\n1\n') =>
    api.call('POST', `${IMPORTS}?name=x.csv`, { headers, data });
  expectRefusal(await send({ 'content-type': 'text/plain' }), 415, 'unsupported_media_type');
  expectRefusal(await send({ ...csv, origin: 'https://evil.example' }), 403, 'forbidden', 'foreign_origin');
  expectRefusal(await send(csv, ''), 400, 'import_refused', 'import_empty');
  const large = Buffer.alloc(100 * 1024 * 1024 + 1, 'x').toString('latin1');
  expectRefusal(await send(csv, large), 413, 'body_too_large');
  expectRefusal(await stranger.call('POST', IMPORTS, { headers: csv, data: 'id\n1\n' }), 401, 'unauthorized');
});

test.describe('an administrator', () => {
  test.use({ role: 'admin' });
  // One file of a person waits at a time.
  test.describe.configure({ mode: 'serial' });

  test('a checked file can be discarded, and nothing of it is taken', async ({ page, team, desk }) => {
    expect(desk.account.role).toBe('admin');
    const directory = new DirectoryPage(page);
    await directory.open();
    await directory.brings('clientes.csv', 'id,name\n770779,Nobody\n');
    await expect(directory.report).toContainText('1 cliente nuevo');
    await directory.discard.click();
    await expect(directory.report).toHaveCount(0);
    const api = await team.api('admin');
    expect((await api.get('/api/v1/services/770779/')).status).toBe(404);
  });

  test('the template has the columns of its language, and is recognised when it comes back filled', async ({
    page,
    team,
    desk,
  }) => {
    expect(desk.account.role).toBe('admin');
    const directory = new DirectoryPage(page);
    await directory.open();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Descargar la plantilla' }).click(),
    ]);
    const template = await readFile(await download.path(), 'utf8');
    expect(template).toMatch(/^\ufeffId del servicio;Nombre;Documento;Teléfonos;.*;Interfaz LAN\r\n$/);
    const api = await team.api('admin');
    const english = await api.call('POST', `${IMPORTS}?name=filled.csv`, {
      headers: csv,
      data: `${template}770780;Ana Filled\r\n`,
    });
    expect(english.envelope).toMatchObject({
      action: 'import_checked',
      data: { state: 'checked', rows: 1, rejected: 0, added: 1, separator: ';' },
    });
  });
});
