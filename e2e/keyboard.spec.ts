import { expect, test } from './fixtures';

test('from the first key to the badge without a mouse', async ({ desk }) => {
  await desk.open();
  await desk.press('/');
  await expect(desk.search).toBeFocused();
  await desk.page.keyboard.type('johana var');
  await desk.finds(12345);
  await desk.press('Enter');
  await desk.shows(12345);
  await desk.isReadyForEnter();
  const task = await desk.launchedBy(() => desk.press('Enter'));
  await desk.sees({ verdict: 'stable', task });
});

test('the arrows choose from the list', async ({ desk }) => {
  await desk.open();
  await desk.press('/');
  await desk.page.keyboard.type('maria jose perez munoz');
  await expect(desk.option(1022)).toBeEnabled();
  const ids = await desk.results.evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-service-id')),
  );
  await desk.press('ArrowDown', 'ArrowUp', 'ArrowDown', 'Enter');
  await desk.shows(Number(ids[1]));
});

test('Enter acts only on results of what is typed now', async ({ desk, page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  // Also its beginnings, which are asked for when somebody types slowly.
  await page.route(/\/api\/v1\/services\/\?q=b/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await desk.open();
  await desk.press('/');
  await page.keyboard.type('johana vargas');
  await desk.finds(12345);
  await desk.search.selectText();
  const asked = page.waitForRequest(/q=begona/);
  await page.keyboard.type('begona ibanez soto');
  await desk.press('Enter');
  await asked;
  await desk.press('Enter');
  await expect(desk.option(12345), 'the old result is still on show').toBeVisible();
  await expect(desk.card).toHaveCount(0);
  await expect(page).toHaveURL('/');
  release();
  await desk.finds(1002);
  await desk.press('Enter');
  await desk.shows(1002);
});

test('Enter right after the last letter opens nothing, neither then nor when the answer comes', async ({
  desk,
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/api\/v1\/services\/\?q=/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await desk.open();
  for (const typed of ['1', 'ma', 'jose nunez', '10.20']) {
    await desk.press('Escape', 'Escape', '/');
    await page.keyboard.type(typed);
    await desk.press('Enter');
    await expect(page).toHaveURL('/');
  }
  release();
  await expect(desk.results.first()).toBeVisible();
  await expect(page.getByTestId('service-search').locator('[aria-busy=false]')).toBeAttached();
  await expect(page).toHaveURL('/');
});

test('1 to 5 say why the customer called, and a complaint of cuts sets 20 packets', async ({
  desk,
  page,
}) => {
  await desk.open();
  await desk.choose(361001);
  await desk.isReadyForEnter();
  const reasons = page.getByRole('radiogroup').or(page.getByRole('group', { name: 'Motivo de la llamada' }));
  const chosen = reasons.locator('[data-state=on]');
  await expect(chosen).toHaveCount(0);
  for (const [key, reason] of [
    ['1', 'No navega'],
    ['2', 'Lento'],
    ['4', 'Técnico'],
    ['5', 'Otro'],
    ['3', 'Se corta'],
  ] as const) {
    await desk.press(key);
    await expect(chosen).toContainText(reason);
  }
  await expect(desk.packets).toHaveText('20');
  const task = await desk.launchedBy(() => desk.press('Enter'));
  await desk.sees({ verdict: 'stable', certainty: 'solid', badge: 'Estable', task });
  await expect(desk.result).toContainText('respondieron 20 de 20');
});

test('the reason is kept with the ping', async ({ desk, api }) => {
  await desk.open();
  await desk.choose(371001);
  await desk.isReadyForEnter();
  await desk.press('2');
  const task = await desk.launchedBy(() => desk.press('Enter'));
  const ping = await api.waitsForTheEndOf(task);
  expect(ping.reason).toBe('slow');
  expect(ping.requested_by).toMatchObject([{ name: desk.account.name, reason: 'slow' }]);
});

test('R repeats and + measures with more packets', async ({ desk }) => {
  await desk.open();
  await desk.choose(381001);
  await desk.isReadyForEnter();
  const first = await desk.launchedBy(() => desk.press('Enter'));
  await desk.sees({ verdict: 'stable', badge: 'Estable · solo 4 paquetes', task: first });
  const second = await desk.launchedBy(() => desk.press('r'));
  expect(second).not.toBe(first);
  await desk.sees({ verdict: 'stable', badge: 'Estable · solo 4 paquetes', task: second });
  const third = await desk.launchedBy(() => desk.press('+'));
  await desk.sees({ verdict: 'stable', certainty: 'solid', badge: 'Estable', task: third });
  await expect(desk.result).toContainText('respondieron 10 de 10');
});

test('? shows every key, and the keys of the desk rest meanwhile', async ({ desk, simulator }) => {
  await desk.open();
  await desk.choose(391001);
  await desk.isReadyForEnter();
  await desk.press('?');
  await expect(desk.shortcutSheet).toBeVisible();
  for (const key of ['/', 'R', '+', '?']) {
    await expect(desk.shortcutSheet.locator('kbd', { hasText: key }).first()).toBeVisible();
  }
  await desk.press('r', '3');
  await desk.press('Escape');
  await expect(desk.shortcutSheet).toHaveCount(0);
  await expect(desk.packets).toHaveText('4');
  await expect(desk.progress).toHaveCount(0);
  expect(await simulator.launches(391001)).toHaveLength(0);
});

test('single keys do nothing while somebody types', async ({ desk, simulator, page }) => {
  await desk.open();
  await desk.choose(401001);
  await desk.isReadyForEnter();
  await desk.press('/');
  await page.keyboard.type('3r+?/p1');
  await expect(desk.search).toHaveValue('3r+?/p1');
  await desk.press('Escape', 'Escape');
  await expect(desk.search).not.toBeFocused();
  await expect(desk.shortcutSheet).toHaveCount(0);
  await expect(desk.packets).toHaveText('4');
  expect(await simulator.launches(401001)).toHaveLength(0);
});

test('a key pressed with Ctrl belongs to the browser', async ({ desk, simulator }) => {
  await desk.open();
  await desk.choose(411001);
  await desk.isReadyForEnter();
  await desk.press('Control+3', 'Alt+3');
  await expect(desk.packets).toHaveText('4');
  expect(await simulator.launches(411001)).toHaveLength(0);
});
