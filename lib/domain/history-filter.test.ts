import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultHistoryFilter,
  historyFilterSchema,
  OUTCOMES,
  parseHistoryFilter,
  PERIODS,
  readHistoryFilter,
  SORTS,
  spanOf,
  writeHistoryFilter,
  type HistoryFilter,
} from './history-filter';
import { REMARK_CODES } from './remark-code';

const read = (address: string) => parseHistoryFilter(new URLSearchParams(address));
const isGood = (address: string) =>
  historyFilterSchema.safeParse(readHistoryFilter(new URLSearchParams(address))).success;

const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const name = fc.string({ minLength: 1, maxLength: 20 });
const someFilter: fc.Arbitrary<HistoryFilter> = fc.record({
  period: fc.constantFrom(...PERIODS),
  from: orNull(fc.constantFrom('2026-03-08', '2026-11-01')),
  to: orNull(fc.constantFrom('2026-11-01', '2026-12-31')),
  outcomes: fc.subarray([...OUTCOMES]),
  remark: orNull(fc.constantFrom(...REMARK_CODES)),
  zone: orNull(name),
  router: orNull(name),
  sector: orNull(name),
  agent: orNull(fc.uuid({ version: 4 })),
  source: orNull(fc.constantFrom('desk' as const, 'api' as const)),
  serviceId: orNull(fc.integer({ min: 1, max: 2_147_483_647 })),
  q: fc.string({ maxLength: 20 }).map((text) => text.trim()),
  last: fc.boolean(),
  sort: fc.constantFrom(...SORTS),
});

describe('the address of a filter', () => {
  it('is empty for the default, and leads back to every other one', () => {
    expect(writeHistoryFilter(defaultHistoryFilter).toString()).toBe('');
    fc.assert(
      fc.property(someFilter, (filter) => {
        const isOfDays = filter.from !== null || filter.to !== null;
        // Days of one's own leave nothing for a period to say.
        const expected = isOfDays ? { ...filter, period: defaultHistoryFilter.period } : filter;
        expect(read(writeHistoryFilter(filter).toString())).toEqual(expected);
      }),
    );
  });

  it.each([
    'period=year',
    'from=2026-02-30',
    'from=yesterday',
    'from=0001-01-01',
    'to=9999-12-31',
    'from=2026-05-08&to=2026-05-07',
    'outcome=stable,down',
    'remark=fast',
    'agent=ana',
    'source=phone',
    'service=0',
    'service=2147483648',
    'service=1.5',
    'service=abc',
    'sort=random',
    `q=${'x'.repeat(201)}`,
  ])('that says %s is no filter, and is read as the default', (address) => {
    expect(isGood(address)).toBe(false);
    expect(read(address)).toEqual(defaultHistoryFilter);
  });
});

describe('the moments of a filter', () => {
  const zone = 'America/New_York';
  // On the day after the clock went forward.
  const now = new Date('2026-03-09T16:00:00Z');
  const span = (filter: Partial<HistoryFilter>) => {
    const { from, to } = spanOf({ ...defaultHistoryFilter, ...filter }, now, zone);
    return [from?.toISOString() ?? null, to?.toISOString() ?? null];
  };

  it.each([
    ['shift', '2026-03-09T08:00:00.000Z', null],
    ['today', '2026-03-09T04:00:00.000Z', null],
    ['yesterday', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['7d', '2026-03-03T05:00:00.000Z', null],
    ['30d', '2026-02-08T05:00:00.000Z', null],
    ['90d', '2025-12-10T05:00:00.000Z', null],
    ['all', null, null],
  ] as const)('of %s begin and end with days of the zone', (period, from, to) => {
    expect(span({ period })).toEqual([from, to]);
  });

  it('of days of one’s own hold the first and the last of them', () => {
    expect(span({ from: '2026-03-08', to: '2026-03-08' })).toEqual([
      '2026-03-08T05:00:00.000Z',
      '2026-03-09T04:00:00.000Z',
    ]);
    expect(span({ from: '2026-03-08', period: 'all' })).toEqual(['2026-03-08T05:00:00.000Z', null]);
    expect(span({ to: '2026-03-08', period: 'today' })).toEqual([null, '2026-03-09T04:00:00.000Z']);
  });
});
