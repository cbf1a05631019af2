import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '@/lib/domain/failure';
import type { Ping } from '@/lib/domain/ping';
import { atMs, packetsOf, testPing, testStart } from '@/lib/domain/test-ping';
import {
  askToStop,
  claimDuePings,
  getPing,
  getRunningPing,
  insertPing,
  insertPingBody,
  nextClaimAt,
  releaseDeadLeases,
  releaseLeases,
  saveClaimedPing,
  selectPings,
  stumblePing,
  type PingCursor,
} from './pings';
import { pingBodies, pings } from './schema';
import { storePing, testStore, type TestStore } from './test-store';

let store: TestStore;

beforeAll(async () => {
  store = await testStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

const lease = (untilMs: number, owner = 'here/1') => ({ owner, until: atMs(untilMs) });
const ended = (at = testStart): Partial<Ping> => ({
  state: 'finished',
  verdict: 'stable',
  certainty: { level: 'hollow', reasons: ['few_packets'] },
  rulesVersion: 1,
  packets: packetsOf(4, 4),
  finishedAt: at,
});
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : codeOf((error as Error).cause);
const constraintOf = (error: unknown): string =>
  error instanceof Error && 'constraint' in error
    ? String(error.constraint)
    : constraintOf((error as Error).cause);

describe('the database itself', () => {
  it('refuses a second running ping of a service, whoever writes it', async () => {
    await storePing(store.db);
    const second = testPing({}, { id: randomUUID() });
    const refused = await store.db
      .insert(pings)
      .values(second)
      .catch((error: unknown) => error);
    expect([codeOf(refused), constraintOf(refused)]).toEqual(['23505', 'pings_one_running_a_service']);
    expect(await insertPing(store.db, second, lease(0))).toBeNull();
  });

  it('takes any number of pings that have ended beside the running one', async () => {
    for (let count = 0; count < 3; count += 1) await storePing(store.db, ended());
    const running = await storePing(store.db);
    expect((await getRunningPing(store.db, running.ping.serviceId))?.id).toBe(running.ping.id);
    expect(await store.db.$count(pings)).toBe(4);
  });

  it('cannot turn an ended ping into a second running one', async () => {
    const first = await storePing(store.db, ended());
    await storePing(store.db);
    const again = await store.db
      .update(pings)
      .set({ state: 'running', verdict: null, finishedAt: null })
      .where(eq(pings.id, first.ping.id))
      .catch((error: unknown) => error);
    expect(constraintOf(again)).toBe('pings_one_running_a_service');
  });

  it.each([
    ['an unknown state', "state = 'paused', finished_at = now()", 'pings_state_is_known'],
    [
      'an unknown verdict',
      "state = 'finished', verdict = 'fine', finished_at = now()",
      'pings_verdict_is_known',
    ],
    ['finished without a verdict', "state = 'finished', finished_at = now()", 'pings_finished_has_a_verdict'],
    ['a running one with a verdict', "verdict = 'stable'", 'pings_finished_has_a_verdict'],
    ['failed without a failure', "state = 'failed', finished_at = now()", 'pings_failed_has_a_failure'],
    [
      'failed with a verdict',
      "state = 'failed', failure = '{}', verdict = 'no_internet', finished_at = now()",
      'pings_finished_has_a_verdict',
    ],
    ['an end without an end time', "state = 'finished', verdict = 'stable'", 'pings_final_has_an_end'],
    ['a running one with an end time', 'finished_at = now()', 'pings_final_has_an_end'],
    ['no packets', 'requested = 0', 'pings_requested_range'],
    ['a hundred and one packets', 'requested = 101', 'pings_requested_range'],
    ['a third launch', 'launches = 3', 'pings_at_most_two_launches'],
    ['an unknown source', "source = 'sweep'", 'pings_source_is_known'],
  ])('refuses %s', async (_what, change, constraint) => {
    const { ping } = await storePing(store.db);
    const refused = await store.db
      .execute(sql.raw(`update pings set ${change} where id = '${ping.id}'`))
      .catch((error: unknown) => error);
    expect(codeOf(refused)).toBe('23514');
    expect(constraintOf(refused)).toBe(constraint);
    expect(await getPing(store.db, ping.id)).toEqual(ping);
  });

  it('gives back exactly the ping that was stored', async () => {
    const full = {
      ...ended(atMs(5123)),
      stopAsked: true,
      reason: 'slow',
      turnAt: atMs(17),
      launchedAt: atMs(21),
      upstreamTaskId: 'task-1',
    } as const;
    const { ping } = await storePing(store.db, full);
    expect(await getPing(store.db, ping.id)).toEqual(ping);
    expect(await getPing(store.db, randomUUID())).toBeNull();
  });
});

describe('claiming', () => {
  it('takes what is due and free, the longest waiting first, and raises its fence', async () => {
    const due = [];
    for (const [serviceId, dueMs] of [30, 10, 20, 50].entries()) {
      due.push(await storePing(store.db, { serviceId: serviceId + 1, dueAt: atMs(dueMs) }));
    }
    const first = await claimDuePings(store.db, atMs(40), lease(1000), 2);
    expect(first.map(({ ping }) => ping.serviceId).sort()).toEqual([2, 3]);
    expect(first.map(({ fence }) => fence)).toEqual([2, 2]);
    const second = await claimDuePings(store.db, atMs(40), lease(1000), 2);
    expect(second.map(({ ping }) => ping.serviceId)).toEqual([1]);
    expect(await claimDuePings(store.db, atMs(40), lease(1000), 2)).toEqual([]);
  });

  it('takes a look a moment before it is due for one who waits until then, and never a launch', async () => {
    await storePing(store.db, { serviceId: 1, phase: 'launch', dueAt: atMs(50) });
    await storePing(store.db, { serviceId: 2, phase: 'read', dueAt: atMs(50) });
    await storePing(store.db, { serviceId: 3, phase: 'read', dueAt: atMs(51) });
    expect(await nextClaimAt(store.db, 40)).toEqual(atMs(10));
    const claimed = await claimDuePings(store.db, atMs(10), lease(1000), 5, 40);
    expect(claimed.map(({ ping }) => ping.serviceId)).toEqual([2]);
    expect(await nextClaimAt(store.db, 40)).toEqual(atMs(11));
    expect(await claimDuePings(store.db, atMs(10), lease(1000), 5)).toEqual([]);
  });

  it('passes over a ping under lease until the lease has ended, and over an ended one for ever', async () => {
    await storePing(store.db, { dueAt: testStart }, lease(100));
    await storePing(store.db, { ...ended(), serviceId: 7, dueAt: testStart });
    expect(await claimDuePings(store.db, atMs(100), lease(1000), 5)).toEqual([]);
    const claimed = await claimDuePings(store.db, atMs(101), lease(1000), 5);
    expect(claimed.map(({ ping }) => ping.serviceId)).toEqual([testPing().serviceId]);
  });

  it('by many at the same moment gives each ping to one of them', async () => {
    for (let serviceId = 1; serviceId <= 30; serviceId += 1) await storePing(store.db, { serviceId });
    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        claimDuePings(store.db, testStart, lease(1000, `worker-${index}/1`), 7),
      ),
    );
    const ids = claims.flat().map(({ ping }) => ping.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(claims.every((claim) => claim.length <= 7)).toBe(true);
    const rest = await claimDuePings(store.db, testStart, lease(1000), 30);
    expect(ids.length + rest.length).toBe(30);
  });

  it('waits for nobody: a row that is being changed is passed over', async () => {
    const held = await storePing(store.db, { serviceId: 1 });
    const free = await storePing(store.db, { serviceId: 2 });
    await store.db.transaction(async (tx) => {
      await tx.select().from(pings).where(eq(pings.id, held.ping.id)).for('update');
      const claimed = await claimDuePings(store.db, testStart, lease(1000), 5);
      expect(claimed.map(({ ping }) => ping.id)).toEqual([free.ping.id]);
    });
  });
});

describe('writing a claimed ping', () => {
  it('under an older fence touches nothing', async () => {
    const old = await storePing(store.db);
    const [young] = await claimDuePings(store.db, testStart, lease(1000, 'there/1'), 1);
    expect(young?.fence).toBeGreaterThan(old.fence);
    const before = await store.db.select().from(pings);
    expect(await saveClaimedPing(store.db, { ...old, ping: { ...old.ping, looks: 9 } })).toBe(false);
    expect(await stumblePing(store.db, old, atMs(99))).toBe(0);
    expect(await store.db.select().from(pings)).toEqual(before);
  });

  it('that has ended touches nothing, even under its fence', async () => {
    const claimed = await storePing(store.db);
    expect(await saveClaimedPing(store.db, { ...claimed, ping: { ...claimed.ping, ...ended() } })).toBe(true);
    const before = await store.db.select().from(pings);
    const why = failure('internal', 'internal');
    const failed = { ...claimed.ping, state: 'failed', failure: why, finishedAt: atMs(9) } as const;
    expect(await saveClaimedPing(store.db, { ...claimed, ping: failed })).toBe(false);
    expect(await saveClaimedPing(store.db, claimed)).toBe(false);
    expect(await stumblePing(store.db, claimed, atMs(99))).toBe(0);
    await askToStop(store.db, claimed.ping.id);
    expect(await store.db.select().from(pings)).toEqual(before);
  });

  it('ends the lease, or keeps it as long as is asked for', async () => {
    const claimed = await storePing(store.db, {}, lease(500));
    await saveClaimedPing(store.db, claimed, atMs(900));
    expect(await claimDuePings(store.db, atMs(900), lease(2000), 1)).toEqual([]);
    await saveClaimedPing(store.db, claimed);
    expect(await claimDuePings(store.db, testStart, lease(2000), 1)).toHaveLength(1);
  });

  it('keeps the first body of a round', async () => {
    const { ping } = await storePing(store.db);
    await insertPingBody(store.db, ping, 'first', testStart);
    await insertPingBody(store.db, ping, 'second', atMs(1));
    await insertPingBody(store.db, { ...ping, round: 2 }, 'next', atMs(2));
    const bodies = await store.db.select().from(pingBodies);
    expect(bodies.map(({ round, body }) => [round, body]).sort()).toEqual([
      [1, 'first'],
      [2, 'next'],
    ]);
  });

  it('counts the stumbles in a row, and a good step ends the row', async () => {
    const claimed = await storePing(store.db);
    expect(await stumblePing(store.db, claimed, atMs(1))).toBe(1);
    expect(await stumblePing(store.db, claimed, atMs(2))).toBe(2);
    await saveClaimedPing(store.db, claimed);
    expect(await stumblePing(store.db, claimed, atMs(3))).toBe(1);
  });
});

describe('leases', () => {
  const owners = async () =>
    (await store.db.select().from(pings).orderBy(pings.serviceId)).map((row) => row.leaseUntil !== null);

  it('of the dead self go free, and those of the living self and of others stay', async () => {
    await storePing(store.db, { serviceId: 1 }, lease(1000, 'host:3000/dead'));
    await storePing(store.db, { serviceId: 2 }, lease(1000, 'host:3000/alive'));
    await storePing(store.db, { serviceId: 3 }, lease(1000, 'host:30001/other'));
    await storePing(store.db, { serviceId: 4 }, lease(1000, 'host_3000/other'));
    expect(await releaseDeadLeases(store.db, 'host:3000', 'host:3000/alive')).toBe(1);
    expect(await owners()).toEqual([false, true, true, true]);
    expect(await releaseLeases(store.db, 'host:3000/alive')).toBe(1);
    expect(await owners()).toEqual([false, false, true, true]);
  });

  it('and due times tell when something can be claimed next', async () => {
    expect(await nextClaimAt(store.db)).toBeNull();
    await storePing(store.db, { serviceId: 1, dueAt: atMs(100) }, lease(700));
    await storePing(store.db, { serviceId: 2, dueAt: atMs(400) }, lease(300));
    await storePing(store.db, { ...ended(), serviceId: 3, dueAt: testStart });
    expect(await nextClaimAt(store.db)).toEqual(atMs(400));
    const [second] = await store.db.select().from(pings).where(eq(pings.serviceId, 2));
    await store.db
      .update(pings)
      .set({ leaseUntil: null, dueAt: atMs(800) })
      .where(eq(pings.id, second?.id ?? ''));
    expect(await nextClaimAt(store.db)).toEqual(atMs(700));
  });
});

describe('pages of history', () => {
  async function readAll(
    filter: Parameters<typeof selectPings>[1],
    limit: number,
    meanwhile = async () => {},
  ) {
    const read: Ping[] = [];
    let after: PingCursor | null = null;
    for (;;) {
      const page: Ping[] = await selectPings(store.db, filter, { limit, after });
      read.push(...page);
      const last = page.at(-1);
      if (last === undefined) return read;
      after = { createdAt: last.createdAt, id: last.id };
      await meanwhile();
    }
  }

  it('hold every ping once, from the newest on, also when many were accepted in the same moment', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 23; count += 1) {
      const { ping } = await storePing(store.db, { ...ended(), createdAt: atMs(Math.floor(count / 6)) });
      ids.push(ping.id);
    }
    for (const limit of [1, 5, 23, 100]) {
      const read = await readAll({}, limit);
      expect(read.map(({ id }) => id).sort()).toEqual([...ids].sort());
      const places = read.map(({ createdAt, id }) => `${createdAt.toISOString()} ${id}`);
      expect(places).toEqual([...places].sort().reverse());
    }
  });

  it('show nothing twice while new pings come in', async () => {
    const old: string[] = [];
    for (let ms = 0; ms < 8; ms += 1) {
      old.unshift((await storePing(store.db, { ...ended(), createdAt: atMs(ms) })).ping.id);
    }
    let ms = 100;
    const read = await readAll({}, 3, async () => {
      await storePing(store.db, { ...ended(), createdAt: atMs((ms += 1)) });
    });
    expect(read.map(({ id }) => id)).toEqual(old);
  });

  it('of a service hold only that service', async () => {
    await storePing(store.db, { ...ended(), serviceId: 1, createdAt: atMs(1) });
    const { ping } = await storePing(store.db, { ...ended(), serviceId: 2, createdAt: atMs(2) });
    expect((await readAll({ serviceId: 2 }, 10)).map(({ id }) => id)).toEqual([ping.id]);
  });
});
