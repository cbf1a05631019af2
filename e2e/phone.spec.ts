import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './fixtures';

// A technician on a roof: one thumb, bad signal.

const CUT = /net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|FAILED)/;
/** The page that stands in has the status of a server that is away. */
const STAND_IN = /status of 503 /;

test.use({
  role: 'technician',
  serviceWorkers: 'allow',
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  permissions: ['clipboard-read', 'clipboard-write'],
});

/** The product under test is a demo, which installs no worker: here it passes for one that is none. */
test.beforeEach(({ context }) =>
  context.addInitScript(() => {
    const forget = () => document.documentElement?.removeAttribute('data-demo');
    new MutationObserver(forget).observe(document, { childList: true });
    forget();
  }),
);

/** What of these can be touched by a thumb: 44 px both ways, and nothing else in the middle of it. */
async function isInReach(page: Page, names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    const button = page.getByRole('button', { name, exact: typeof name === 'string' });
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), String(name)).toBeGreaterThanOrEqual(44);
    await button.tap({ trial: true });
  }
}

const hasNoSidewaysScroll = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
    .toBe(true);

/** From now on the worker stands between this page and the network. */
const hasItsWorker = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? ''))
    .toMatch(/\/sw\.js$/);

test('a technician finds a customer and tests again with 20 packets, with one thumb, and leaves with proof', async ({
  desk,
  page,
}) => {
  const id = 8_811_001;
  await desk.open();
  await isInReach(page, ['Buscar cliente']);
  await page.getByRole('button', { name: 'Buscar cliente', exact: true }).tap();
  await expect(desk.search).toBeFocused();
  await desk.search.fill(String(id));
  await desk.finds(id);
  await desk.option(id).tap();
  await desk.shows(id);
  await hasNoSidewaysScroll(page);
  await expect(desk.launchButton).toHaveAccessibleName('Medir 20 paquetes');
  await isInReach(page, ['Medir 20 paquetes', 'Buscar cliente']);

  const task = await desk.launchedBy(() => desk.launchButton.tap());
  await desk.sees({ verdict: 'stable', certainty: 'solid', task });
  await expect(desk.result).toContainText('respondieron 20 de 20');
  await expect(desk.badge).toBeInViewport({ ratio: 1 });
  expect((await desk.badge.boundingBox())?.width, 'as wide as the screen').toBeGreaterThan(300);
  await hasNoSidewaysScroll(page);

  const proof = page.getByTestId('ping-proof');
  await expect(proof).toContainText(/Medición hecha por Tomás Rey.*Caso [A-Z0-9]{6}/);
  await proof.getByRole('button', { name: 'Copiar comprobante' }).tap();
  await expect(proof.getByRole('button')).toHaveText('Comprobante copiado');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Pulso · Estable · respondieron 20 de 20\n/);
  expect(copied).toContain(`/pings/${task}`);
});

test('from the foot of a long page the answer of a new test comes into sight', async ({ desk, page }) => {
  const id = 8_821_002;
  await desk.open(`/?service=${id}`);
  await desk.shows(id);
  await desk.launch();
  await desk.sees({ verdict: 'intermittent' });
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(desk.badge).not.toBeInViewport();
  await desk.launchedBy(() => desk.launchButton.tap());
  await expect(desk.progress.getByTestId('ping-badge')).toBeInViewport({ ratio: 1 });
  await desk.sees({ verdict: 'intermittent' });
  await expect(desk.badge).toBeInViewport({ ratio: 1 });
});

test('from the foot of a long page it is seen why a new test could not begin', async ({
  desk,
  page,
  context,
  guard,
}) => {
  guard.allow(CUT);
  const id = 8_841_001;
  await desk.open(`/?service=${id}`);
  await desk.shows(id);
  await desk.launch();
  await desk.sees({ verdict: 'stable' });
  await context.setOffline(true);
  await expect(desk.banner).toHaveAttribute('data-connection', 'offline');
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await desk.launchButton.tap();
  await expect(page.locator('[data-problem=network]')).toBeInViewport({ ratio: 1 });
  await context.setOffline(false);
});

test('without a network a page says so, keeps what was typed, and comes back by itself', async ({
  desk,
  page,
  context,
  guard,
}) => {
  guard.allow(CUT, STAND_IN);
  const id = 8_831_001;
  await desk.open(`/?service=${id}`);
  await desk.shows(id);
  const note = page.getByRole('textbox', { name: 'Nota para el ticket' });
  await desk.launch();
  await desk.sees({ verdict: 'stable' });
  await note.fill('Cambié el conector.');
  await desk.search.fill('johana');
  await hasItsWorker(page);

  await context.setOffline(true);
  await expect(desk.banner).toHaveAttribute('data-connection', 'offline');
  await page.reload();
  const standIn = page.getByTestId('offline-page');
  await expect(standIn.getByRole('heading')).toHaveText('Sin conexión');
  await expect(standIn).toContainText('Lo que pidió no se pierde');
  await expect(page).toHaveTitle('Sin conexión · Pulso');
  await isInReach(page, ['Reintentar ahora']);
  await hasNoSidewaysScroll(page);

  await context.setOffline(false);
  await desk.shows(id);
  await expect(desk.search).toHaveValue('johana');
  await expect(note).toHaveValue('Cambié el conector.');
  await expect(desk.badge).toHaveAttribute('data-verdict', 'stable');
});

for (const [locale, title] of [
  ['pt-BR', 'Sem conexão'],
  ['en', 'No connection'],
] as const) {
  test(`the page that stands in speaks the language that was chosen: ${locale}`, async ({
    desk,
    page,
    context,
    guard,
    baseURL,
  }) => {
    guard.allow(CUT, STAND_IN);
    await desk.open();
    await hasItsWorker(page);
    await context.addCookies([{ name: 'pulso-locale', value: locale, url: baseURL ?? '' }]);
    await context.setOffline(true);
    await page.goto('/profile');
    await expect(page.getByRole('heading')).toHaveText([title]);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await context.setOffline(false);
  });
}

test('the worker may fetch pages and nothing that is not ours', async ({ request }) => {
  const headers = (await request.get('/sw.js')).headers();
  expect(headers['content-security-policy']).toBe("default-src 'none'; connect-src 'self'");
  expect(headers['cache-control']).toBe('no-cache');
});

test('the worker keeps nothing of what somebody saw', async ({ desk, page }) => {
  await desk.open('/?service=8841001');
  await desk.shows(8_841_001);
  await hasItsWorker(page);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

const manifestSchema = z.object({
  name: z.literal('Pulso'),
  start_url: z.literal('/'),
  display: z.literal('standalone'),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), purpose: z.string() })).min(3),
});

test('Chromium would install it: the manifest and every icon of it answer', async ({
  desk,
  page,
  request,
}) => {
  await desk.open();
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await request.get(href ?? '');
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const { icons } = manifestSchema.parse(await answer.json());
  expect(icons.map(({ purpose }) => purpose)).toContain('maskable');
  const apple = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
  for (const src of [...icons.map((icon) => icon.src), apple ?? '']) {
    const icon = await request.get(src);
    expect([icon.status(), icon.headers()['content-type']], src).toEqual([200, 'image/png']);
  }
  const devtools = await page.context().newCDPSession(page);
  const { errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A browser without a profile of its own installs nothing; that is the only thing in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
});
