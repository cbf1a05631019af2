import { defaultHistoryFilter, writeHistoryFilter, type HistoryFilter } from '@/lib/domain/history-filter';

/** The looks at the history that somebody wants again and again, each one click away. */
export const VIEWS = {
  viewUnresolved: { period: 'shift', last: true, outcomes: ['intermittent', 'no_internet'] },
  viewYesterday: { period: 'yesterday' },
  viewSilent: { period: 'today', last: true, outcomes: ['no_internet'] },
  viewUnmeasured: { period: '7d', outcomes: ['failed'] },
  viewSlow: { period: '7d', remark: 'slow' },
} as const satisfies Record<string, Partial<HistoryFilter>>;

export type View = keyof typeof VIEWS;

export const VIEW_NAMES = Object.keys(VIEWS).filter((name): name is View => name in VIEWS);

export const viewFilter = (view: View): HistoryFilter => {
  const { ...conditions }: Partial<HistoryFilter> = VIEWS[view];
  return { ...defaultHistoryFilter, ...conditions };
};

/** Those that somebody can use who sees this day only. */
export const isOfToday = (view: View): boolean =>
  VIEWS[view].period === 'shift' || VIEWS[view].period === 'today';

/** Two filters that look at the same, in whatever order their outcomes were chosen. */
export function isSameFilter(one: HistoryFilter, other: HistoryFilter): boolean {
  const address = (filter: HistoryFilter) =>
    writeHistoryFilter({ ...filter, outcomes: [...filter.outcomes].sort() }).toString();
  return address(one) === address(other);
}
