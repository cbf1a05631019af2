import { expect, test } from './fixtures';

const CUT = /net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED)/;

test('without a network the page says so with its age, and comes back by itself', async ({
  desk,
  context,
  guard,
  api,
  simulator,
}) => {
  guard.allow(CUT);
  const id = 591003;
  await desk.open();
  await desk.choose(id);
  await expect(desk.banner).toHaveCount(0);
  await desk.press('3');
  const task = await desk.launch();
  await context.setOffline(true);
  await expect(desk.banner).toHaveAttribute('data-connection', 'offline');
  await expect(desk.banner).toContainText(/Sin conexión\. Última actualización: (ahora mismo|hace \d+\ss)\./);
  await api.waitsForTheEndOf(task);
  await expect(desk.progress, 'the page cannot know the end yet').toBeVisible();
  await context.setOffline(false);
  await expect(desk.banner).toHaveCount(0);
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
  expect(await simulator.launches(id), 'two rounds of ten').toHaveLength(2);
});

test('a launch pressed without a network fails with words, and is not sent behind the back later', async ({
  desk,
  context,
  guard,
  simulator,
}) => {
  guard.allow(CUT);
  const id = 591001;
  await desk.open();
  await desk.choose(id);
  await context.setOffline(true);
  await expect(desk.banner).toBeVisible();
  await desk.launchButton.click();
  await expect(desk.page.locator('[data-problem=network]')).toBeVisible();
  await context.setOffline(false);
  await expect(desk.banner).toHaveCount(0);
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', task });
  expect(await simulator.launches(id)).toHaveLength(1);
});

test('a notice comes and goes without moving anything under the pointer, and is read out', async ({
  desk,
  context,
  guard,
}) => {
  guard.allow(CUT);
  await desk.open();
  await desk.choose(592001);
  await desk.isReadyForEnter();
  const places = () =>
    Promise.all([desk.launchButton, desk.page.locator('#content h1')].map((part) => part.boundingBox()));
  const before = await places();
  await context.setOffline(true);
  await expect(desk.banner).toBeVisible();
  expect(await places()).toEqual(before);
  const [, title] = before;
  const notice = await desk.banner.boundingBox();
  if (!title || !notice) throw new Error('The title or the notice is not on the page.');
  expect(notice.y + notice.height, 'the title stays in sight').toBeLessThanOrEqual(title.y);
  await expect(desk.banner.getByRole('status')).toHaveText(
    'Sin conexión. Pulso sigue midiendo en el servidor.',
  );
  await context.setOffline(false);
  await expect(desk.banner).toHaveCount(0);
  expect(await places()).toEqual(before);
});

test('an answer that was lost on the way is not asked for twice', async ({
  desk,
  page,
  guard,
  simulator,
}) => {
  guard.allow(/net::ERR_FAILED/);
  const id = 601001;
  await desk.open();
  await desk.choose(id);
  await page.route(/\/601001\/ping\/$/, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await desk.launchButton.click();
  await expect(page.locator('[data-problem=network]').or(desk.result).first()).toBeVisible();
  await desk.sees({ verdict: 'stable' });
  expect(await simulator.launches(id)).toHaveLength(1);
});

test('a server that cannot be reached is told from a network that is gone', async ({ desk, page, guard }) => {
  guard.allow(/net::ERR_CONNECTION_REFUSED/);
  await desk.open();
  await page.route(/\/api\/v1\/upstream\//, (route) => route.abort('connectionrefused'));
  await expect(desk.banner).toHaveAttribute('data-connection', 'unreachable');
  await page.unroute(/\/api\/v1\/upstream\//);
  await expect(desk.banner).toHaveCount(0);
});
