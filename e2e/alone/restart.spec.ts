import { accountOf, signIn } from '../accounts';
import { Desk } from '../desk';
import { environment } from '../environment';
import { expect, test } from '../fixtures';
import { withOwnServer } from '../own-server';

/**
 * What a browser says while its server ends and begins again, and at no other time. Of the server itself it hears 503
 * and nothing worse; the last of the others is a connection kept alive that closes as the browser takes it up again.
 */
const GONE =
  /net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED)|status of 503/;

/** Asks the stack to end the server and start it anew, and waits until both have happened. */
async function restartServer(): Promise<void> {
  const { STACK_PID, BASE_URL } = environment();
  const isUp = () =>
    fetch(`${BASE_URL}/api/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
  process.kill(STACK_PID, 'SIGUSR2');
  await expect.poll(isUp, { intervals: [25], timeout: 15_000 }).toBe(false);
  await expect.poll(isUp, { intervals: [100], timeout: 20_000 }).toBe(true);
}

test('a ping that runs while the server is started anew comes to its end on the open page', async ({
  desk,
  api,
  simulator,
  guard,
}) => {
  test.slow();
  const id = 751003;
  // A second try of this story finds what the first has launched.
  const { length: before } = await simulator.launches(id);
  await desk.open();
  await desk.choose(id);
  const task = await api.startsPing(id, 60);
  await desk.open(`/?service=${id}`);
  await desk.isMeasuring();
  await guard.allowDuring(GONE, async () => {
    await restartServer();
    await api.waitsForTheEndOf(task);
    await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
    await expect(desk.banner).toHaveCount(0);
  });

  const ping = await api.readsPing(task);
  expect(ping).toMatchObject({ state: 'finished', sent: 60, received: 0, rounds: 6 });
  const launches = await simulator.launches(id);
  const repeated = launches.length - before - ping.rounds;
  expect(repeated, 'each round is launched once, or once more and flagged').toBe(
    ping.launch_uncertain ? 1 : 0,
  );
});

test('a ping launched as the server goes down is neither lost nor launched twice in silence', async ({
  desk,
  api,
  simulator,
  guard,
}) => {
  test.slow();
  const id = 761001;
  await desk.open();
  await desk.choose(id);
  const task = await desk.launch();
  await guard.allowDuring(GONE, async () => {
    await restartServer();
    const ping = await api.waitsForTheEndOf(task);
    expect(ping).toMatchObject({ state: 'finished', verdict: 'stable', sent: 4 });
    expect(await simulator.launches(id)).toHaveLength(ping.launch_uncertain ? 2 : 1);
    await desk.reload();
  });
  await desk.sees({ verdict: 'stable', task });
});

test('a session outlives a restart of the server', async ({ desk, guard }) => {
  test.slow();
  await desk.open();
  await guard.allowDuring(GONE, async () => {
    await restartServer();
    await desk.reload();
  });
  await desk.choose(771001);
  await desk.sees({ verdict: 'stable', task: await desk.launch() });
});

test('a page whose server is dead for half a minute says so with its age, keeps what was typed, and recovers by itself', async ({
  browser,
  simulator,
}) => {
  test.setTimeout(150_000);
  const id = 1131003;
  const account = accountOf('agent');
  await withOwnServer({}, async (server) => {
    const context = await browser.newContext({ baseURL: server.url });
    await context.addCookies((await signIn(account, server.url)).cookies);
    const desk = new Desk(await context.newPage(), account);
    await desk.open();
    await desk.choose(id);
    const task = await desk.launch();
    await desk.isMeasuring();
    const note = desk.page.getByPlaceholder('Lo que debe saber quien atienda después…');
    await note.fill('El cliente vuelve a llamar a las 3');

    await server.kill();
    await expect(desk.banner).toHaveAttribute('data-connection', 'unreachable', { timeout: 5000 });
    await expect(desk.banner).toContainText(/Última actualización: hace 3\d\ss/, { timeout: 45_000 });
    await expect(desk.card, 'what was read stays').toBeVisible();

    await server.startAgain();
    await expect(desk.banner).toHaveCount(0);
    await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
    await expect(note).toHaveValue('El cliente vuelve a llamar a las 3');
    expect(await simulator.launches(id), 'the two rounds of one ping').toHaveLength(2);
    await context.close();
  });
});

test('the history says without a connection how old its own numbers are', async ({ team, guard }) => {
  guard.allow(/net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED)/);
  const { page, banner } = await team.desk('supervisor');
  await page.clock.install();
  await page.goto('/history?period=today');
  await expect(page.getByTestId('history-totals')).toHaveAttribute('aria-busy', 'false');
  await page.clock.runFor(10 * 60_000);
  await page.context().setOffline(true);
  await expect(banner).toContainText(/Última actualización: hace 1\d\smin/);
  await page.context().setOffline(false);
});
