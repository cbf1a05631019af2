'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo } from 'react';
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
  const pings = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const needsMore = hasNextPage && !isFetching && pings.length < TREND_MOST && !isError;
  useEffect(() => {
    if (needsMore) void fetchNextPage();
  }, [needsMore, fetchNextPage]);
  const isUnread = isError && data === undefined;
  const history = useMemo<LineHistory>(
    () => ({
      pings,
      readAtMs: dataUpdatedAt,
      isPending,
      isError: isUnread,
      hasMore: hasNextPage,
      isReadingMore: isFetchingNextPage,
      readMore: () => void fetchNextPage(),
    }),
    [pings, dataUpdatedAt, isPending, isUnread, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  // Strip, charts and table are a lot to draw: what somebody presses meanwhile comes first.
  return useDeferredValue(history);
}
