import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { placeItemSchema } from '@/lib/domain/place-in-line';
import { api } from './api';
import { pingListSchema } from './pings';

const PAGE = 100;

/** Every ping of a line, a page at a time from the newest on: what its charts and its table are made of. */
export const lineHistoryQuery = (serviceId: number) =>
  infiniteQueryOptions({
    queryKey: ['pings', 'history', serviceId],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ service_id: String(serviceId), limit: String(PAGE) });
      if (pageParam !== null) query.set('cursor', pageParam);
      return api(`/api/v1/pings/?${query}`, pingListSchema, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 5000,
  });

/** Where a ping stands among those of its line: the one after it, and those before it from the newest on. */
export const placeInLineQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['pings', 'place', taskId],
    queryFn: ({ signal }) => api(`/api/v1/pings/${taskId}/place/`, placeItemSchema, { signal }),
  });
