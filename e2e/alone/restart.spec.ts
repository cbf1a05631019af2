import { environment } from '../environment';
import { expect, test } from '../fixtures';

const GONE =
  /net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)|status of 50[0-9]/;

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
  guard.allow(GONE);
  const id = 751003;
  await desk.open();
  await desk.choose(id);
  const task = await api.startsPing(id, 60);
  await desk.open(`/?service=${id}`);
  await desk.isMeasuring();
  await restartServer();
  await api.waitsForTheEndOf(task);
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
  await expect(desk.banner).toHaveCount(0);

  const ping = await api.readsPing(task);
  expect(ping).toMatchObject({ state: 'finished', sent: 60, received: 0, rounds: 6 });
  const launches = await simulator.launches(id);
  const repeated = launches.length - ping.rounds;
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
  guard.allow(GONE);
  const id = 761001;
  await desk.open();
  await desk.choose(id);
  const task = await desk.launch();
  await restartServer();
  const ping = await api.waitsForTheEndOf(task);
  expect(ping).toMatchObject({ state: 'finished', verdict: 'stable', sent: 4 });
  expect(await simulator.launches(id)).toHaveLength(ping.launch_uncertain ? 2 : 1);
  await desk.reload();
  await desk.sees({ verdict: 'stable', task });
});

test('a session outlives a restart of the server', async ({ desk, guard }) => {
  test.slow();
  guard.allow(GONE);
  await desk.open();
  await restartServer();
  await desk.reload();
  await desk.choose(771001);
  await desk.sees({ verdict: 'stable', task: await desk.launch() });
});
