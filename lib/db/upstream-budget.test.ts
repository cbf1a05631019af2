import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atMs } from '@/lib/domain/test-ping';
import { UPSTREAM_KINDS, type UpstreamKind } from '@/lib/domain/upstream-budget';
import { testStore, until, type TestStore } from './test-store';
import { blockUpstream, giveBack, spend } from './upstream-budget';

let store: TestStore;

beforeAll(async () => {
  store = await testStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

const at = (ms: number) => () => atMs(ms);

/** Asks until it is refused and answers how often it was granted. */
async function spendAll(kind: UpstreamKind, ms: number, rate: number): Promise<number> {
  for (let granted = 0; ; granted += 1) {
    if (!(await spend(store.db, kind, at(ms), rate)).granted) return granted;
  }
}

describe('the upstream budget', () => {
  it('never lets more than the rate through in any sixty seconds, and uses nine tenths of it', async () => {
    const rate = 60;
    const pools = [store.db, store.anotherPool(), store.anotherPool()];
    const grants: number[] = [];
    let ms = 0;
    for (const pauseMs of [0, 20_000, 25_000, 16_100, 7_000, 40_000, 61_000]) {
      ms += pauseMs;
      await Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          const kind = UPSTREAM_KINDS[index % UPSTREAM_KINDS.length] ?? 'look';
          const grant = await spend(pools[index % 3] ?? store.db, kind, () => atMs((ms += 1)), rate);
          if (grant.granted) grants.push(ms);
        }),
      );
    }
    const inWindow = (start: number) =>
      grants.filter((time) => time >= start && time < start + 60_000).length;
    expect(Math.max(...grants.map(inWindow))).toBeLessThanOrEqual(rate);
    expect(inWindow(0)).toBeGreaterThanOrEqual(rate * 0.9);
    // Three full windows and no more fit into this run.
    expect(grants.length).toBeGreaterThanOrEqual(3 * rate * 0.9);
  });

  it('dates a grant at the moment it is given, not at the moment somebody began to wait for it', async () => {
    let now = 0;
    let asked = false;
    const clock = () => {
      asked = true;
      return atMs(now);
    };
    const other = store.anotherPool();
    const waiting: Promise<unknown>[] = [];
    await other.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(7385202)`);
      waiting.push(...[1, 2].map(() => spend(store.db, 'look', clock, 2)));
      await until(async () => {
        const { rows } = await other.execute(
          sql`select 1 from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`,
        );
        return rows.length === 2;
      });
      expect(asked).toBe(false);
      now = 30_000;
    });
    expect(await Promise.all(waiting)).toContainEqual({ granted: true, id: expect.any(Number) });
    expect(await spend(store.db, 'desk_launch', at(61_500), 1)).toEqual({ granted: false, at: atMs(91_000) });
  });

  it('says when to come back, and is right', async () => {
    expect(await spend(store.db, 'look', at(0), 2)).toMatchObject({ granted: true });
    const refused = await spend(store.db, 'look', at(10_000), 2);
    expect(refused).toEqual({ granted: false, at: atMs(61_000) });
    expect((await spend(store.db, 'look', at(60_999), 2)).granted).toBe(false);
    expect((await spend(store.db, 'look', at(61_000), 2)).granted).toBe(true);
  });

  it('has a request that was never sent back at once, and only that one', async () => {
    const first = await spend(store.db, 'look', at(0), 2);
    if (!first.granted) throw new Error('an empty budget refused');
    expect(await spendAll('desk_launch', 0, 2)).toBe(1);
    await giveBack(store.db, first);
    await giveBack(store.db, first);
    expect(await spendAll('look', 1000, 2)).toBe(0);
    expect(await spendAll('desk_launch', 61_000, 2)).toBe(1);
  });

  it('keeps room for looks, however many launches there are', async () => {
    const launches = await spendAll('desk_launch', 0, 100);
    expect(launches).toBe(60);
    expect(await spendAll('api_launch', 0, 100)).toBe(0);
    expect(await spendAll('look', 0, 100)).toBe(30);
    expect(await spendAll('desk_launch', 0, 100)).toBe(0);
  });

  it('keeps room for the desk, however much programs, looks and loads take', async () => {
    expect(await spendAll('sync', 0, 100)).toBe(50);
    expect(await spendAll('api_launch', 0, 100)).toBe(42);
    expect(await spendAll('look', 0, 100)).toBe(0);
    expect(await spendAll('desk_launch', 0, 100)).toBe(8);
  });

  it('of one request a minute still lets one of each kind into an empty window', async () => {
    for (const [index, kind] of UPSTREAM_KINDS.entries()) {
      expect(await spendAll(kind, index * 61_000, 1)).toBe(1);
    }
  });
});

describe('the silence that WispHub asked for', () => {
  it('holds for every kind until its end, and no longer', async () => {
    await blockUpstream(store.db, atMs(30_000));
    for (const kind of UPSTREAM_KINDS) {
      expect(await spend(store.db, kind, at(29_999), 100)).toEqual({ granted: false, at: atMs(30_000) });
    }
    expect((await spend(store.db, 'sync', at(30_000), 100)).granted).toBe(true);
  });

  it('is made longer by a later end and never shorter by an earlier one', async () => {
    await blockUpstream(store.db, atMs(30_000));
    await blockUpstream(store.db, atMs(10_000));
    expect((await spend(store.db, 'look', at(20_000), 100)).granted).toBe(false);
    await blockUpstream(store.db, atMs(50_000));
    expect(await spend(store.db, 'look', at(40_000), 100)).toEqual({ granted: false, at: atMs(50_000) });
  });

  it('takes nothing out of the budget', async () => {
    await blockUpstream(store.db, atMs(1000));
    await spendAll('look', 0, 2);
    expect(await spendAll('desk_launch', 1000, 2)).toBe(1);
  });
});
