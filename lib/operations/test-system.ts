import { randomUUID } from 'node:crypto';
import { factStore } from '@/lib/db/fact-store';
import { selectPingVersions } from '@/lib/db/ping-versions';
import { claimDuePings, getPing, nextClaimAt } from '@/lib/db/pings';
import { insertUser } from '@/lib/db/users';
import { testStore, type TestStore } from '@/lib/db/test-store';
import { noOrigin } from '@/lib/domain/audit';
import { AppError, type AppErrorCode, type AppErrorDetails } from '@/lib/domain/app-error';
import type { Job } from '@/lib/domain/job';
import { isFinal, type Ping } from '@/lib/domain/ping';
import { ROLES, type Actor, type Role, type Scope } from '@/lib/domain/role';
import { testPolicy, testStart } from '@/lib/domain/test-ping';
import { secondSteps } from '@/lib/second-step';
import { pingChanges } from '@/lib/ping-changes';
import { workInFlight, type WorkInFlight } from '@/lib/work-in-flight';
import type { Context, Limits, System } from './context';
import { stepPing } from './step-ping';
import { testGateway, type TestGateway } from './test-gateway';

export type TestSystem = {
  store: TestStore;
  wisphub: TestGateway;
  work: WorkInFlight;
  system: System;
  /** What was logged as an error. */
  errors: Record<string, unknown>[];
  /** The jobs that were handed to the queue; nobody does them here. */
  jobs: Job[];
  /** The fixed clock goes on by so much. */
  move(ms: number): void;
  as(actor: Actor, changes?: Partial<System>): Context;
  /** Another instance on the same database, with a pool of its own. */
  anotherInstance(name: string, changes?: Partial<System>): System;
  /** One step of every ping that is due now, as a runner takes it. Answers how many there were. */
  step(system?: System): Promise<number>;
  /** Moves the clock from one due moment to the next until this ping has ended. */
  carry(taskId: string): Promise<Ping>;
  ping(taskId: string): Promise<Ping>;
  /** An empty database, a fresh script and the first moment again; the people stay. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

export const testLimits: Limits = {
  ratePerMinute: 1000,
  launchSpacingMs: 0,
  launchesPerMinute: 1000,
  requestsPerMinute: 1000,
  tokenRequestsPerMinute: 1000,
  leaseMs: 15_000,
};

const idOf = (role: Role) => `00000000-0000-4000-8000-00000000000${ROLES.indexOf(role) + 1}`;
const emailOf = (role: Role) => `${role}@example.com`;

/** A person who signed in with this role; the same one each time. */
export const person = (role: Role): Actor => ({
  kind: 'user',
  id: idOf(role),
  name: `One ${role}`,
  email: emailOf(role),
  role,
  sessionId: '00000000-0000-4000-8000-0000000000ff',
});

/** A program with a token of its own; the same one for the same scopes. */
export const program = (...scopes: Scope[]): Actor => ({
  kind: 'token',
  id: `00000000-0000-4000-9000-${scopes.join().length.toString().padStart(12, '0')}`,
  name: `a bot for ${scopes.join(', ') || 'nothing'}`,
  scopes,
});

/** The AppError that a promise ends with, in parts. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: AppErrorCode; message: string; details: AppErrorDetails }> {
  const outcome = await work.then(
    () => new Error('it was not refused'),
    (error: unknown) => error,
  );
  if (!(outcome instanceof AppError)) throw outcome;
  return { code: outcome.code, message: outcome.message, details: outcome.details };
}

function movableClock() {
  let at = testStart.getTime();
  return {
    now: () => new Date(at),
    move: (ms: number) => void (at += ms),
    reset: () => void (at = testStart.getTime()),
  };
}

/** A real hash takes a tenth of a second; what it must be is told by the tests of lib/password.ts. */
const testPasswords: System['passwords'] = {
  hash: async (password) => `hash of ${password}`,
  verify: async (password, hash) => hash === `hash of ${password}`,
};

const MOST_STEPS = 200;

const NO_CALLS = { lastMs: null, lastOkAt: null, lastFault: null, lastFaultAt: null };
const testSelf: ReturnType<System['self']> = {
  instance: 'here:3000',
  runner: true,
  version: '1.2.3',
  node: '20.19.0',
  startedAt: testStart,
  memoryBytes: 100_000_000,
  loopLagMs: 1,
  calls: { launch: NO_CALLS, read: NO_CALLS, list: NO_CALLS },
};

/** What is the same in every test. */
const FIXED = {
  whileDown: 'keep' as const,
  random: () => 0.5,
  newId: randomUUID,
  owner: 'here/1',
  timeZone: 'America/Bogota',
  hurry: () => {},
  noteLag: () => {},
  passwords: testPasswords,
  secondSteps: secondSteps('the secret of these tests, long enough'),
  self: () => testSelf,
};

/** The product's parts on a database of their own, with a clock that only moves when told and an upstream in memory. */
export async function testSystem(options: { showsPackets?: boolean } = {}): Promise<TestSystem> {
  const store = await testStore();
  const wisphub = testGateway(options);
  const work = workInFlight();
  const clock = movableClock();
  const errors: Record<string, unknown>[] = [];
  const jobs: Job[] = [];
  const system: System = {
    ...FIXED,
    db: store.db,
    wisphub,
    policy: testPolicy,
    limits: testLimits,
    now: clock.now,
    log: { info: () => {}, warn: () => {}, error: (fields) => void errors.push(fields) },
    track: work.track,
    isDraining: work.isDraining,
    isDown: () => wisphub.script.down,
    facts: factStore(store.db),
    changes: pingChanges({ read: (ids) => selectPingVersions(store.db, ids), lookEveryMs: 50 }),
    enqueue: async (job) => void jobs.push(job),
  };

  async function step(by: System = system): Promise<number> {
    const lease = { owner: by.owner, until: new Date(by.now().getTime() + by.limits.leaseMs) };
    const claimed = await claimDuePings(by.db, by.now(), lease, 100);
    await Promise.all(claimed.map((one) => stepPing(by, one)));
    return claimed.length;
  }

  async function ping(taskId: string): Promise<Ping> {
    const stored = await getPing(store.db, taskId);
    if (stored === null) throw new Error(`there is no ping ${taskId}`);
    return stored;
  }

  async function carry(taskId: string): Promise<Ping> {
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const now = await ping(taskId);
      if (isFinal(now)) return now;
      const next = await nextClaimAt(store.db);
      // A lease is free one millisecond after its end.
      clock.move(Math.max(0, (next?.getTime() ?? 0) - clock.now().getTime() + 1));
      await step();
    }
    throw new Error(`the ping did not end in ${MOST_STEPS} steps`);
  }

  async function reset(): Promise<void> {
    await store.empty();
    // Nobody but a test empties the totals, and so nothing tells the facts of it.
    system.facts = factStore(store.db);
    for (const role of ROLES) {
      const user = { id: idOf(role), email: emailOf(role), name: `One ${role}`, role, passwordHash: 'x' };
      await insertUser(store.db, user);
    }
    wisphub.reset();
    clock.reset();
    for (const list of [errors, jobs]) list.length = 0;
  }

  await reset();
  return {
    store,
    wisphub,
    work,
    system,
    errors,
    jobs,
    move: clock.move,
    as: (actor, changes = {}) => ({ ...system, ...changes, actor, origin: noOrigin }),
    anotherInstance: (name, changes = {}) => ({
      ...system,
      db: store.anotherPool(),
      owner: `${name}/1`,
      ...changes,
    }),
    step,
    carry,
    ping,
    reset,
    close: store.close,
  };
}
