import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Hand, type Moves } from './hand';
import { HistoryPage } from './history-page';
import { PeoplePage, uniqueEmail } from './people-page';

// How many keys and clicks each story of the product takes from the page where its person is. The bounds are what we
// promise (e2e/README.md shows them as a table); a change that needs more is a worse flow.

/** The story takes at most this, and the report shows what it took. */
function expectAtMost(hand: Hand, most: Moves): void {
  const { keys, clicks, fields } = hand.count;
  const description = `${keys} keys, ${clicks} clicks, ${fields} fields`;
  test.info().annotations.push({ type: 'flow', description });
  expect(keys, 'keys').toBeLessThanOrEqual(most.keys);
  expect(clicks, 'clicks').toBeLessThanOrEqual(most.clicks);
  expect(fields, 'fields').toBeLessThanOrEqual(most.fields);
}

/** Runs in the page: sums what moves from now on without a key or a press just before it. */
function watchShifts(): void {
  const seen = window as unknown as { moved: { value: number; what: string[] } };
  seen.moved = { value: 0, what: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as unknown as {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Element | null }[];
      };
      if (shift.hadRecentInput) continue;
      seen.moved.value += shift.value;
      seen.moved.what.push(
        `${shift.value.toFixed(4)} ${shift.sources.map(({ node }) => node?.className ?? '').join(' | ')}`,
      );
    }
  }).observe({ type: 'layout-shift' });
}

async function expectNothingMoved(page: Page): Promise<void> {
  const { value, what } = await page.evaluate(
    () => (window as unknown as { moved: { value: number; what: string[] } }).moved,
  );
  expect(value, `what moved by itself: ${what.join('\n')}`).toBeLessThanOrEqual(0.02);
}

test('an agent: from the ringing phone to a launched ping, a verdict, the ticket and WhatsApp', async ({
  desk,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.route('https://wa.me/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>WhatsApp</title>' }),
  );
  const hand = new Hand(page);
  // Of many with this name, one who called before comes first.
  await desk.open('/?service=1002');
  await desk.shows(1002);
  await desk.open();
  // Both sides have been filled before anybody calls.
  await page.waitForLoadState('networkidle');
  await page.evaluate(watchShifts);
  await hand.press('/');
  await hand.types('bego');
  await desk.finds(1002);
  await hand.press('Enter');
  await desk.shows(1002);
  await desk.isReadyForEnter();
  await desk.launchedBy(() => hand.press('Enter'));
  await desk.isMeasuring();
  expect(await page.evaluate(() => window.scrollY), 'who it is about stays in sight').toBe(0);
  expectAtMost(hand, { keys: 7, clicks: 0, fields: 0 });

  await desk.sees({ verdict: 'intermittent' });
  await hand.press('t');
  await expect(page.getByTestId('copy-ticket')).toContainText('Ticket copiado');
  await expect(
    page.getByRole('status').filter({ hasText: 'Ticket copiado' }),
    'said where it is seen, wherever the button is',
  ).toBeInViewport({ ratio: 1 });
  await hand.press('w');
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Abrir WhatsApp' })).toBeFocused();
  const opened = context.waitForEvent('page');
  await hand.press('Enter');
  await opened;
  expectAtMost(hand, { keys: 10, clicks: 0, fields: 0 });
  await expectNothingMoved(page);
});

test.describe('a supervisor', () => {
  test.use({ role: 'supervisor' });

  test('what happened yesterday in Zona Norte', async ({ desk, page }) => {
    const hand = new Hand(page);
    const history = new HistoryPage(page);
    await desk.open();
    await hand.clickOn(page.getByRole('link', { name: 'Historial' }));
    await history.isSettled();
    await hand.clickOn(page.getByRole('button', { name: 'Ayer por zona' }));
    await history.isSettled();
    await hand.clickOn(history.chip('Zona'));
    await hand.clickOn(page.getByRole('dialog').getByRole('option', { name: 'Zona Norte' }));
    await history.isSettled();
    await expect(history.chip('Período')).toContainText('Ayer');
    await expect(history.chip('Zona')).toContainText('Zona Norte');
    expectAtMost(hand, { keys: 0, clicks: 4, fields: 0 });
  });

  test('who tested this customer, and what it said', async ({ desk, page, team }) => {
    const id = 901001;
    const agent = await team.api('agent');
    await agent.waitsForTheEndOf(await agent.startsPing(id, 4));
    const hand = new Hand(page);
    await desk.open();
    await hand.press('/');
    await hand.types(String(id));
    await desk.finds(id);
    await hand.press('Enter');
    await desk.shows(id);
    await hand.clickOn(page.getByTestId('line-link'));
    await expect(page.getByTestId('line-table')).toContainText('Ana Torres');
    await expect(page.getByTestId('line-table')).toContainText('Estable');
    expectAtMost(hand, { keys: 8, clicks: 1, fields: 0 });
  });
});

test.describe('a technician', () => {
  test.use({ role: 'technician', viewport: { width: 390, height: 780 } });

  test('a test of 20 packets again, with one thumb', async ({ desk, page }) => {
    const id = 921001;
    const hand = new Hand(page);
    await desk.open();
    await hand.clickOn(desk.search);
    await hand.fills(desk.search, String(id));
    await hand.clickOn(desk.option(id));
    await desk.shows(id);
    await desk.launchedBy(() => hand.clickOn(desk.launchButton));
    await desk.sees({ verdict: 'stable', certainty: 'solid' });
    await expect(desk.result).toContainText('respondieron 20 de 20');
    await desk.launchedBy(() => hand.clickOn(desk.launchButton));
    expectAtMost(hand, { keys: 0, clicks: 4, fields: 1 });
  });
});

test.describe('an administrator', () => {
  test.use({ role: 'admin' });

  test('gives a person access', async ({ desk, page }) => {
    const hand = new Hand(page);
    const people = new PeoplePage(page);
    await desk.open();
    await hand.clickOn(page.getByRole('link', { name: 'Personas' }));
    await hand.clickOn(people.invite);
    await expect(people.dialog.getByLabel('Nombre'), 'where the hand goes').toBeFocused();
    await hand.fills(people.dialog.getByLabel('Nombre'), 'Eva Ríos');
    await hand.fills(people.dialog.getByLabel('Correo'), uniqueEmail('flow'));
    await hand.press('Enter');
    await expect(people.link).toHaveValue(/\/welcome#/);
    await hand.clickOn(people.dialog.getByRole('button', { name: /^Copiar/ }));
    expectAtMost(hand, { keys: 1, clicks: 3, fields: 2 });
  });

  test('an integrator: from no token to the first answer', async ({ desk, page, playwright, baseURL }) => {
    const hand = new Hand(page);
    await desk.open();
    await hand.clickOn(page.getByRole('button', { name: /^Cuenta de / }));
    await hand.clickOn(page.getByRole('menuitem', { name: 'Tokens de API' }));
    await hand.clickOn(page.getByRole('button', { name: 'Nuevo token' }));
    await expect(page.getByLabel('Nombre'), 'where the hand goes').toBeFocused();
    await hand.fills(page.getByLabel('Nombre'), `a bot of ${Date.now()}`);
    await hand.clickOn(page.getByRole('checkbox', { name: 'Lanzar mediciones' }));
    await hand.clickOn(page.getByRole('checkbox', { name: 'Leer sus resultados' }));
    await hand.clickOn(page.getByRole('button', { name: 'Crear token' }));
    await hand.clickOn(page.getByRole('button', { name: 'Copiar token' }));
    const token = await page.getByTestId('made-token').inputValue();
    const program = await playwright.request.newContext({
      baseURL,
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    const answer = await program.post('/api/v1/931001/ping/', { data: { pings: 4 } });
    expect(await answer.json()).toMatchObject({ ok: true, action: 'ping_created' });
    await program.dispose();
    expectAtMost(hand, { keys: 0, clicks: 7, fields: 1 });
  });
});
