import { expect, test } from './fixtures';
import { LinePage, withPast } from './line-page';

const MINUTES_OF_A_DAY = 24 * 60;

test('from the desk to everything about a line, and back to the desk', async ({ desk, page }) => {
  const id = 961001;
  await desk.open();
  await desk.choose(id);
  const name = (await desk.card.getByRole('heading').textContent()) ?? '';
  await page.getByRole('link', { name: 'Ver todo de esta línea' }).click();
  const line = new LinePage(page);
  await line.shows(id);
  await expect(line.heading).toHaveText(name);
  await expect(page.getByText('Esta línea todavía no se ha medido desde Pulso.')).toBeVisible();
  await page.getByRole('link', { name: 'Abrir en la mesa' }).click();
  await desk.shows(id);
  await expect(page).toHaveURL(new RegExp(`/\\?service=${id}$`));
});

test('the strip tells each ping under the hand or the arrows, and opens it', async ({
  desk,
  page,
  api,
  team,
  simulator,
}) => {
  const id = 971001;
  await simulator.script(id, 'silent', 'router_error', 'stable');
  await (await team.api('agent')).readsRecord(id);
  const tasks: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    const task = await api.startsPing(id, 10, { reason: 'drops' });
    await api.waitsForTheEndOf(task);
    tasks.push(task);
  }
  const [silent = '', failed = '', stable = ''] = tasks;
  const line = new LinePage(page);
  await desk.open(`/services/${id}`);
  await expect(line.marks).toHaveCount(3);
  await expect(line.readout, 'the newest one until another is pointed at').toContainText('Estable');
  await line.marks.first().hover();
  await expect(line.readout).toContainText('No responde · perdió 10 de 10');
  await expect(line.readout).toContainText('Se corta');
  await line.marks.last().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(line.readout).toContainText('No se pudo medir');
  await expect(line.readout, 'what was not measured lost nothing').not.toContainText('perdió');
  await page.keyboard.press('Enter');
  await line.showsPing(failed);

  await expect(line.place).toContainText('2 de 3');
  await page.keyboard.press('j');
  await line.showsPing(silent);
  await expect(line.place).toContainText('es la primera');
  await page.keyboard.press('k');
  await line.showsPing(failed);
  await line.place.getByRole('link', { name: /^Medición siguiente: Estable/ }).click();
  await line.showsPing(stable);
  await expect(line.place).toContainText('es la última');
  await page.getByTestId('line-of-ping').click();
  await line.shows(id);
});

test('the keys of the desk ping from here too, and the new result is in strip, chart and table', async ({
  desk,
  page,
}) => {
  const id = 961002;
  await withPast(id, [30, 20]);
  const line = new LinePage(page);
  await desk.open(`/services/${id}`);
  await line.shows(id);
  await expect(line.rows).toHaveCount(2);
  await desk.isReadyForEnter();
  const task = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'intermittent', task });
  await expect(line.marks).toHaveCount(3);
  await expect(line.rows.first()).toHaveAttribute('data-task-id', task);
  await expect(line.rows.first()).toContainText('Ana Torres');
  await expect(line.counted('stable')).toHaveAttribute('data-count', '2');
  await expect(line.counted('intermittent')).toHaveAttribute('data-count', '1');
});

test('what could not be measured is counted and drawn as neither good nor down', async ({
  desk,
  page,
  api,
  team,
}) => {
  const id = 961005;
  await withPast(id, [20]);
  await (await team.api('agent')).readsRecord(id);
  await api.waitsForTheEndOf(await api.startsPing(id, 4));
  const line = new LinePage(page);
  await desk.open(`/services/${id}`);
  await expect(line.counted('failed')).toHaveAttribute('data-count', '1');
  await expect(line.counted('stable')).toHaveAttribute('data-count', '1');
  await expect(line.counted('no_internet')).toHaveCount(0);
  await expect(line.trend).toContainText('pérdida 0 %');
  await expect(line.rows.first()).toHaveAttribute('data-state', 'failed');
  await expect(line.rows.first()).toContainText('El router rechazó el ping');
  await expect(line.rows.first().getByRole('cell').nth(1)).toHaveText('—');
  await line.trend.getByRole('button', { name: /ver como tabla/i }).click();
  const numbers = line.trend.getByRole('row').nth(1);
  await expect(numbers).toContainText('No se pudo medir');
  await expect(numbers.getByRole('cell').last()).toHaveText('—');
});

test('a line with more pings than fit shows every one of them, older ones on demand', async ({
  desk,
  page,
}) => {
  const id = 9621001;
  const count = 130;
  const ids = await withPast(
    id,
    Array.from({ length: count }, (_, index) => (count - index) * 60),
  );
  const line = new LinePage(page);
  await desk.open(`/services/${id}`);
  await expect(line.marks).toHaveCount(30);
  await expect(line.counted('stable')).toHaveAttribute('data-count', String(count));
  await expect(line.rows).toHaveCount(25);
  const older = page.getByRole('button', { name: 'Ver mediciones anteriores' });
  for (const shown of [75, 125, count]) {
    await older.click();
    await expect(line.rows).toHaveCount(shown);
  }
  await expect(older).toHaveCount(0);
  const read = await line.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-task-id')));
  expect(read).toEqual(ids.reverse());
});

test('the chart spans what there is, and as little as somebody asks for', async ({ desk, page }) => {
  const id = 9631001;
  await withPast(id, [20 * MINUTES_OF_A_DAY, 3 * MINUTES_OF_A_DAY, 60]);
  const line = new LinePage(page);
  await desk.open(`/services/${id}`);
  const span = line.trend.getByRole('radiogroup', { name: 'Período' });
  await expect(span.getByRole('radio', { name: '30 días' })).toBeChecked();
  await expect(line.trend.getByRole('img')).toHaveAccessibleName(
    'Latencia y pérdida de 3 mediciones en 30 días: Estable 3.',
  );
  await span.getByRole('radio', { name: '24 h' }).click();
  await expect(line.trend.getByRole('img')).toHaveAccessibleName(
    /^Latencia y pérdida de 1 medición en 24\sh/,
  );
});

test('a service that the directory does not know keeps its history, and can be measured', async ({
  desk,
  page,
}) => {
  const id = 969999;
  await withPast(id, [50, 40, 30]);
  const line = new LinePage(page);
  await desk.open(`/services/${id}`);
  await expect(line.heading).toHaveText(`Servicio ${id}`);
  await expect(line.card).toContainText(`WispHub no conoce el servicio ${id}`);
  await expect(line.marks).toHaveCount(3);
  await expect(line.rows).toHaveCount(3);
  await expect(desk.launchButton).toBeEnabled();
});

test('an address that is no service and one that is no ping are told kindly', async ({
  desk,
  page,
  guard,
}) => {
  // Such a page has no icon of its own, and the browser asks for the one it would have.
  guard.allow(/status of 404 .*\/(services|pings)\//, /status of 404 .*\/favicon\.ico/);
  const service = await page.goto('/services/nobody');
  expect(service?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aquí no hay nada');
  await expect(page.getByRole('banner')).toBeVisible();
  for (const id of ['00000000-0000-4000-8000-000000000000', 'not-an-id']) {
    const ping = await page.goto(`/pings/${id}`);
    expect(ping?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Esta medición no está');
    await expect(page.getByRole('banner')).toBeVisible();
    await page.getByRole('link', { name: 'Volver a la mesa' }).click();
    await desk.isAlive();
  }
});

test('who is not signed in is asked to, and then sees the ping of the link', async ({ browser, baseURL }) => {
  const [task = ''] = await withPast(9641001, [10]);
  const visitor = await browser.newContext({ baseURL, locale: 'es' });
  const page = await visitor.newPage();
  await page.goto(`/pings/${task}`);
  await expect(page).toHaveURL(new RegExp(`/sign-in\\?callbackUrl=${encodeURIComponent(`/pings/${task}`)}`));
  await visitor.close();
});

test('a permalink follows a running ping to its end, and keeps how it was made', async ({
  desk,
  page,
  api,
  team,
}) => {
  const id = 961006;
  await (await team.api('agent')).readsRecord(id);
  const task = await api.startsPing(id, 30, { reason: 'slow' });
  await desk.open(`/pings/${task}`);
  await desk.isMeasuring();
  await desk.sees({ verdict: 'stable', task });
  const ping = await api.readsPing(task);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Medición ${ping.case_code}`);
  const record = page.getByRole('region', { name: 'Cómo se hizo' });
  await expect(record).toContainText('Lento');
  await expect(record).toContainText('API');
  await expect(record).toContainText('30 pedidos, 30 medidos');
  await expect(record).toContainText(task);
  await expect(record).toContainText('GMT-5');
  const frozen = page.getByRole('region', { name: 'La ficha en ese momento' });
  await expect(frozen).toContainText(ping.frozen.ip ?? 'an address');
  await expect(frozen).toContainText(ping.frozen.zone?.name ?? 'a zone');
  await expect(page.getByTestId('packet-table').locator('tbody tr')).toHaveCount(30);
});

test('on paper it is a report: the name, the strip, the chart and the table, without buttons or notes', async ({
  desk,
  page,
}) => {
  const id = 9651001;
  await withPast(
    id,
    Array.from({ length: 40 }, (_, index) => (index + 1) * 180),
  );
  const line = new LinePage(page);
  await desk.open(`/services/${id}`);
  await expect(line.rows).toHaveCount(25);
  const name = (await line.heading.textContent()) ?? '';
  await line.note.fill('Solo para nosotros');
  await page.getByRole('button', { name: 'Guardar nota' }).click();
  await expect(line.notes).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  const head = page.getByTestId('report-head');
  await expect(head.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(head).toContainText('Impreso el');
  await expect(line.strip).toBeVisible();
  await expect(line.trend).toBeVisible();
  await expect(line.rows.last()).toBeVisible();
  // Words that explain themselves are words on paper.
  await expect(page.locator('button:not([data-term])').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText('Solo para nosotros')).toBeHidden();
  await expect(page.locator('header').filter({ visible: true }), 'only that of the report').toHaveCount(1);
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(2);
});

test('a technician sees the line without debt or document', async ({ team }) => {
  const id = 961011;
  const agent = await team.desk('agent');
  await agent.open(`/services/${id}`);
  await expect(agent.card).toContainText('Debe ');
  const roof = await team.desk('technician');
  await roof.open(`/services/${id}`);
  await roof.shows(id);
  await expect(roof.card.locator('[data-account=suspended]')).toBeVisible();
  await expect(roof.card).not.toContainText('Debe ');
  await roof.card.getByText('Ficha completa').click();
  await expect(roof.card.getByText('Documento')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 } });

  test('the newest ping of the strip is in sight, and its mark is wide enough for a thumb', async ({
    desk,
    page,
  }) => {
    const id = 9661001;
    await withPast(
      id,
      Array.from({ length: 30 }, (_, index) => (index + 1) * 30),
    );
    const line = new LinePage(page);
    await desk.open(`/services/${id}`);
    await expect(line.marks).toHaveCount(30);
    await expect(line.marks.last()).toBeInViewport({ ratio: 1 });
    await expect(line.marks.first()).not.toBeInViewport();
    const box = await line.marks.last().boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(24);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  });
});

test('a page of another role, and an address of nothing, keep the header from which one goes on', async ({
  desk,
  page,
  guard,
}) => {
  guard.allow(/status of 404/);
  for (const address of ['/users', '/nowhere/at/all']) {
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aquí no hay nada');
    await expect(page, 'the tab names no page either').toHaveTitle('Aquí no hay nada · Pulso');
    await page.getByRole('banner').getByRole('link', { name: 'Mesa', exact: true }).click();
    await desk.isAlive();
  }
});

test('who is not signed in is told of an address of nothing without a header, and nothing else', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, locale: 'es' });
  const page = await context.newPage();
  expect((await page.goto('/nowhere'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aquí no hay nada');
  await expect(page.getByRole('banner')).toHaveCount(0);
  await context.close();
});
