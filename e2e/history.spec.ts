import { z } from 'zod';
import { expect, test } from './fixtures';
import { HistoryPage, LAST_WEEK, summaryOf, YESTERDAY } from './history-page';
import { holdLateCode } from './late-code';

test.describe('a supervisor', () => {
  test.use({ role: 'supervisor' });

  test('finds who suffered most yesterday in a zone with four clicks', async ({ desk, page, team }) => {
    await desk.open();
    await page.getByRole('link', { name: 'Historial' }).click();
    const history = new HistoryPage(page);
    await page.getByRole('button', { name: 'Ayer por zona' }).click();
    await expect(page).toHaveURL(/\?period=yesterday$/);
    // The address is there a moment before the page.
    await expect(history.chip('Período')).toHaveText('Ayer');
    await history.isSettled();
    const all = await history.total('total');

    const api = await team.api('supervisor');
    const zone = (await summaryOf(api, YESTERDAY)).zones[0]?.name ?? '';
    const bar = history.zones.getByRole('button', { name: `${zone}:` });
    await bar.click();
    await expect(history.chip('Zona')).toHaveText(zone);
    await expect(history.chip('Período')).toHaveText('Ayer');
    await expect(page).toHaveTitle(`Ayer · ${zone} · Historial · Pulso`);
    await history.isSettled();

    const summary = await summaryOf(api, `${YESTERDAY}&zone=${encodeURIComponent(zone)}`);
    expect(summary.total).toBeGreaterThan(0);
    expect(summary.total).toBeLessThan(all);
    expect(await history.total('total')).toBe(summary.total);
    for (const outcome of ['stable', 'intermittent', 'no_internet', 'failed'] as const) {
      expect(await history.total(outcome)).toBe(summary.counts[outcome]);
    }
    const worst = summary.worst_services.map((service) => `/services/${service.service_id}`);
    expect(worst.length).toBeGreaterThan(0);
    expect(worst.length).toBeLessThanOrEqual(10);
    // The pictures follow the numbers.
    const links = history.worst.getByRole('link');
    const listed = () => links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    await expect.poll(listed).toEqual(worst);

    await bar.click();
    await expect(history.chip('Zona')).toHaveText('todas las zonas');
    await history.isSettled();
    expect(await history.total('total'), 'a second click takes the first one back').toBe(all);
  });

  test('hands a filter over as a link, and goes back step by step', async ({ page, desk }) => {
    await desk.open();
    const history = new HistoryPage(page);
    const address =
      '?period=30d&zone=Zona+Norte&source=desk&outcome=intermittent%2Cno_internet&last=1&sort=oldest';
    await history.open(address);
    await expect(history.chip('Resultado')).toHaveText('intermitente o no responde');
    await expect(history.filter).toContainText('solo la última de cada cliente');
    await expect(history.chip('Origen')).toHaveText('desde la mesa');
    await expect(page.getByLabel('Orden')).toHaveValue('oldest');
    const totals = await history.allTotals();

    await history.remove('desde la mesa').click();
    await expect(history.chip('Origen')).toHaveCount(0);
    await history.filter.getByRole('button', { name: 'Limpiar' }).click();
    await expect(page).toHaveURL(/\/history\?sort=oldest$/);
    await page.goBack();
    await page.goBack();
    await expect(history.chip('Origen')).toHaveText('desde la mesa');
    await history.isSettled();
    expect(await history.allTotals()).toEqual(totals);
    await page.reload();
    await history.isSettled();
    expect(await history.allTotals()).toEqual(totals);
    await expect(history.chip('Zona')).toHaveText('Zona Norte');
  });

  test('sees totals of the whole filter, which scrolling to the end does not change', async ({
    page,
    desk,
  }) => {
    await desk.open();
    const history = new HistoryPage(page);
    await history.open(`?${LAST_WEEK}`);
    const totals = await history.allTotals();
    const total = await history.total('total');
    expect(total, 'more than a page of rows').toBeGreaterThan(50);
    expect(await history.rows.count(), 'only what is in sight is drawn').toBeLessThan(60);
    await page.keyboard.press('j');
    await expect.poll(() => history.focusedRow()).toBe('0');
    await expect(async () => {
      await page.keyboard.press('End');
      await expect(history.end).toBeVisible({ timeout: 300 });
    }).toPass({ intervals: [50] });
    expect(await history.allTotals()).toEqual(totals);
    const wrong = /(\d+) se (hizo|hicieron) al cliente equivocado/.exec(await history.end.innerText());
    await expect(history.end).toContainText(`Fin: ${total + Number(wrong?.[1] ?? 0)} mediciones.`);
    await page.keyboard.press('End');
    await expect.poll(() => history.focusedRow()).toBe(String(total + Number(wrong?.[1] ?? 0) - 1));
  });

  test('works with the keyboard alone, from the filter to a ping and back', async ({ page, desk }) => {
    await desk.open();
    const history = new HistoryPage(page);
    await history.open();
    await page.keyboard.press('f');
    await page.keyboard.type('zona nor');
    await expect(page.getByRole('option', { name: 'Zona Norte' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/zone=Zona\+Norte/);
    await expect(history.filter.getByRole('button', { name: /^Filtro/ })).toBeFocused();
    await page.keyboard.press('/');
    await expect(history.text).toBeFocused();
    await page.keyboard.type('vargas');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/q=vargas/);
    await expect(history.text).not.toBeFocused();
    await history.isSettled();
    // The address is there a moment before the page.
    await expect(async () => {
      const names = await history.rows.locator('a').allInnerTexts();
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(name).toContain('Vargas');
    }).toPass({ timeout: 12_000 });

    for (const key of ['j', 'j', 'ArrowDown', 'k']) await page.keyboard.press(key);
    await expect.poll(() => history.focusedRow()).toBe('1');
    const task = await history.rows.nth(1).getAttribute('data-task-id');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/pings/${task}$`));
    await page.goBack();
    await history.isSettled();
    await page.keyboard.press('j');
    await expect.poll(() => history.focusedRow(), 'the list goes on where it was left').toBe('2');
    await page.keyboard.press('Escape');
    await expect(history.chip('Período')).toBeFocused();
  });

  test('loses no letter to a slow network: what is typed after F waits for the field', async ({
    desk,
    page,
  }) => {
    await desk.open();
    const release = await holdLateCode(page);
    const history = new HistoryPage(page);
    await history.open();
    await page.keyboard.press('f');
    await page.keyboard.type('zona njx');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    release();
    const field = page.getByRole('dialog').getByRole('combobox');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('zona n');
    await page.keyboard.type('or');
    await expect(field, 'and goes on where it was').toHaveValue('zona nor');
    await expect(page.getByRole('option', { name: 'Zona Norte' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/zone=Zona\+Norte/);
  });

  test('takes the first of the list with Enter, also when the names come after the typing', async ({
    page,
    desk,
  }) => {
    await desk.open();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/v1/history/choices/**', async (route) => {
      await released;
      await route.continue();
    });
    const history = new HistoryPage(page);
    await history.open();
    await page.keyboard.press('f');
    await page.keyboard.type('zona nor');
    const offers = page.getByRole('dialog').getByRole('option');
    await expect(offers).toHaveText(['con «zona nor»']);
    release();
    await expect(offers.first()).toHaveText('Zona Norte');
    await expect(offers.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/zone=Zona\+Norte/);
  });

  test('prints the question in words above, the first rows below, and no list that scrolls', async ({
    page,
    desk,
  }) => {
    await desk.open();
    const history = new HistoryPage(page);
    await history.open(`?${LAST_WEEK}`);
    const paper = page.locator('main table');
    await expect(paper).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(paper.locator('tbody tr')).toHaveCount(50);
    await expect(page.getByText('Leído el')).toBeVisible();
    await expect(history.list).toBeHidden();
    await expect(page.getByRole('button', { name: 'Imprimir' })).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
    await expect(paper).toHaveCount(0);
    // What a browser says before it lays a page out for paper, whatever it says of the medium.
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(paper).toHaveCount(1);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(paper).toHaveCount(0);
  });

  test('takes F back with Escape while the field is still coming', async ({ desk, page }) => {
    await desk.open();
    const release = await holdLateCode(page);
    const history = new HistoryPage(page);
    await history.open();
    await page.keyboard.press('f');
    await page.keyboard.type('zona');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('vargas');
    await expect(history.text).toHaveValue('vargas');
    release();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('is told what to take back where nothing fits', async ({ page, desk }) => {
    await desk.open();
    const history = new HistoryPage(page);
    await history.open('?zone=Zona+Norte&q=nobody+is+called+this');
    await expect(history.empty).toContainText('Zona Norte');
    await history.empty.getByRole('button', { name: 'Quitar: con «nobody is called this»' }).click();
    await history.isSettled();
    await expect(history.rows.first()).toBeVisible();
    await expect(history.chip('Zona')).toHaveText('Zona Norte');
  });

  test('reads the numbers of every chart as a table', async ({ page, desk, team }) => {
    await desk.open();
    const history = new HistoryPage(page);
    await history.open(`?${YESTERDAY}`);
    const { zones, series } = await summaryOf(await team.api('supervisor'), YESTERDAY);
    await history.zones.getByRole('button', { name: /ver como tabla/ }).click();
    const rows = history.zones.getByRole('table').getByRole('row');
    await expect(rows).toHaveCount(zones.length + 1);
    const sum = ({ counts }: (typeof zones)[number]) => Object.values(counts).reduce((one, two) => one + two);
    const totals = await rows.locator('td:nth-of-type(1)').allInnerTexts();
    expect(totals.map(Number)).toEqual(zones.map(sum));
    await page
      .locator('[data-chart=series]')
      .getByRole('button', { name: /ver como tabla/ })
      .click();
    const hours = page.locator('[data-chart=series]').getByRole('table').getByRole('row');
    await expect(hours, 'a day has its hours, the empty ones too').toHaveCount(series.length + 1);
  });
});

test.describe('an agent', () => {
  test('sees this day only, whatever the address asks for', async ({ desk, page, team }) => {
    await desk.open();
    const history = new HistoryPage(page);
    await history.open('?period=all&from=2020-01-01');
    await expect(page.getByText('Usted ve las mediciones de hoy.')).toBeVisible();
    await expect(history.chip('Período')).toHaveText('Hoy');
    await expect(page.getByRole('button', { name: 'Exportar' })).toHaveCount(0);
    await history.chip('Período').click();
    await expect(page.getByRole('dialog').getByRole('option')).toHaveText(['Este turno (8 h)', 'Hoy']);
    const api = await team.api('agent');
    const asked = await api.get('/api/v1/history/?period=all&sort=oldest&limit=1');
    const { items } = z
      .object({ items: z.array(z.object({ started_at: z.iso.datetime() })) })
      .parse(asked.envelope.data);
    const day = (at: Date) => at.toLocaleDateString('sv', { timeZone: 'America/Bogota' });
    for (const item of items) expect(day(new Date(item.started_at))).toBe(day(new Date()));
    const refused = await api.call('GET', '/api/v1/exports/');
    expect(refused.status).toBe(403);
  });
});

test.describe('a technician', () => {
  test.use({ role: 'technician' });

  test('has no history', async ({ desk, page, guard }) => {
    guard.allow(/status of 404 .*\/history\)/);
    await desk.open();
    await expect(page.getByRole('link', { name: 'Historial' })).toHaveCount(0);
    const response = await page.goto('/history');
    expect(response?.status()).toBe(404);
  });
});
