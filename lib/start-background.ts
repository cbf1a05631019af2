import {
  changes,
  clock,
  database,
  facts,
  gateway,
  inFlight,
  instance,
  queue,
  settingsNow,
  system,
} from './compose';
import { listenToDatabase } from './listen-to-database';
import { releaseDeadLeases, releaseLeases } from './db/pings';
import { readSync } from './db/directory-sync';
import { doJob } from './do-job';
import { env } from './env';
import { openFrontDoor, type FrontDoor } from './front-door';
import { lateAnswer, needsNoDatabase } from './late-answer';
import { log } from './log';
import { metrics } from './metrics';
import { once } from './once';
import { loopLag } from './process-facts';
import { logEveryRequest } from './request-log';
import { PROBE_STEP_MS, probeUpstream } from './probe-upstream';
import { startRunner } from './runner';
import { announceSetup } from './setup';

const CLOCK_STEP_MS = 60_000;
/** How soon a change of the rules reaches every instance. */
const SETTINGS_STEP_MS = 5000;
/** As old as the schedule lets the directory become; an older one is loaded when the server starts. */
const DIRECTORY_AGE_MS = 6 * 3_600_000;
const CALLS_IN_FLIGHT_MS = 5000;
/** Pages take less; a file that is still being sent is waited for where the database is left. */
const LAST_ANSWERS_MS = 1000;
/** What was said reaches the network before the process ends. */
const LAST_BYTES_MS = 250;

const door = (): FrontDoor =>
  openFrontDoor({ late: lateAnswer, isAlwaysOpen: needsNoDatabase, isLeaving: inFlight().isDraining });

async function loadOldDirectory(): Promise<void> {
  if (gateway().directory === null) return;
  const { finishedAt } = await readSync(database(), clock().now());
  const isYoung = finishedAt !== null && clock().now().getTime() - finishedAt.getTime() < DIRECTORY_AGE_MS;
  if (!isYoung) await queue().enqueue({ name: 'sync_directory' });
}

/** Reads the facts of the whole history into memory, so that the first who asks for totals need not wait for it. */
async function readAhead(): Promise<void> {
  const blocks = await facts().read(null, null, clock().now());
  log().info({ days: blocks.length }, 'the facts of the history are in memory');
}

async function begin(): Promise<() => Promise<void>> {
  logEveryRequest();
  door();
  loopLag();
  await Promise.all([clock().synchronise(), settingsNow().refresh()]);
  await announceSetup();
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
    setInterval(() => void probeUpstream().catch(() => {}), PROBE_STEP_MS),
  ];
  const stopTimers = () => timers.forEach(clearInterval);
  void readAhead().catch((error: unknown) => {
    if (!inFlight().isDraining())
      log().warn({ err: error }, 'the facts are read when somebody asks for totals');
  });
  const pulso_changed = changes().tell;
  if (!env().RUNNER) {
    const listener = listenToDatabase(env().DATABASE_URL ?? '', { pulso_changed });
    return async () => {
      stopTimers();
      await listener.stop();
    };
  }
  const freed = await releaseDeadLeases(database(), instance(), system().owner);
  metrics().count.takeovers.inc(freed);
  if (freed > 0) log().info({ freed }, 'took over the pings of the process before this one');
  const runner = startRunner(system());
  const listener = listenToDatabase(env().DATABASE_URL ?? '', { pulso_due: runner.wake, pulso_changed });
  queue().work((job, askedAt) => doJob(system(), job, askedAt));
  void loadOldDirectory().catch((error: unknown) =>
    log().error({ err: error }, 'the directory could not be asked for; the schedule will'),
  );
  return async () => {
    stopTimers();
    await listener.stop();
    await Promise.all([runner.stop(), queue().stop()]);
  };
}

/**
 * Ready says no, nothing new is claimed and calls in flight get five seconds, in which all others are answered as ever.
 * Then whoever comes is told to come again, leases go back, and the process ends when the last has had an answer.
 */
async function shutDown(end: () => Promise<void>): Promise<void> {
  inFlight().drain();
  changes().close();
  await end();
  await inFlight().settle(CALLS_IN_FLIGHT_MS);
  door().shut();
  await Promise.all([door().empty(LAST_ANSWERS_MS), releaseLeases(database(), system().owner)]);
  door().turnOut();
  await Promise.all([gateway().close(), database().$client.end()]);
  await door().empty(LAST_BYTES_MS);
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
