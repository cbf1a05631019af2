import type { Page } from '@playwright/test';
import { person, sendForm, SESSION } from './attempts';
import { expect, test } from './fixtures';
import { rawRequest } from './raw-request';

const CHANGES = /\/api\/v1\/changes\//;
const PING = /\/api\/v1\/ping\//;

/**
 * From now on a ping reaches this page only after the server has said by itself that there is something new: whatever the
 * page asks for without such a word fails on the way. Answers how often the server said so.
 */
async function onlyWhatIsTold(page: Page): Promise<() => number> {
  let told = 0;
  let words = 0;
  await page.route(CHANGES, async (route) => {
    const response = await route.fetch().catch(() => null);
    if (response === null) return route.abort();
    const { data } = (await response.json()) as { data: { items: unknown[] } | null };
    if (data !== null && data.items.length > 0) {
      told += 1;
      words += 1;
    }
    await route.fulfill({ response }).catch(() => {});
  });
  let first = true;
  await page.route(PING, async (route) => {
    // What is shown at first nobody has told yet.
    const may = first || told > 0;
    told = Math.max(0, told - (first ? 0 : 1));
    first = false;
    await (may ? route.continue() : route.abort('failed'));
  });
  return () => words;
}

test('each round and the end of a ping appear by themselves, without the page asking for them', async ({
  desk,
  page,
  guard,
}) => {
  guard.allow(/net::ERR_FAILED/);
  const words = await onlyWhatIsTold(page);
  await desk.open();
  await desk.choose(811003);
  const task = await desk.launch();
  await expect(desk.progress.getByText('0 de 4 · confirmando con 10 paquetes')).toBeVisible();
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
  expect(words()).toBeGreaterThanOrEqual(2);
});

test('the page of a ping shows its end by itself as well', async ({ desk, api, guard }) => {
  guard.allow(/net::ERR_FAILED/);
  const task = await api.startsPing(811006, 10);
  await onlyWhatIsTold(desk.page);
  await desk.page.goto(`/pings/${task}`);
  await expect(desk.page.getByTestId('ping-progress')).toBeVisible();
  await expect(desk.page.getByTestId('ping-result').getByTestId('ping-badge')).toHaveAttribute(
    'data-verdict',
    'stable',
  );
});

test('a row of the history that runs ends where it stands', async ({ team, api }) => {
  const { page } = await team.desk('supervisor');
  const task = await api.startsPing(821001, 60);
  await page.goto('/history?period=today&service=821001');
  const row = page.getByTestId('history-list').locator(`[data-task-id="${task}"]`);
  await expect(row).toContainText('Midiendo…');
  await api.waitsForTheEndOf(task);
  await expect(row).toContainText('Estable');
});

const BROKEN = {
  'fails on the way': (page: Page) => page.route(CHANGES, (route) => route.abort('failed')),
  'is not there': (page: Page) =>
    page.route(CHANGES, (route) => route.fulfill({ status: 404, body: 'there is nothing here' })),
  'never answers': (page: Page) => page.route(CHANGES, () => {}),
};

for (const [how, breakIt] of Object.entries(BROKEN)) {
  test(`a wait that ${how} is missed by nobody: the page asks by itself`, async ({ desk, page, guard }) => {
    guard.allow(/net::ERR_FAILED|status of 404/);
    await breakIt(page);
    const id = 831001 + Object.keys(BROKEN).indexOf(how) * 10_000;
    await desk.open();
    await desk.choose(id);
    const task = await desk.launch();
    await desk.sees({ verdict: 'stable', task });
    await expect(desk.banner).toHaveCount(0);
  });
}

test('a tab that nobody sees leaves the wait, and learns the end all the same', async ({ desk, page }) => {
  await desk.open();
  await desk.choose(871006);
  const open = page.waitForRequest(CHANGES);
  const task = await desk.launch();
  const left = page.waitForEvent('requestfailed', (request) => request === waiting);
  const waiting = await open;
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await left;
  await desk.sees({ verdict: 'stable', task });
});

test('whoever signs out while a request waits learns nothing more by it', async ({ api }) => {
  const cookies = (await person('Quien espera', 'agent')).cookie.split('; ');
  const cookie = cookies.find((one) => one.startsWith(SESSION)) ?? '';
  const task = await api.startsPing(881004, 10);
  await expect.poll(async () => (await api.readsPing(task)).progress?.phase).toBe('waiting');
  const { version } = await api.readsPing(task);
  // Its line never ends, so that the wait does only when its time is up.
  const path = `/api/v1/changes/?seen=${task}.${version}&seconds=4`;
  const waiting = rawRequest({ path, headers: { cookie } });
  expect((await sendForm('signout', {}, [cookie])).status).toBe(200);
  const answered = await waiting;
  expect([answered.status, JSON.parse(answered.text)]).toMatchObject([401, { data: null }]);
});

test('a program waits with the scope ping:read, and with no other', async ({ api, apiWith, stranger }) => {
  const task = await api.startsPing(891001, 4);
  const path = `/api/v1/changes/?seen=${task}&seconds=5`;
  const [reader, other] = [await apiWith('ping:read'), await apiWith('services:read')];
  expect((await reader.get(path)).status).toBe(200);
  expect((await other.get(path)).status).toBe(403);
  expect((await stranger.get(path)).status).toBe(401);
});
