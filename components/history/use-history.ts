'use client';

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { defaultHistoryFilter, type HistoryFilter } from '@/lib/domain/history-filter';
import { historyPagesQuery, historySummaryQuery } from '@/lib/queries/history';

/**
 * The rows and the totals of a filter. Both are read at one moment and stay as they are until somebody asks for them
 * anew, so that the numbers above the rows are those of the rows. Until a new filter has come the old one is shown,
 * marked as old.
 */
export function useHistory(filter: HistoryFilter) {
  const client = useQueryClient();
  const list = useInfiniteQuery({ ...historyPagesQuery(filter), ...STILL });
  // How the rows are sorted changes nothing of the totals.
  const totals = useQuery({
    ...historySummaryQuery({ ...filter, sort: defaultHistoryFilter.sort }),
    ...STILL,
  });
  const pings = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const readAt = Math.min(list.dataUpdatedAt, totals.dataUpdatedAt);
  return {
    pings,
    list,
    totals,
    readAt: readAt === 0 ? null : new Date(readAt).toISOString(),
    isReading: list.isFetching || totals.isFetching,
    /** Reads both anew, from the first page on. */
    refresh: () => client.resetQueries({ queryKey: ['history'], type: 'active' }),
  };
}

const STILL = {
  placeholderData: keepPreviousData,
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;
