// The only place where real parts meet. It hands the upstream key to the gateway and the connection string to the pool.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { openDatabase } from './db/client';
import { databaseClock } from './db/clock';
import { factStore } from './db/fact-store';
import { writeInstanceName } from './db/instance-name';
import { selectPingVersions } from './db/ping-versions';
import { getSettings } from './db/settings';
import { rulesOf } from './domain/settings';
import { env, type Env } from './env';
import { jobQueue } from './job-queue';
import { log } from './log';
import { metrics } from './metrics';
import { once } from './once';
import type { System } from './operations/context';
import { pingChanges } from './ping-changes';
import { hashPassword, verifyPassword } from './password';
import { processFacts } from './process-facts';
import { secondSteps } from './second-step';
import { upstreamHealth } from './upstream-health';
import { createGateway } from './wisphub/create-gateway';
import { settingsCache } from './settings-cache';
import { workInFlight } from './work-in-flight';

const LEASE_MS = 15_000;
/** Without a word of the database, as while it cannot be listened to, a change is found this late. */
const LOOK_EVERY_MS = 2000;

/** Names this installation, so that a new process can tell the leases of its dead self from those of its peers. */
export const instance = once('instance', () => `${hostname()}:${env().PORT}`);

export const database = once('database', () => {
  const { DATABASE_URL } = env();
  if (DATABASE_URL === undefined)
    throw new Error('DATABASE_URL is not set: start the server with npm start.');
  return openDatabase(DATABASE_URL, {
    name: writeInstanceName({ name: instance(), runner: env().RUNNER }),
    onError: (error) => log().warn({ err: error.message }, 'database connection lost'),
  });
});

export const clock = once('clock', () => databaseClock(database()));
export const facts = once('facts', () => factStore(database()));
export const inFlight = once('in-flight', workInFlight);
export const health = once('upstream-health', upstreamHealth);

export const changes = once('changes', () =>
  pingChanges({ read: (ids) => selectPingVersions(database(), ids), lookEveryMs: LOOK_EVERY_MS }),
);

export const settingsNow = once('settings', () => settingsCache(() => getSettings(database())));

export const gateway = once('gateway', () => {
  const { WISPHUB_API, WISPHUB_URL, WISPHUB_TOKEN, WISPHUB_TIMEOUT_MS } = env();
  return createGateway({
    dialect: WISPHUB_API,
    origin: WISPHUB_URL,
    token: WISPHUB_TOKEN,
    timeoutMs: WISPHUB_TIMEOUT_MS,
    onCall: (call) => {
      health().note(call);
      log().info(
        { kind: call.kind, ms: Math.round(call.ms), fault: call.fault ?? undefined },
        'upstream call',
      );
      metrics().count.upstream.observe({ kind: call.kind, outcome: call.fault ?? 'ok' }, call.ms / 1000);
    },
  });
});

/** Every instance may put jobs in; only one with RUNNER=on does them. Nothing is opened before the first use. */
export const queue = once('job-queue', () =>
  jobQueue({ db: database(), log: log(), works: env().RUNNER, timeZone: env().TIME_ZONE }),
);

const owner = once('owner', () => `${instance()}/${randomUUID()}`);

const polling = (e: Env) => ({
  firstMs: e.POLL_FIRST_MS,
  minMs: e.POLL_MIN_MS,
  maxMs: e.POLL_MAX_MS,
  maxLooks: e.POLL_MAX_LOOKS,
  limitMs: e.POLL_LIMIT_MS,
  documented: e.POLL_PACE === 'documented',
});

const callsSeen = () => ({
  launch: health().of('launch'),
  read: health().of('read'),
  list: health().of('list'),
});

/** Everything an operation needs, except who asks. */
export const system = once('system', (): System => {
  const e = env();
  return {
    db: database(),
    wisphub: gateway(),
    // Read anew each time, because an administrator may change the rules while pings are running.
    get policy() {
      const settings = settingsNow().read();
      const rules = rulesOf(settings);
      return { rules, polling: polling(e), packetsPerTask: e.WISPHUB_PINGS_PER_TASK, remarks: settings };
    },
    // Refusing our key is not being down, and without a customer list only a launch can tell that it is back.
    isDown: () =>
      health().downSince() !== null && health().read().lastFault !== 'auth' && gateway().directory !== null,
    get whileDown() {
      return settingsNow().read().whileDown;
    },
    limits: {
      ratePerMinute: e.WISPHUB_RATE_PER_MINUTE,
      launchSpacingMs: e.WISPHUB_LAUNCH_SPACING_MS,
      launchesPerMinute: e.LAUNCHES_PER_MINUTE,
      requestsPerMinute: e.REQUESTS_PER_MINUTE,
      tokenRequestsPerMinute: e.TOKEN_REQUESTS_PER_MINUTE,
      leaseMs: LEASE_MS,
    },
    now: () => clock().now(),
    random: Math.random,
    newId: randomUUID,
    owner: owner(),
    log: log(),
    track: inFlight().track,
    isDraining: inFlight().isDraining,
    timeZone: e.TIME_ZONE,
    facts: facts(),
    enqueue: (job, tx) => queue().enqueue(job, tx),
    hurry: (name) => queue().hurry(name),
    changes: changes(),
    noteLag: (ms) => metrics().count.lag.observe(ms / 1000),
    passwords: { hash: hashPassword, verify: verifyPassword },
    secondSteps: secondSteps(e.NEXTAUTH_SECRET),
    self: () => ({ ...processFacts(), instance: instance(), runner: e.RUNNER, calls: callsSeen() }),
  };
});
