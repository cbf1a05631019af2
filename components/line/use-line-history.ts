'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { TREND_MOST } from '@/lib/domain/line-trend';
import type { PingItem } from '@/lib/domain/ping-details';
import { lineHistoryQuery } from '@/lib/queries/line';

export type LineHistory = {
  /** From the newest on. */
  pings: readonly PingItem[];
  /** When it was read, in milliseconds since 1970. */
  readAtMs: number;
  isPending: boolean;
  isError: boolean;
  hasMore: boolean;
  isReadingMore: boolean;
  readMore: () => void;
};

/** Every ping of a line, as far as it is read: what the charts need at once, the rest on demand. */
export function useLineHistory(serviceId: number): LineHistory {
  const { data, dataUpdatedAt, ...query } = useInfiniteQuery(lineHistoryQuery(serviceId));
  const { isPending, isError, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = query;
  const pings = data?.pages.flatMap((page) => page.items) ?? [];
  const needsMore = hasNextPage && !isFetching && pings.length < TREND_MOST && !isError;
  useEffect(() => {
    if (needsMore) void fetchNextPage();
  }, [needsMore, fetchNextPage]);
  return {
    pings,
    readAtMs: dataUpdatedAt,
    isPending,
    isError: isError && data === undefined,
    hasMore: hasNextPage,
    isReadingMore: isFetchingNextPage,
    readMore: () => void fetchNextPage(),
  };
}
