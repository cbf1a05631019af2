import { clock, database, gateway, inFlight, instance, settingsNow, system } from './compose';
import { releaseDeadLeases, releaseLeases } from './db/pings';
import { readSync } from './db/directory-sync';
import { listenForDue } from './due-listener';
import { env } from './env';
import { log } from './log';
import { once } from './once';
import { loadDirectory } from './operations/sync-directory';
import { startRunner } from './runner';

const CLOCK_STEP_MS = 60_000;
/** How often the age of the directory is looked at; a load that failed is tried again then. */
const DIRECTORY_STEP_MS = 15 * 60_000;
/** How soon a change of the rules reaches every instance. */
const SETTINGS_STEP_MS = 5000;
const DIRECTORY_AGE_MS = 6 * 3_600_000;
const CALLS_IN_FLIGHT_MS = 5000;

async function loadOldDirectory(): Promise<void> {
  const { finishedAt } = await readSync(database(), clock().now());
  const isYoung = finishedAt !== null && clock().now().getTime() - finishedAt.getTime() < DIRECTORY_AGE_MS;
  if (!isYoung) await loadDirectory(system());
}

async function begin(): Promise<() => Promise<void>> {
  await Promise.all([clock().synchronise(), settingsNow().refresh()]);
  const timers = [
    setInterval(
      () =>
        void clock()
          .synchronise()
          .catch(() => {}),
      CLOCK_STEP_MS,
    ),
    setInterval(
      () =>
        void settingsNow()
          .refresh()
          .catch(() => {}),
      SETTINGS_STEP_MS,
    ),
  ];
  const stopTimers = () => timers.forEach(clearInterval);
  if (!env().RUNNER) return async () => stopTimers();
  const freed = await releaseDeadLeases(database(), instance(), system().owner);
  if (freed > 0) log().info({ freed }, 'took over the pings of the process before this one');
  const runner = startRunner(system());
  const listener = listenForDue(env().DATABASE_URL ?? '', runner.wake);
  const load = () =>
    void inFlight()
      .track(loadOldDirectory())
      .catch((error: unknown) => log().error({ err: error }, 'the directory could not be loaded'));
  timers.push(setInterval(load, DIRECTORY_STEP_MS));
  load();
  return async () => {
    stopTimers();
    await listener.stop();
    await runner.stop();
  };
}

/** Ready says no, nothing new is claimed, calls in flight get five seconds, leases go back, and the process ends. */
async function shutDown(end: () => Promise<void>): Promise<void> {
  inFlight().drain();
  await end();
  await inFlight().settle(CALLS_IN_FLIGHT_MS);
  await releaseLeases(database(), system().owner);
  await Promise.all([gateway().close(), database().$client.end()]);
}

/** Starts what works without a request, once in this process, and ends it on SIGTERM or SIGINT. */
export const startBackground = once('background', async () => {
  const end = await begin().catch((error: unknown) => {
    // Next would go on and answer 500 to everything; a process that ends is started again by whoever watches it.
    log().error({ err: error }, 'the server could not start its background work');
    process.exit(1);
  });
  let ending = false;
  const onSignal = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    shutDown(end).then(
      () => process.exit(0),
      (error: unknown) => {
        log().error({ err: error }, 'the shutdown was not clean');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
});
