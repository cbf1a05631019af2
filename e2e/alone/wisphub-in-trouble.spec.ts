import { defaultSettings } from '@/lib/domain/settings';
import { expect, test } from '../fixtures';
import type { ApiClient } from '../api-client';
import { simulator } from '../simulator';

test.beforeAll(() => simulator.reset());
test.afterEach(() => simulator.reset());

test('a line is measured although WispHub asks to slow down first', async ({ desk }) => {
  await desk.open();
  await desk.choose(741014);
  const task = await desk.launch();
  await desk.sees({
    verdict: 'stable',
    certainty: 'hollow',
    meaning: 'stable_few',
    badge: 'Estable · solo 4 paquetes',
    task,
  });
  const reads = (await simulator.requests(741014)).filter(({ method }) => method === 'GET');
  const [refused, next] = reads.filter(({ task_id }) => task_id !== null);
  expect(refused?.outcome).toBe('rate_limited');
  const pauseMs = Date.parse(next?.at ?? '') - Date.parse(refused?.at ?? '');
  expect(pauseMs, 'Retry-After is obeyed').toBeGreaterThanOrEqual(1000);
});

/** Launches of other people fail until Pulso no longer tries. */
async function exhausts(api: ApiClient, first: number): Promise<void> {
  await simulator.outage('html');
  for (let one = 0; one < 8; one += 1) {
    const { status } = await api.post(`/api/v1/${first + one * 10_000}/ping/`, { pings: 4 });
    expect([502, 503]).toContain(status);
  }
}

test('while WispHub is down the desk says so at once, keeps what is asked, and measures by itself when it is back', async ({
  desk,
  page,
  api,
  guard,
}) => {
  test.slow();
  guard.allow(/status of 50[23]/);
  const id = 941001;
  await desk.open();
  await desk.choose(id);
  await exhausts(api, 951001);
  const banner = page.locator('[data-upstream=down]');
  await expect(banner).toBeVisible({ timeout: 5000 });
  await expect(banner).toContainText('Lo que pida se guarda y sale solo cuando vuelva.');
  const task = await desk.launch();
  await expect(desk.progress.getByText('la medición está guardada y sale sola cuando vuelva')).toBeVisible();
  expect(await simulator.launches(id), 'nothing was sent').toEqual([]);
  await desk.reload();
  await expect(desk.progress, 'it needs no page').toBeVisible();

  await simulator.outage('none');
  await desk.sees({ verdict: 'stable', task });
  await expect(banner).toHaveCount(0);
  expect(await simulator.launches(id)).toHaveLength(1);
});

test('what was kept while WispHub is down can be taken back, and is then never launched', async ({
  desk,
  page,
  api,
  guard,
}) => {
  test.slow();
  guard.allow(/status of 50[23]/);
  const id = 981001;
  await desk.open();
  await desk.choose(id);
  await exhausts(api, 991001);
  await expect(page.locator('[data-upstream=down]')).toBeVisible({ timeout: 5000 });
  const task = await desk.launch();
  await expect(desk.progress.getByTestId('ping-badge')).toHaveText('En espera');
  await desk.progress.getByRole('button', { name: 'Cancelar la medición' }).click();
  await desk.sees({ failure: 'withdrawn', task });
  await expect(page.getByTestId('whatsapp'), 'a customer hears nothing of it').toHaveCount(0);
  await simulator.outage('none');
  await expect(page.locator('[data-upstream=down]')).toHaveCount(0, { timeout: 30_000 });
  expect(await simulator.launches(id)).toEqual([]);
});

test('a single launch that WispHub fails is asked again by itself, unless it is left', async ({
  desk,
  page,
  guard,
}) => {
  test.slow();
  guard.allow(/status of 50[23]/);
  const id = 961001;
  await desk.open();
  await desk.choose(id);
  await simulator.outage('html');
  await desk.launchButton.click();
  await expect(page.locator('[data-problem^=upstream]')).toBeVisible();
  await expect(page.getByText(/Se vuelve a pedir sola en \d+\ss/)).toBeVisible();
  await simulator.outage('none');
  await expect(desk.badge, 'asked again within ten seconds').toBeVisible({ timeout: 25_000 });
  await desk.sees({ verdict: 'stable' });
});

test('that WispHub is back is seen without anybody asking for a ping', async ({ desk, page, api, guard }) => {
  test.slow();
  guard.allow(/status of 50[23]/);
  await desk.open();
  await exhausts(api, 971001);
  const banner = page.locator('[data-upstream=down]');
  await expect(banner).toBeVisible({ timeout: 5000 });
  await simulator.outage('none');
  await expect(banner).toHaveCount(0, { timeout: 30_000 });
});

test('where the operator has it so, a launch is refused with words and is not asked again', async ({
  desk,
  page,
  api,
  team,
  guard,
}) => {
  test.slow();
  guard.allow(/status of 50[23]/);
  const admin = await team.api('admin');
  const setTo = (whileDown: 'keep' | 'refuse') =>
    admin.call('PUT', '/api/v1/settings/', { data: { ...defaultSettings, whileDown } });
  await setTo('refuse');
  try {
    await desk.open();
    await desk.choose(981001);
    await exhausts(api, 991001);
    const banner = page.locator('[data-upstream=down]');
    await expect(banner).toContainText('Hasta que vuelva no se puede medir');
    await desk.launchButton.click();
    const problem = page.locator('[data-problem=upstream_unavailable]');
    await expect(problem).toBeVisible();
    await expect(page.getByText(/Se vuelve a pedir sola/)).toHaveCount(0);
    await expect(desk.launchButton).toBeEnabled();
  } finally {
    await setTo('keep');
  }
});

test('a key that WispHub refuses is told as such, and not as an outage', async ({
  desk,
  page,
  api,
  guard,
}) => {
  guard.allow(/status of 50[23]/);
  await desk.open();
  await simulator.outage('refuse-key');
  const banner = page.locator('[data-upstream=key]');
  // What an outage before has closed is open again after ten seconds.
  const isTold = async () => {
    await api.post('/api/v1/1101001/ping/', { pings: 4 });
    return banner.count();
  };
  await expect.poll(isTold, { timeout: 30_000, intervals: [1000] }).toBe(1);
  await expect(banner).toContainText('WispHub rechaza la clave de Pulso');
});
