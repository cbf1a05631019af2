import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { exportItemSchema } from '@/lib/domain/export-item';
import { expect, test } from './fixtures';
import { HistoryPage, LAST_WEEK, summaryOf } from './history-page';

test.use({ role: 'supervisor' });

test('a supervisor exports as many rows as the totals say, as a CSV that parses', async ({
  page,
  desk,
  team,
}) => {
  await desk.open();
  const history = new HistoryPage(page);
  await history.open(`?${LAST_WEEK}`);
  await page.getByRole('button', { name: 'Exportar' }).click();
  const downloaded = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Descargar', exact: true }).click();
  const file = await downloaded;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  const delimiter = text.split('\n', 1)[0]?.includes(';') ? ';' : ',';
  const records: Record<string, string>[] = parse(text, { bom: true, delimiter, columns: true });
  const counted = records.filter((record) => record['Era otro cliente'] === 'No');
  const { total } = await summaryOf(await team.api('supervisor'), LAST_WEEK);
  expect(counted).toHaveLength(total);
  expect(await history.total('total')).toBe(total);
});

test('a large export is made in the background, and its file stands ready to be fetched', async ({
  desk,
  page,
  team,
}) => {
  const query = `${LAST_WEEK}&zone=Zona+Norte`;
  const summary = await summaryOf(await team.api('supervisor'), query);
  // The demo is small: the page is told of more rows than it downloads at once.
  await page.route(/\/history\/summary\//, async (route) => {
    const answer = z.looseObject({ data: z.looseObject({}) }).parse(await (await route.fetch()).json());
    await route.fulfill({ json: { ...answer, data: { ...answer.data, total: 60_000 } } });
  });
  await desk.open();
  const history = new HistoryPage(page);
  await history.open(`?${query}`);
  await page.getByRole('button', { name: 'Exportar' }).click();
  await page.getByRole('radio', { name: 'JSON Lines' }).click();
  await expect(page.getByRole('dialog')).toContainText('60.000 mediciones');
  const asked = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Preparar archivo' }).click();
  const { id } = exportItemSchema.parse(
    z.object({ data: z.unknown() }).parse(await (await asked).json()).data,
  );
  const link = page.getByRole('region', { name: 'Mis archivos' }).locator(`a[href*="${id}"]`);
  const downloaded = page.waitForEvent('download');
  await link.click();
  const file = await downloaded;
  expect(file.suggestedFilename()).toMatch(/\.jsonl$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(summary.total);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ frozen: { zone: { name: 'Zona Norte' } } });
});
