import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pings } from '@/lib/db/schema';
import { upsertServices } from '@/lib/db/services';
import { ana, luis, pastPing, storeHistory, type PastPing } from '@/lib/db/test-history';
import {
  defaultHistoryFilter,
  OUTCOMES,
  PERIODS,
  type HistoryFilter,
  type Outcome,
} from '@/lib/domain/history-filter';
import { sumOf } from '@/lib/domain/outcome-share';
import { REMARK_CODES } from '@/lib/domain/remark-code';
import { testService } from '@/lib/domain/test-ping';
import { addDays, dayOf } from '@/lib/domain/time-zone';
import type { Context } from './context';
import { listHistory } from './list-history';
import { markQuietLine } from './mark-quiet-line';
import { markWrongCustomer } from './mark-wrong-customer';
import { summariseHistory } from './summarise-history';
import { plainList, plainSummary } from './test-plain-history';
import { person, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const supervisor = person('supervisor');
const all: HistoryFilter = { ...defaultHistoryFilter, period: 'all' };
const contextAt = (now: Date, timeZone = 'America/Bogota'): Context =>
  test.as(supervisor, { now: () => now, timeZone });
const summary = (ctx: Context, filter: Partial<HistoryFilter>) =>
  summariseHistory(ctx, { filter: { ...all, ...filter } });

/** The whole list, page by page. */
async function listed(ctx: Context, filter: HistoryFilter): Promise<string[]> {
  const ids: string[] = [];
  let after: Awaited<ReturnType<typeof listHistory>>['next'] = null;
  do {
    const page = await listHistory(ctx, { filter, limit: 7, after });
    ids.push(...page.views.map(({ ping }) => ping.id));
    after = page.next;
  } while (after !== null);
  return ids;
}

// Around changes of the clock in the first three; the others have half and quarter hours.
const PLACES: readonly [timeZone: string, now: string][] = [
  ['America/New_York', '2026-03-10T15:20:00Z'],
  ['America/New_York', '2026-11-02T04:40:00Z'],
  ['America/Santiago', '2026-09-07T01:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-05T23:10:00Z'],
  ['Asia/Kolkata', '2026-05-08T18:40:00Z'],
  ['Asia/Kathmandu', '2026-05-08T18:10:00Z'],
  ['America/Bogota', '2026-05-08T12:00:00Z'],
];

const somePing = (now: Date) =>
  fc
    .record({
      // Mostly lately and close together, so that contacts go on, come back, and lie on both sides of a midnight.
      ago: fc.oneof(fc.nat(180), fc.nat(3 * 1440), fc.nat(100 * 1440)),
      serviceId: fc.integer({ min: 1, max: 4 }),
      outcome: fc.constantFrom(...OUTCOMES.filter((outcome) => outcome !== 'running')),
      source: fc.constantFrom('desk' as const, 'desk' as const, 'api' as const),
      zone: fc.constantFrom('Zona Norte', 'Zona Sur', null),
      router: fc.constantFrom('Nodo Norte', 'Nodo Sur', null),
      sector: fc.constantFrom('AP 7', null),
      starter: fc.constantFrom(ana, luis),
      joiners: fc.constantFrom([], [], [luis], [ana, luis]),
      tookMs: fc.integer({ min: 0, max: 200_000 }),
      remarks: fc.subarray([...REMARK_CODES]),
      wrong: fc.nat(9).map((n) => n === 0),
    })
    .map(({ ago, ...ping }) => pastPing(new Date(now.getTime() - ago * 60_000).toISOString(), ping));

const someFilter = (now: Date, timeZone: string): fc.Arbitrary<HistoryFilter> => {
  const day = fc.integer({ min: -5, max: 1 }).map((days) => addDays(dayOf(now, timeZone), days));
  const orNot = <T>(...values: T[]) => fc.constantFrom(null, null, ...values);
  return fc
    .record({
      period: fc.constantFrom(...PERIODS),
      days: fc.option(fc.tuple(day, day), { freq: 3 }),
      outcomes: fc.oneof(fc.constant<Outcome[]>([]), fc.subarray([...OUTCOMES])),
      remark: orNot(...REMARK_CODES.slice(0, 2)),
      zone: orNot('Zona Norte', 'Zona Este'),
      router: orNot('Nodo Sur'),
      sector: orNot('AP 7'),
      agent: orNot(ana, luis),
      source: orNot('desk' as const, 'api' as const),
      serviceId: orNot(2, 99),
      q: fc.constantFrom('', '', '', '3'),
      last: fc.boolean(),
      sort: fc.constantFrom('newest' as const, 'oldest' as const, 'slowest' as const),
    })
    .map(({ days, ...filter }) => {
      const [from, to] = days === null ? [null, null] : [...days].sort();
      return { ...filter, from: from ?? null, to: to ?? null };
    });
};

/** One service has at most one running ping, and nobody has marked it yet. */
const withRunning = (list: PastPing[], isOn: boolean): PastPing[] =>
  isOn && list[0] ? [{ ...list[0], outcome: 'running', wrong: false }, ...list.slice(1)] : list;

describe('totals and charts, against a plain count over the same pings', () => {
  it.each(PLACES)('in %s at %s are the same for any pings and filters', async (timeZone, at) => {
    const now = new Date(at);
    const ctx = contextAt(now, timeZone);
    const filters = fc.array(someFilter(now, timeZone), { minLength: 6, maxLength: 6 });
    // One service has one ping at a time, and so no two of one moment.
    const selector = (ping: PastPing) => `${ping.serviceId} ${ping.at.getTime()}`;
    const past = fc.uniqueArray(somePing(now), { minLength: 1, maxLength: 40, selector });
    await fc.assert(
      fc.asyncProperty(past, fc.boolean(), filters, async (drawn, running, asked) => {
        const list = withRunning(drawn, running);
        await test.store.db.delete(pings);
        await storeHistory(test.store.db, list);
        for (const filter of asked) {
          const { series, step, agents, worst_services, ...counted } = await summariseHistory(ctx, {
            filter,
          });
          const plain = plainSummary(list, filter, now, timeZone);
          expect({
            ...counted,
            agents: agents.map(({ id, counts }) => ({ id, counts })),
            worst_services: worst_services.map(({ service_id, counts }) => ({ service_id, counts })),
          }).toEqual(plain);
          expect(series.reduce((sum, one) => sum + sumOf(one.counts), 0)).toBe(plain.total);
          const counts = new Map(series.map((one) => [one.start, sumOf(one.counts)]));
          for (const ping of plainList(list, filter, now, timeZone)) {
            if (ping.wrong) continue;
            const start = series.findLast((one) => new Date(one.start) <= ping.at)?.start ?? '';
            expect(counts.get(start)).toBeGreaterThan(0);
            if (step === 'day') expect(dayOf(new Date(start), timeZone)).toBe(dayOf(ping.at, timeZone));
          }
          expect(await listed(ctx, filter)).toEqual(
            plainList(list, filter, now, timeZone).map(({ id }) => id),
          );
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('contacts', () => {
  const now = new Date('2026-05-08T12:00:00Z');
  const counted = async (...minutesAgo: readonly number[]) => {
    const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
    await storeHistory(
      test.store.db,
      minutesAgo.map((minutes) => pastPing(at(minutes))),
    );
    const { contacts, repeat_contacts } = await summary(contextAt(now), {});
    return [contacts, repeat_contacts];
  };

  it.each([
    ['less than half an hour apart are one', [29, 0], [1, 0]],
    ['half an hour apart are two, and the second comes back', [30, 0], [2, 1]],
    ['are told by the gap to the one before, not to the first', [75, 50, 25, 0], [1, 0]],
    ['72 hours apart come back', [72 * 60, 0], [2, 1]],
    ['more than 72 hours apart do not', [72 * 60 + 1, 0], [2, 0]],
  ])('%s', async (_what, minutesAgo, expected) => {
    expect(await counted(...minutesAgo)).toEqual(expected);
  });

  it('of different customers, and requests of programs, have nothing to do with each other', async () => {
    const at = now.toISOString();
    await storeHistory(test.store.db, [
      pastPing(at, { serviceId: 1 }),
      pastPing(at, { serviceId: 2 }),
      pastPing(at, { serviceId: 3, source: 'api' }),
    ]);
    expect(await summary(contextAt(now), {})).toMatchObject({ contacts: 2, repeat_contacts: 0, services: 3 });
  });

  it('that came before the span tell that one within it comes back, or goes on', async () => {
    await storeHistory(test.store.db, [
      pastPing('2026-05-06T15:00:00Z', { serviceId: 1 }),
      pastPing('2026-05-08T10:00:00Z', { serviceId: 1 }),
      // Begun twenty minutes before midnight of the zone, five o'clock in UTC.
      pastPing('2026-05-08T04:40:00Z', { serviceId: 2 }),
      pastPing('2026-05-08T05:05:00Z', { serviceId: 2 }),
    ]);
    expect(await summary(contextAt(now), { period: 'today' })).toMatchObject({
      total: 2,
      contacts: 2,
      repeat_contacts: 1,
    });
  });
});

describe('a summary', () => {
  const now = new Date('2026-05-08T12:00:00Z');

  it('of nothing is empty, and shows the hours of a day that has hardly begun', async () => {
    const empty = await summary(contextAt(new Date('2026-05-08T07:30:00Z')), { period: 'today' });
    expect(empty).toMatchObject({ total: 0, step: 'hour', zones: [], worst_services: [] });
    expect(empty.time_to_verdict_ms).toEqual({ median: null, p95: null });
    expect(empty.series.map(({ start }) => start)).toEqual([
      '2026-05-08T05:00:00.000Z',
      '2026-05-08T06:00:00.000Z',
      '2026-05-08T07:00:00.000Z',
    ]);
    expect((await summary(contextAt(now), {})).series).toEqual([]);
  });

  it('of seven days shows each of them, and of the whole history those since its first ping', async () => {
    await storeHistory(test.store.db, [pastPing('2026-04-01T12:00:00Z'), pastPing('2026-05-07T12:00:00Z')]);
    expect((await summary(contextAt(now), { period: '7d' })).series).toHaveLength(7);
    const { series, step } = await summary(contextAt(now), {});
    expect([step, series.length, series[0]?.start]).toEqual(['day', 38, '2026-04-01T05:00:00.000Z']);
  });

  it('puts a zone with many bad results before one with a single bad one', async () => {
    const many = (zone: string, count: number, outcome: PastPing['outcome']) =>
      Array.from({ length: count }, (_, index) =>
        pastPing(`2026-05-07T12:00:${String(index).padStart(2, '0')}Z`, {
          zone,
          outcome,
          serviceId: index + 1,
        }),
      );
    await storeHistory(test.store.db, [
      ...many('one of one', 1, 'no_internet'),
      ...many('thirty of forty', 30, 'no_internet'),
      ...many('thirty of forty', 10, 'stable'),
      ...many('none', 20, 'stable'),
      ...many('not measured', 9, 'failed'),
    ]);
    const { zones } = await summary(contextAt(now), {});
    expect(zones.map(({ name }) => name)).toEqual(['thirty of forty', 'one of one', 'none', 'not measured']);
  });

  it('does not count a line among the worst that works without answering ping, and says so', async () => {
    await upsertServices(
      test.store.db,
      [1, 2].map((serviceId) => ({ ...testService, serviceId })),
      now,
    );
    await storeHistory(test.store.db, [
      ...[1, 1, 2].map((serviceId, minute) =>
        pastPing(`2026-05-07T12:0${minute}:00Z`, { serviceId, outcome: 'no_internet' }),
      ),
      pastPing('2026-05-07T12:05:00Z', { serviceId: 3, outcome: 'stable' }),
    ]);
    const worst = async () => {
      const { worst_services, quiet_left_out } = await summary(contextAt(now), {});
      return [worst_services.map(({ service_id }) => service_id), quiet_left_out];
    };
    expect(await worst()).toEqual([[1, 2], 0]);
    await markQuietLine(test.as(supervisor), { serviceId: 1, quiet: true });
    expect(await worst()).toEqual([[2], 1]);
  });

  it('names people as they were called last', async () => {
    await storeHistory(test.store.db, [pastPing('2026-05-07T12:00:00Z', { starter: luis })]);
    const { agents } = await summary(contextAt(now), {});
    expect(agents).toMatchObject([{ id: luis, name: 'Luis' }]);
  });

  it('counts a ping no more once it is marked as made for the wrong customer, and again when the mark is taken back', async () => {
    const ping = pastPing('2026-03-01T12:00:00Z');
    await storeHistory(test.store.db, [ping]);
    const total = async () => (await summary(contextAt(now), {})).total;
    expect(await total()).toBe(1);
    await markWrongCustomer(test.as(supervisor), { taskId: ping.id, wrong: true });
    expect(await total()).toBe(0);
    await markWrongCustomer(test.as(supervisor), { taskId: ping.id, wrong: false });
    expect(await total()).toBe(1);
  });

  it('of an agent is of this day, whatever they ask for', async () => {
    await storeHistory(test.store.db, [
      pastPing('2026-05-08T04:59:59.999Z', { serviceId: 1 }),
      pastPing('2026-05-08T05:00:00.000Z', { serviceId: 2, starter: luis }),
    ]);
    const ctx = { ...contextAt(now), actor: person('agent') };
    for (const asked of [{}, { period: '90d' as const }, { from: '2026-01-01', to: '2026-12-31' }]) {
      expect(await summary(ctx, asked)).toMatchObject({ total: 1, step: 'hour' });
    }
    expect(await summary(ctx, { period: 'yesterday' })).toMatchObject({ total: 0 });
    expect(await summary(ctx, { from: '2026-05-01', to: '2026-05-07' })).toMatchObject({ total: 0 });
    expect(await summary(contextAt(now), {})).toMatchObject({ total: 2 });
  });
});

it('a span that begins long before anything was pinged is not drawn day by day', async () => {
  await storeHistory(test.store.db, [pastPing('2026-05-07T12:00:00Z')]);
  const { series, total } = await summary(contextAt(new Date('2026-05-08T12:00:00Z')), {
    from: '2000-01-01',
  });
  expect(total).toBe(1);
  expect(series.length).toBeLessThan(110);
});
