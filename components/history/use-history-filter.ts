'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import {
  historyFilterSchema,
  parseHistoryFilter,
  readHistoryFilter,
  writeHistoryFilter,
  type HistoryFilter,
} from '@/lib/domain/history-filter';
import { limitedToToday } from './filter-change';

export type FilterState = {
  filter: HistoryFilter;
  /** False where the address asked for something that is no filter; the default is then looked at. */
  isUnderstood: boolean;
  /** `replace` leaves no step for the back button, as while somebody types. */
  onFilter: (next: HistoryFilter, how?: 'push' | 'replace') => void;
};

/** What is looked at lives in the address: reloading, going back and handing the link over all keep it. */
export function useHistoryFilter(isTodayOnly: boolean): FilterState {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const { filter, isUnderstood } = useMemo(() => {
    const query = new URLSearchParams(search);
    const asked = parseHistoryFilter(query);
    return {
      filter: isTodayOnly ? limitedToToday(asked) : asked,
      isUnderstood: historyFilterSchema.safeParse(readHistoryFilter(query)).success,
    };
  }, [search, isTodayOnly]);
  const onFilter: FilterState['onFilter'] = (next, how = 'push') => {
    const query = writeHistoryFilter(next).toString();
    const address = query === '' ? pathname : `${pathname}?${query}`;
    if (how === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  };
  return { filter, isUnderstood, onFilter };
}
