import { describe, expect, it } from 'vitest';
import {
  defaultHistoryFilter,
  historyFilterSchema,
  parseHistoryFilter,
  writeHistoryFilter,
  type HistoryFilter,
} from '@/lib/domain/history-filter';
import {
  CONDITIONS,
  cleared,
  isSet,
  limitedToToday,
  toggled,
  withOutcomeToggled,
  without,
} from './filter-change';
import { isOfToday, isSameFilter, VIEW_NAMES, viewFilter } from './views';

const FULL: HistoryFilter = {
  period: 'yesterday',
  from: null,
  to: null,
  outcomes: ['no_internet', 'failed'],
  remark: 'slow',
  zone: 'Zona Norte',
  router: 'RB-Norte, 2',
  sector: 'AP-7',
  agent: '6f1d6f0e-6a53-4a8f-8f0b-7a6b0f6a1f10',
  source: 'desk',
  serviceId: 12345,
  q: 'calle 12',
  last: true,
  sort: 'slowest',
};

describe('the conditions of a filter', () => {
  it.each(CONDITIONS)('%s can be set, and taken back without touching another', (condition) => {
    expect(isSet(FULL, condition)).toBe(true);
    const less = without(FULL, condition);
    expect(isSet(less, condition)).toBe(false);
    const others = CONDITIONS.filter((one) => one !== condition);
    expect(others.filter((one) => !isSet(less, one))).toEqual([]);
  });

  it('are none in the default, and none once it is cleared; the order of the rows stays', () => {
    expect(CONDITIONS.filter((one) => isSet(defaultHistoryFilter, one))).toEqual([]);
    expect(cleared(FULL)).toEqual({ ...defaultHistoryFilter, sort: 'slowest' });
  });

  it('survive the way through an address', () => {
    expect(parseHistoryFilter(writeHistoryFilter(FULL))).toEqual(FULL);
  });

  it('of own days are a period that can be taken back', () => {
    const own = { ...defaultHistoryFilter, from: '2026-11-20', to: null };
    expect(isSet(own, 'period')).toBe(true);
    expect(without(own, 'period')).toEqual(defaultHistoryFilter);
  });
});

describe('a second click on a bar', () => {
  it.each([
    ['a zone', (filter: HistoryFilter) => toggled(filter, 'zone', 'Zona Sur')],
    ['a router', (filter: HistoryFilter) => toggled(filter, 'router', 'RB-Sur')],
    ['an outcome', (filter: HistoryFilter) => withOutcomeToggled(filter, 'stable')],
  ])('of %s takes the first one back', (_name, click) => {
    const before = { ...defaultHistoryFilter, period: '30d' as const };
    const once = click(before);
    expect(isSameFilter(once, before)).toBe(false);
    expect(click(once)).toEqual(before);
  });

  it('of another zone looks at that one', () => {
    expect(toggled(toggled(defaultHistoryFilter, 'zone', 'A'), 'zone', 'B').zone).toBe('B');
  });
});

describe('those who see this day only', () => {
  it.each([
    [FULL, 'today'],
    [{ ...FULL, period: 'shift' as const }, 'shift'],
    [{ ...FULL, period: 'shift' as const, from: '2020-01-01' }, 'shift'],
    [{ ...FULL, period: 'all' as const, from: '2020-01-01', to: '2030-01-01' }, 'today'],
  ])('look at no other, whatever the address says', (asked, period) => {
    expect(limitedToToday(asked)).toEqual({ ...asked, period, from: null, to: null });
  });

  it('are offered only views of this day', () => {
    for (const name of VIEW_NAMES.filter(isOfToday)) {
      expect(limitedToToday(viewFilter(name))).toEqual(viewFilter(name));
    }
  });
});

describe('the views of every day', () => {
  it.each(VIEW_NAMES)('%s is a filter that an address can name', (name) => {
    const filter = viewFilter(name);
    expect(historyFilterSchema.safeParse(filter).success).toBe(true);
    expect(isSameFilter(parseHistoryFilter(writeHistoryFilter(filter)), filter)).toBe(true);
  });

  it('are recognised in whatever order the outcomes were chosen', () => {
    const filter = viewFilter('viewUnresolved');
    expect(isSameFilter({ ...filter, outcomes: [...filter.outcomes].reverse() }, filter)).toBe(true);
  });
});
