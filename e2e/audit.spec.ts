import { z } from 'zod';
import { expectRefusal } from './api-client';
import { expect, test } from './fixtures';

const pageSchema = z.object({
  items: z.array(z.object({ entry_id: z.number(), action: z.string(), outcome: z.string() })),
  next_cursor: z.string().nullable(),
});

for (const role of ['technician', 'agent', 'supervisor'] as const) {
  test(`the role ${role} gets no audit page, and that it asked is written down`, async ({ team, guard }) => {
    guard.allow(/status of 404 .*\/audit\)/);
    const desk = await team.desk(role);
    expect((await desk.page.goto('/audit'))?.status()).toBe(404);
    const api = await team.api(role);
    expectRefusal(await api.get('/api/v1/audit/'), 403, 'forbidden');
    expectRefusal(await api.get('/api/v1/audit/choices/'), 403, 'forbidden');
    expectRefusal(await api.get('/api/v1/audit/export/'), 403, 'forbidden');
    const admin = await team.api('admin');
    const { envelope } = await admin.get('/api/v1/audit/?action=permission&q=/api/v1/audit');
    expect(pageSchema.parse(envelope.data).items).toContainEqual(
      expect.objectContaining({ action: 'permission', outcome: 'refused' }),
    );
  });
}

test.describe('an administrator', () => {
  test.use({ role: 'admin' });

  test('reads what was done, by whom and to what, and the filter lives in the address', async ({
    desk,
    page,
    team,
  }) => {
    const agent = await team.api('agent');
    const text = `what was said ${Date.now()}`;
    expect((await agent.post('/api/v1/services/591001/notes/', { text })).status).toBe(200);
    await desk.open();
    await page.getByRole('button', { name: `Cuenta de ${desk.account.name}` }).click();
    await page.getByRole('menuitem', { name: 'Auditoría' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Auditoría');
    await page.getByLabel('Qué', { exact: true }).selectOption('note_write');
    await expect(page).toHaveURL(/action=note_write/);
    const entry = page.getByTestId('audit-entry').filter({ hasText: 'el servicio 591001' }).first();
    await expect(entry).toContainText('escribió una nota sobre el servicio 591001');
    await expect(page.getByText(text), 'a deleted note is to be gone').toHaveCount(0);
    await entry.getByRole('button', { name: 'Ver todo sobre el servicio 591001' }).click();
    await expect(page).toHaveURL(/target=service%3A591001/);
    await expect(page.getByTestId('audit-entry').first()).toContainText('591001');
    await page.reload();
    await expect(page.getByLabel('Qué', { exact: true })).toHaveValue('note_write');
    await page.getByRole('link', { name: 'el servicio 591001' }).first().click();
    await expect(page).toHaveURL(/\/services\/591001/);
    await page.goBack();
    await page.getByRole('button', { name: 'Quitar filtros' }).click();
    await expect(page).toHaveURL(/\/audit$/);
    await page.getByLabel('Buscar en la auditoría').fill('no such name anywhere');
    await expect(page.getByText('Nada con estos filtros.')).toBeVisible();
  });

  test('downloads the trail, and the download is in it', async ({ desk, page }) => {
    await desk.open('/audit');
    await page.getByRole('button', { name: 'Exportar' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV, para hojas de cálculo' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^pulso-audit-\d{4}-\d\d-\d\d\.csv$/);
    await page.goto('/audit?action=export_download');
    await expect(page.getByTestId('audit-entry').first()).toContainText('descargó la auditoría');
  });

  test('is told when an address asks for what is no filter', async ({ page, desk }) => {
    await desk.open('/audit?who=nobody');
    await expect(page.getByText('La dirección pedía algo que no es un filtro.')).toBeVisible();
  });
});

test('the trail is read page by page, and every row once', async ({ team }) => {
  const admin = await team.api('admin');
  const read = async (cursor: string) =>
    pageSchema.parse((await admin.get(`/api/v1/audit/?limit=2&cursor=${cursor}`)).envelope.data);
  const first = await read('');
  expect(first.items).toHaveLength(2);
  const second = await read(first.next_cursor ?? '');
  const ids = [...first.items, ...second.items].map((item) => item.entry_id);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  expectRefusal(await admin.get('/api/v1/audit/?cursor=made-up'), 400, 'invalid_request');
  expectRefusal(await admin.get('/api/v1/audit/?action=made-up'), 400, 'invalid_request');
});
