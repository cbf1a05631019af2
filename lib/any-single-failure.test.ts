import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextClaimAt } from '@/lib/db/pings';
import { pings } from '@/lib/db/schema';
import { AppError } from '@/lib/domain/app-error';
import { noOrigin } from '@/lib/domain/audit';
import type { System } from '@/lib/operations/context';
import { startPing, startPingInput } from '@/lib/operations/start-ping';
import { person, testSystem, type TestSystem } from '@/lib/operations/test-system';
import { createGateway } from '@/lib/wisphub/create-gateway';
import type { Database } from './db/client';
import { bearWitness } from './db/test-witness';
import { startRunner } from './runner';
import {
  DATABASE_FAULTS,
  faultyDatabase,
  startFaultyUpstream,
  UPSTREAM_FAULTS,
  type Countdown,
  type DatabaseFault,
  type FaultyUpstream,
} from './test-single-fault';

/** Two rounds, so that each kind of step is taken twice. */
const PACKETS = 12;
const MOST_MOVES = 200;
const MOST_REQUESTS = 3;

let test: TestSystem;
let upstream: FaultyUpstream;
let db: Database;
let databaseFaults: Countdown<DatabaseFault>;
let lastService = 0;
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => void unhandled.push(reason);

beforeAll(async () => {
  test = await testSystem();
  ({ db, faults: databaseFaults } = faultyDatabase(test.store.url));
  process.on('unhandledRejection', onUnhandled);
  await bearWitness(test.store.db);
});
beforeEach(async () => {
  await test.reset();
  upstream = await startFaultyUpstream();
});
afterEach(() => upstream.close());
afterAll(async () => {
  process.off('unhandledRejection', onUnhandled);
  await db.$client.end();
  await test.close();
});

/** Resolves when nobody waits for an answer any more and nobody asks anything new. */
async function untilIdle(openCalls: () => number): Promise<void> {
  for (let before = -1; ;) {
    await sleep(2);
    const calls = databaseFaults.calls + upstream.faults.calls;
    if (openCalls() === 0 && databaseFaults.open === 0 && calls === before) return;
    before = calls;
  }
}

async function idOf(serviceId: number): Promise<string> {
  const [row] = await test.store.db.select().from(pings).where(eq(pings.serviceId, serviceId));
  if (row === undefined) throw new Error(`nothing is known of service ${serviceId}`);
  return row.id;
}

/** Asks until somebody answers, as a caller with an Idempotency-Key does. */
async function askFor(system: System, serviceId: number): Promise<string> {
  const key = randomUUID();
  const input = startPingInput.parse({ serviceId, pings: PACKETS, idempotencyKey: key });
  const ctx = { ...system, actor: person('agent'), origin: noOrigin };
  for (let requests = 1; ; requests += 1) {
    try {
      return (await startPing(ctx, input)).taskId;
    } catch (error) {
      if (requests === MOST_REQUESTS) throw error;
      // What WispHub refused was told to the caller as an error; the ping ended with it.
      if (error instanceof AppError) return idOf(serviceId);
    }
  }
}

async function carry(system: System, taskId: string): Promise<void> {
  let open = 0;
  const track: System['track'] = (work) => {
    open += 1;
    return work.finally(() => (open -= 1));
  };
  const runner = startRunner({ ...system, track });
  try {
    for (let moves = 0; moves < MOST_MOVES; moves += 1) {
      await untilIdle(() => open);
      if ((await test.ping(taskId)).state !== 'running') return;
      const next = (await nextClaimAt(test.store.db))?.getTime() ?? 0;
      test.move(Math.max(0, next - system.now().getTime() + 1));
      runner.wake();
    }
    throw new Error(`the ping did not end in ${MOST_MOVES} moves`);
  } finally {
    await runner.stop();
  }
}

async function witnessed(taskId: string) {
  const { rows } = await test.store.db.execute(sql`
    select count(*) filter (where was = 'running' and became <> 'running')::int as ends,
      count(*) filter (where was <> 'running')::int as after_end,
      coalesce(bool_and(new_fence >= old_fence), true) as rises
    from witness where id = ${taskId}`);
  return rows[0];
}

/** The whole life of one ping, from the request to its end; the invariants must hold whatever fails in it. */
async function live(): Promise<{ state: string }> {
  const serviceId = (lastService += 1);
  const { origin } = upstream;
  const wisphub = createGateway({ dialect: 'net', origin, token: 'key', timeoutMs: 5000 });
  const system = { ...test.system, db, wisphub };
  try {
    const taskId = await askFor(system, serviceId);
    await carry(system, taskId);
    const ping = await test.ping(taskId);
    const launches = upstream.launches.get(serviceId) ?? 0;
    // One row, whatever the caller was told at first.
    expect(await test.store.db.$count(pings, sql`service_id = ${serviceId}`)).toBe(1);
    expect(await witnessed(taskId)).toEqual({ ends: 1, after_end: 0, rises: true });
    const latest = ping.deadlineAt.getTime() + system.limits.leaseMs;
    expect(ping.finishedAt?.getTime()).toBeLessThanOrEqual(latest);
    expect(launches).toBeLessThanOrEqual(ping.round * 2);
    if (!ping.launchUncertain) expect(launches).toBeLessThanOrEqual(ping.round);
    return ping;
  } finally {
    await wisphub.close();
  }
}

describe('whichever single statement fails in the life of a ping', () => {
  it.each(DATABASE_FAULTS)(
    'the ping ends finished, once, and every launch beyond the first is flagged: %s',
    async (fault) => {
      let n = 0;
      do {
        n += 1;
        databaseFaults.failAt(n, fault);
        expect((await live()).state, `statement ${n} ${fault}`).toBe('finished');
      } while (databaseFaults.hasFailed());
      // Fewer would mean that not every step of a life was met.
      expect(n).toBeGreaterThan(30);
      expect(unhandled).toEqual([]);
    },
    120_000,
  );
});

describe('whichever single call of WispHub fails in the life of a ping', () => {
  it.each(UPSTREAM_FAULTS)(
    'the ping ends, once, and every launch beyond the first is flagged: %s',
    async (fault) => {
      databaseFaults.failAt(0, null);
      let n = 0;
      do {
        n += 1;
        upstream.faults.failAt(n, fault);
        await live();
      } while (upstream.faults.hasFailed());
      // Two launches and two looks at each.
      expect(n).toBeGreaterThan(6);
      expect(unhandled).toEqual([]);
    },
    120_000,
  );
});
