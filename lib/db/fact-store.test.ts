import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FactBlock } from '@/lib/domain/fact';
import { factStore, type FactStore } from './fact-store';
import { readHistoryDays } from './history-days';
import { pings } from './schema';
import { pastPing, storeHistory } from './test-history';
import { testStore, type TestStore } from './test-store';

let store: TestStore;
let facts: FactStore;

beforeAll(async () => {
  store = await testStore();
});
beforeEach(async () => {
  await store.empty();
  await store.db.execute(sql`update history_state set closed_until = '1970-01-01T00:00:00Z'`);
  facts = factStore(store.db);
});
afterAll(() => store.close());

const now = new Date('2026-05-08T12:00:00Z');
const old = '2026-05-01T12:00:00Z';
const read = (by: FactStore = facts) => by.read(null, null, now);
const count = (blocks: readonly FactBlock[]) => blocks.reduce((sum, { pings: { at } }) => sum + at.length, 0);
const verdicts = (blocks: readonly FactBlock[]) => blocks.flatMap(({ pings: { outcome } }) => [...outcome]);

describe('the facts of a closed day', () => {
  it('are read once, and those of an open one each time', async () => {
    await storeHistory(store.db, [pastPing(old), pastPing('2026-05-08T11:00:00Z', { serviceId: 2 })]);
    const [first, again] = [await read(), await read()];
    expect(count(first)).toBe(2);
    expect(again[0]).toBe(first[0]);
    expect(again.at(-1)).not.toBe(first.at(-1));
  });

  it.each([
    [
      'a ping is added',
      (id: string) => storeHistory(store.db, [pastPing(old, { serviceId: Number(id.length) })]),
      [0, 0],
    ],
    ['a ping is deleted', (id: string) => store.db.delete(pings).where(eq(pings.id, id)), []],
    [
      'a ping is marked',
      (id: string) => store.db.update(pings).set({ wrongCustomerAt: now }).where(eq(pings.id, id)),
      [],
    ],
    [
      'a verdict changes',
      (id: string) => store.db.update(pings).set({ verdict: 'no_internet' }).where(eq(pings.id, id)),
      [2],
    ],
  ])('are read again when %s, by every instance', async (_what, change, expected) => {
    const other = factStore(store.anotherPool());
    const ping = pastPing(old);
    await storeHistory(store.db, [ping]);
    expect([verdicts(await read()), verdicts(await read(other))]).toEqual([[0], [0]]);
    await change(ping.id);
    expect([verdicts(await read()), verdicts(await read(other))]).toEqual([expected, expected]);
  });

  it('stay as they are when a ping of another day changes', async () => {
    const other = pastPing('2026-05-03T12:00:00Z', { serviceId: 2 });
    await storeHistory(store.db, [pastPing(old), other]);
    const before = await read();
    await store.db.update(pings).set({ wrongCustomerAt: now }).where(eq(pings.id, other.id));
    const after = await read();
    expect(after[0]).toBe(before[0]);
    expect(count(after)).toBe(1);
  });
});

describe('a day is closed', () => {
  const firstOpen = async () => (await readHistoryDays(store.db)).firstOpen;
  const day = (at: string) => Date.parse(at) / 86_400_000;

  it('an hour after it ended', async () => {
    await storeHistory(store.db, [pastPing(old)]);
    await facts.read(null, null, new Date('2026-05-08T00:59:00Z'));
    expect(await firstOpen()).toBe(day('2026-05-07T00:00:00Z'));
    await facts.read(null, null, new Date('2026-05-08T01:00:00Z'));
    expect(await firstOpen()).toBe(day('2026-05-08T00:00:00Z'));
  });

  it('only when all its pings have ended', async () => {
    await storeHistory(store.db, [pastPing(old, { outcome: 'running' })]);
    await read();
    expect(await firstOpen()).toBe(day('2026-05-01T00:00:00Z'));
  });

  it('never again once it was, even for a clock that goes back', async () => {
    await storeHistory(store.db, [pastPing(old)]);
    await read();
    await facts.read(null, null, new Date('2026-05-02T12:00:00Z'));
    expect(await firstOpen()).toBe(day('2026-05-08T00:00:00Z'));
  });

  it('by nobody while somebody is writing a ping, so that no change is missed', async () => {
    const ping = pastPing(old);
    await storeHistory(store.db, [ping]);
    const writer = await store.anotherPool().$client.connect();
    try {
      await writer.query('begin');
      await writer.query('update pings set wrong_customer_at = now() where id = $1', [ping.id]);
      expect(count(await read())).toBe(1);
      expect(await firstOpen()).toBe(0);
      await writer.query('commit');
    } finally {
      writer.release();
    }
    expect(count(await read())).toBe(0);
    expect(await firstOpen()).toBe(day('2026-05-08T00:00:00Z'));
  });
});

it('two who ask at the same time for days that nobody read yet get the same', async () => {
  await storeHistory(store.db, [pastPing(old), pastPing('2026-04-01T12:00:00Z')]);
  await read();
  const fresh = factStore(store.db);
  const [one, other] = await Promise.all([read(fresh), read(fresh)]);
  expect([count(one), count(other)]).toEqual([2, 2]);
  expect(one[0]).toBe(other[0]);
});

it('of an empty history there are none', async () => {
  expect(await read()).toEqual([]);
});
