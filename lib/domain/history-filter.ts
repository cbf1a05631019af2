import { z } from 'zod';
import { remarkCodeSchema } from './remark-code';
import { serviceIdSchema } from './service';
import { addDays, dayOf, startOfDay } from './time-zone';

export const PERIODS = ['shift', 'today', 'yesterday', '7d', '30d', '90d', 'all'] as const;
export const periodSchema = z.enum(PERIODS);
export type Period = z.infer<typeof periodSchema>;

export const OUTCOMES = ['stable', 'intermittent', 'no_internet', 'failed', 'running'] as const;
export const outcomeSchema = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcomeSchema>;

export const SORTS = ['newest', 'oldest', 'slowest'] as const;

const DAY = 'expected a day such as 2026-11-22';
/** Years before and after it would be counted day by day for nothing. */
export const isoDaySchema = z.iso.date(DAY).refine((day) => day >= '2000' && day < '2200', DAY);
const name = z.string().min(1).max(200).nullable();

/** What of the history is looked at. The same for the page, its totals, its charts and its export. Null means any. */
export const historyFilterSchema = z
  .object({
    /** Stands unless `from` and `to` name days of their own. */
    period: periodSchema,
    /** First and last calendar day, in the operator's time zone, both included. */
    from: isoDaySchema.nullable(),
    to: isoDaySchema.nullable(),
    outcomes: z.array(outcomeSchema),
    remark: remarkCodeSchema.nullable(),
    zone: name,
    router: name,
    sector: name,
    /** Id of a person or a token that asked for the ping, first or later. */
    agent: z.uuid().nullable(),
    source: z.enum(['desk', 'api']).nullable(),
    serviceId: serviceIdSchema.nullable(),
    /** Free text: the customer's name or address, a case code, or words of a note. */
    q: z.string().max(200),
    /** Only the last ping of each service within the period. */
    last: z.boolean(),
    sort: z.enum(SORTS),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    message: 'expected a day that is not before the first one',
  });

export type HistoryFilter = z.infer<typeof historyFilterSchema>;

export const defaultHistoryFilter: HistoryFilter = {
  period: '7d',
  from: null,
  to: null,
  outcomes: [],
  remark: null,
  zone: null,
  router: null,
  sector: null,
  agent: null,
  source: null,
  serviceId: null,
  q: '',
  last: false,
  sort: 'newest',
};

/** The names of the filter in an address; a filter that stands at its default is left out. */
const PARAMETERS = {
  period: 'period',
  from: 'from',
  to: 'to',
  outcomes: 'outcome',
  remark: 'remark',
  zone: 'zone',
  router: 'router',
  sector: 'sector',
  agent: 'agent',
  source: 'source',
  serviceId: 'service',
  q: 'q',
  last: 'last',
  sort: 'sort',
} as const satisfies Record<keyof HistoryFilter, string>;

/** The filter that an address names, not checked yet: the schema does that. */
export function readHistoryFilter(query: URLSearchParams): Record<keyof HistoryFilter, unknown> {
  const text = (key: keyof HistoryFilter) => query.get(PARAMETERS[key]) || null;
  const service = text('serviceId');
  return {
    period: text('period') ?? defaultHistoryFilter.period,
    from: text('from'),
    to: text('to'),
    outcomes: (text('outcomes') ?? '').split(',').filter(Boolean),
    remark: text('remark'),
    zone: text('zone'),
    router: text('router'),
    sector: text('sector'),
    agent: text('agent'),
    source: text('source'),
    serviceId: service === null ? null : /^\d{1,10}$/.test(service) ? Number(service) : NaN,
    q: (text('q') ?? '').trim(),
    last: text('last') === '1',
    sort: text('sort') ?? defaultHistoryFilter.sort,
  };
}

/** The filter of an address, or the default where it says something that is not one. */
export function parseHistoryFilter(query: URLSearchParams): HistoryFilter {
  return historyFilterSchema.safeParse(readHistoryFilter(query)).data ?? defaultHistoryFilter;
}

export function writeHistoryFilter(filter: HistoryFilter): URLSearchParams {
  const query = new URLSearchParams();
  const put = (key: keyof HistoryFilter, value: string | null) => {
    if (value !== null && value !== '') query.set(PARAMETERS[key], value);
  };
  if (filter.from === null && filter.to === null && filter.period !== defaultHistoryFilter.period) {
    put('period', filter.period);
  }
  for (const key of ['from', 'to', 'remark', 'zone', 'router', 'sector', 'agent', 'source', 'q'] as const) {
    put(key, filter[key]);
  }
  put('outcomes', filter.outcomes.join(','));
  put('serviceId', filter.serviceId === null ? null : String(filter.serviceId));
  put('last', filter.last ? '1' : null);
  if (filter.sort !== defaultHistoryFilter.sort) put('sort', filter.sort);
  return query;
}

/** A shift at a support desk. */
const SHIFT_MS = 8 * 3_600_000;
const DAYS: Partial<Record<Period, number>> = { '7d': 7, '30d': 30, '90d': 90 };

export type Span = { from: Date | null; to: Date | null };

/** The moments a filter spans: from the first one on, before the second; null is open. Days are those of the zone. */
export function spanOf(
  filter: Pick<HistoryFilter, 'period' | 'from' | 'to'>,
  now: Date,
  timeZone: string,
): Span {
  if (filter.from !== null || filter.to !== null) {
    return {
      from: filter.from === null ? null : startOfDay(filter.from, timeZone),
      to: filter.to === null ? null : startOfDay(addDays(filter.to, 1), timeZone),
    };
  }
  const today = dayOf(now, timeZone);
  const start = (daysAgo: number) => startOfDay(addDays(today, -daysAgo), timeZone);
  if (filter.period === 'all') return { from: null, to: null };
  if (filter.period === 'shift') return { from: new Date(now.getTime() - SHIFT_MS), to: null };
  if (filter.period === 'yesterday') return { from: start(1), to: start(0) };
  return { from: start((DAYS[filter.period] ?? 1) - 1), to: null };
}
