import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hitRateCounter } from '@/lib/db/rate-counters';
import {
  idempotencyKeys,
  launchTurns,
  taskTimes,
  pingBodies,
  pingRequests,
  pings,
  rateCounters,
  sessions,
} from '@/lib/db/schema';
import { insertNote, selectNotes } from '@/lib/db/service-notes';
import { saveSettings } from '@/lib/db/settings';
import { pastPing, storeHistory, type PastPing } from '@/lib/db/test-history';
import { storePing } from '@/lib/db/test-store';
import { defaultHistoryFilter, OUTCOMES, type HistoryFilter } from '@/lib/domain/history-filter';
import { defaultSettings, type Settings } from '@/lib/domain/settings';
import { applyRetention } from './apply-retention';
import { listHistory } from './list-history';
import { readHistoryChoices } from './read-history-choices';
import { summariseHistory } from './summarise-history';
import { person, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const admin = person('admin');
const all: HistoryFilter = { ...defaultHistoryFilter, period: 'all' };
const keep = (changes: Partial<Settings>) =>
  saveSettings(test.store.db, {
    value: { ...defaultSettings, ...changes },
    at: test.system.now(),
    by: admin.id,
  });
const summary = (filter: Partial<HistoryFilter>) =>
  summariseHistory(test.as(admin), { filter: { ...all, ...filter } });
const left = (table: Parameters<typeof test.store.db.$count>[0]) => test.store.db.$count(table);
/** Days before the test's now, the eighth of May. */
const daysAgo = (days: number, changes: Partial<PastPing> = {}) =>
  pastPing(new Date(test.system.now().getTime() - days * 86_400_000).toISOString(), changes);

describe('pings', () => {
  it('are kept for ever unless the operator says otherwise', async () => {
    await storeHistory(test.store.db, [daysAgo(4000), daysAgo(0)]);
    await applyRetention(test.system);
    expect(await left(pings)).toBe(2);
  });

  it('older than the operator keeps them are deleted, in batches, with who asked for them', async () => {
    await keep({ pingMonths: 1 });
    await storeHistory(test.store.db, [
      ...Array.from({ length: 2100 }, (_, index) => daysAgo(60 - index / 1000)),
      daysAgo(10, { serviceId: 7 }),
    ]);
    await applyRetention(test.system);
    expect([await left(pings), await left(pingRequests)]).toEqual([1, 1]);
    expect(await summary({})).toMatchObject({ total: 2101, services: 1 });
    await applyRetention(test.system);
    expect((await summary({})).total).toBe(2101);
  });

  it('of the first day that is kept stay', async () => {
    await keep({ pingMonths: 1 });
    await storeHistory(test.store.db, [
      pastPing('2026-04-08T04:59:59.999Z', { serviceId: 1 }),
      pastPing('2026-04-08T05:00:00.000Z', { serviceId: 2 }),
    ]);
    await applyRetention(test.system);
    const { views } = await listHistory(test.as(admin), { filter: all, limit: 5, after: null });
    expect(views.map(({ ping }) => ping.serviceId)).toEqual([2]);
  });

  it('that still run are not deleted, however old they are', async () => {
    await keep({ pingMonths: 1 });
    await storePing(test.store.db, { createdAt: daysAgo(400).at });
    await applyRetention(test.system);
    expect(await left(pings)).toBe(1);
  });

  it('that were deleted leave the notes about their customers', async () => {
    await keep({ pingMonths: 1 });
    const ping = daysAgo(60);
    await storeHistory(test.store.db, [ping]);
    const note = { serviceId: 1, authorId: null, authorName: 'Ana', writtenAt: ping.at };
    await insertNote(test.store.db, { ...note, pingId: ping.id, text: 'Cambió el PoE.' });
    await applyRetention(test.system);
    const notes = await selectNotes(test.store.db, { serviceId: 1, pingId: null }, { limit: 5, after: null });
    expect(notes).toMatchObject([{ text: 'Cambió el PoE.', pingId: null }]);
  });

  it('that were deleted still offer their zones to the filters', async () => {
    await keep({ pingMonths: 1 });
    await storeHistory(test.store.db, [daysAgo(60, { zone: 'Zona Sur', router: null })]);
    await applyRetention(test.system);
    expect(await readHistoryChoices(test.as(admin))).toMatchObject({
      zones: ['Zona Sur'],
      routers: [],
      sectors: ['AP 7'],
    });
  });
});

describe('totals', () => {
  const somePing = fc
    .record({
      days: fc.integer({ min: 20 * 1440, max: 40 * 1440 }).map((minutes) => minutes / 1440),
      outcome: fc.constantFrom(...OUTCOMES.filter((outcome) => outcome !== 'running')),
      source: fc.constantFrom('desk' as const, 'api' as const),
      zone: fc.constantFrom('Zona Norte', 'Zona Sur', null),
      router: fc.constantFrom('Nodo Norte', 'Nodo Sur', null),
      sector: fc.constantFrom('AP 7', null),
      wrong: fc.nat(4).map((n) => n === 0),
    })
    .map(({ days, ...ping }) => daysAgo(days, ping));
  const orNot = <T>(...values: T[]) => fc.constantFrom(null, null, ...values);
  const someFilter = fc.record({
    period: fc.constantFrom('all' as const, '30d' as const, '90d' as const),
    from: orNot('2026-04-05', '2026-04-08'),
    outcomes: fc.subarray(['stable', 'no_internet', 'failed'] as const),
    zone: orNot('Zona Norte'),
    router: orNot('Nodo Sur'),
    sector: orNot('AP 7'),
    source: orNot('desk' as const),
  });

  it('of any pings and any of these filters are the same after the old ones are deleted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(somePing, { minLength: 1, maxLength: 30 }),
        fc.array(someFilter, { minLength: 8, maxLength: 8 }),
        async (past, filters) => {
          await test.reset();
          await storeHistory(test.store.db, past);
          const kept = async () => {
            const summaries = await Promise.all(
              filters.map((filter) => summary({ ...filter, outcomes: [...filter.outcomes] })),
            );
            return summaries.map(({ total, counts, series, step, zones, routers }) => ({
              total,
              counts,
              series,
              step,
              zones,
              routers,
            }));
          };
          const before = await kept();
          await keep({ pingMonths: 1 });
          await applyRetention(test.system);
          expect(await kept()).toEqual(before);
          const gone = past.filter(({ at }) => at < new Date('2026-04-08T05:00:00Z'));
          expect(await left(pings)).toBe(past.length - gone.length);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('are counted only where the filter asks for nothing that a deleted ping no longer tells', async () => {
    await keep({ pingMonths: 1 });
    await storeHistory(test.store.db, [daysAgo(60, { remarks: ['slow'] }), daysAgo(1)]);
    await applyRetention(test.system);
    const total = async (filter: Partial<HistoryFilter>) => (await summary(filter)).total;
    expect(await total({})).toBe(2);
    expect(
      await total({
        zone: 'Zona Norte',
        router: 'Nodo Norte',
        sector: 'AP 7',
        source: 'desk',
        outcomes: ['stable'],
      }),
    ).toBe(2);
    expect(await total({ remark: 'slow' })).toBe(0);
    expect(await total({ serviceId: 1 })).toBe(1);
    expect(await total({ last: true })).toBe(1);
    expect(await total({ agent: pastPing('2026-01-01T00:00:00Z').starter })).toBe(1);
    expect(await total({ q: '1' })).toBe(1);
  });

  it('never show a ping twice or not at all while others are being deleted', async () => {
    await keep({ pingMonths: 1 });
    await storeHistory(
      test.store.db,
      Array.from({ length: 3000 }, (_, index) => daysAgo(60 - index / 3000)),
    );
    const deleting = applyRetention(test.system);
    const seen = new Set<number>();
    let isOver = false;
    void deleting.then(() => (isOver = true));
    while (!isOver) seen.add((await summary({})).total);
    await deleting;
    seen.add((await summary({})).total);
    expect([...seen]).toEqual([3000]);
  });
});

describe('what else grows', () => {
  it('answers of WispHub go after their days, and their pings stay', async () => {
    const ping = daysAgo(31);
    await storeHistory(test.store.db, [ping, daysAgo(1, { serviceId: 2 })]);
    const body = { pingId: ping.id, body: '{}' };
    await test.store.db.insert(pingBodies).values([
      { ...body, round: 1, receivedAt: daysAgo(31).at },
      { ...body, round: 2, receivedAt: daysAgo(29).at },
    ]);
    await applyRetention(test.system);
    expect(await test.store.db.select().from(pingBodies)).toMatchObject([{ round: 2 }]);
    expect(await left(pings)).toBe(2);
    await keep({ bodyDays: 7 });
    await applyRetention(test.system);
    expect(await left(pingBodies)).toBe(0);
  });

  it('counters go when their window has ended', async () => {
    const now = test.system.now();
    await hitRateCounter(test.store.db, 'short', { most: 1, windowMs: 1000, now });
    await hitRateCounter(test.store.db, 'long', { most: 1, windowMs: 10_000, now });
    test.move(5000);
    await applyRetention(test.system);
    expect(await test.store.db.select({ key: rateCounters.key }).from(rateCounters)).toEqual([
      { key: 'long' },
    ]);
  });

  it('keys, turns and sessions go when they no longer stand for anything', async () => {
    const ping = daysAgo(3);
    await storeHistory(test.store.db, [ping]);
    const [old, young] = [daysAgo(1.1).at, daysAgo(0.9).at];
    const key = { actorId: admin.id, request: '[]', pingId: ping.id };
    const session = { userId: admin.id, createdAt: daysAgo(3).at };
    await test.store.db.insert(idempotencyKeys).values([
      { ...key, key: 'old', createdAt: old },
      { ...key, key: 'young', createdAt: young },
    ]);
    await test.store.db.insert(launchTurns).values([
      { routerKey: 'old', nextAt: old },
      { routerKey: 'young', nextAt: young },
    ]);
    await test.store.db.insert(sessions).values([
      { ...session, id: randomUUID(), expiresAt: old },
      { ...session, id: randomUUID(), expiresAt: young },
    ]);
    await applyRetention(test.system);
    expect([await left(idempotencyKeys), await left(launchTurns), await left(sessions)]).toEqual([1, 1, 1]);
  });

  it('what was learnt of routers goes when nothing was launched there for a month', async () => {
    const learnt = { packets: 4, afterMs: [2000], byMs: [4000] };
    await test.store.db.insert(taskTimes).values([
      { ...learnt, routerKey: 'old', updatedAt: daysAgo(31).at },
      { ...learnt, routerKey: 'young', updatedAt: daysAgo(29).at },
    ]);
    await applyRetention(test.system);
    expect(await left(taskTimes)).toBe(1);
  });

  it('nothing more is taken once the server ends', async () => {
    await keep({ pingMonths: 1 });
    await storeHistory(test.store.db, [daysAgo(60)]);
    await applyRetention({ ...test.system, isDraining: () => true });
    expect(await left(pings)).toBe(1);
    const { rows } = await test.store.db.execute(sql`select count(*)::integer as count from ping_totals`);
    expect(rows).toEqual([{ count: 0 }]);
  });
});
