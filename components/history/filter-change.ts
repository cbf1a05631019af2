import { defaultHistoryFilter, type HistoryFilter, type Outcome } from '@/lib/domain/history-filter';

/** The conditions of a filter that somebody can set and take back, in the order of the sentence. */
export const CONDITIONS = [
  'period',
  'outcomes',
  'zone',
  'router',
  'sector',
  'serviceId',
  'remark',
  'agent',
  'source',
  'q',
  'last',
] as const satisfies readonly (keyof HistoryFilter)[];

export type Condition = (typeof CONDITIONS)[number];

const hasOwnDays = ({ from, to }: HistoryFilter) => from !== null || to !== null;

/** True where this condition is not at its default; the default period counts as no condition. */
export function isSet(filter: HistoryFilter, condition: Condition): boolean {
  if (condition === 'period') return hasOwnDays(filter) || filter.period !== defaultHistoryFilter.period;
  if (condition === 'outcomes') return filter.outcomes.length > 0;
  return filter[condition] !== defaultHistoryFilter[condition];
}

/** The filter without one of its conditions. */
export function without(filter: HistoryFilter, condition: Condition): HistoryFilter {
  if (condition === 'period') return { ...filter, period: defaultHistoryFilter.period, from: null, to: null };
  return { ...filter, [condition]: defaultHistoryFilter[condition] };
}

/** The filter without any condition; how it is sorted is no condition. */
export const cleared = (filter: HistoryFilter): HistoryFilter => ({
  ...defaultHistoryFilter,
  sort: filter.sort,
});

/** Sets a name, or takes it back where it is set already: what a click on a bar does. */
export function toggled<Name extends 'zone' | 'router' | 'agent'>(
  filter: HistoryFilter,
  condition: Name,
  value: string,
): HistoryFilter {
  return { ...filter, [condition]: filter[condition] === value ? null : value };
}

/** Adds an outcome to those looked at, or takes it out. */
export function withOutcomeToggled(filter: HistoryFilter, outcome: Outcome): HistoryFilter {
  const others = filter.outcomes.filter((one) => one !== outcome);
  const had = others.length < filter.outcomes.length;
  return { ...filter, outcomes: had ? others : [...others, outcome] };
}

/** What of the filter those may look at who see this day only. */
export function limitedToToday(filter: HistoryFilter): HistoryFilter {
  const period = filter.period === 'shift' ? 'shift' : 'today';
  return { ...filter, period, from: null, to: null };
}
