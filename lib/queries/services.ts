import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { lineItemSchema, neighboursItemSchema, type LineItem } from '@/lib/domain/line-item';
import { filterChoicesSchema, SERVICE_FILTERS, type ServiceFilter } from '@/lib/domain/service-filter';
import {
  foundItemSchema,
  refreshedItemSchema,
  serviceItemSchema,
  type RefreshedItem,
} from '@/lib/domain/service-item';
import { api } from './api';

const listSchema = z.object({ items: z.array(foundItemSchema), next_cursor: z.string().nullable() });

export type RefreshOutcome = RefreshedItem['outcome'];

/** What is asked: the text and the names of the filter. Two searches are the same when this is. */
function searchParameters(typed: string, filter: ServiceFilter): string {
  const parameters = new URLSearchParams({ q: typed, limit: '12' });
  for (const name of SERVICE_FILTERS) {
    const value = filter[name];
    if (value !== null) parameters.set(name, value);
  }
  return parameters.toString();
}

export const hasFilter = (filter: ServiceFilter) => SERVICE_FILTERS.some((name) => filter[name] !== null);

/** Services that fit what was typed, within a filter; each keystroke cancels the request before it. */
export const serviceSearchQuery = (typed: string, filter: ServiceFilter) => {
  const asked = searchParameters(typed, filter);
  return queryOptions({
    queryKey: ['services', 'search', asked],
    queryFn: async ({ signal }) => {
      const list = await api(`/api/v1/services/?${asked}`, listSchema, { signal });
      return { asked, items: list.items };
    },
    enabled: typed !== '' || hasFilter(filter),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    // Rows must not change places under the hand because a window came to the front.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
};

/** True when these results are those of this text and filter, and not of what stood there before. */
export const isAnswerTo = (data: { asked: string } | undefined, typed: string, filter: ServiceFilter) =>
  data?.asked === searchParameters(typed, filter);

/** The names that a filter can be set to, asked for when somebody is about to filter. */
export const filterChoicesQuery = () =>
  queryOptions({
    queryKey: ['services', 'filters'],
    queryFn: ({ signal }) => api('/api/v1/services/filters/', filterChoicesSchema, { signal }),
    staleTime: 300_000,
  });

export const recentServicesQuery = () =>
  queryOptions({
    queryKey: ['services', 'recent'],
    queryFn: ({ signal }) => api('/api/v1/services/?recent=1&limit=8', listSchema, { signal }),
  });

/** The stored record at once; `serviceRefreshQuery` then reads it again from WispHub without blocking the desk. */
export const serviceQuery = (serviceId: number) =>
  queryOptions({
    queryKey: ['services', 'one', serviceId],
    queryFn: ({ signal }) => api(`/api/v1/services/${serviceId}/`, serviceItemSchema, { signal }),
    retry: false,
  });

export const serviceRefreshQuery = (serviceId: number) =>
  queryOptions({
    queryKey: ['services', 'refresh', serviceId],
    queryFn: async ({ client, signal }) => {
      const refreshed = await api(`/api/v1/services/${serviceId}/refresh/`, refreshedItemSchema, {
        method: 'POST',
        signal,
      });
      const recent = recentServicesQuery().queryKey;
      // Now it is among the recent ones; those who are listed already keep their places under the pointer.
      const isListed = client.getQueryData(recent)?.items.some(({ service_id: id }) => id === serviceId);
      if (!isListed) void client.invalidateQueries({ queryKey: recent });
      return refreshed;
    },
    staleTime: 60_000,
    retry: false,
  });

/** How the neighbours fared in the desk's own tests of the last hour. */
export const neighboursQuery = (serviceId: number) =>
  queryOptions({
    queryKey: ['pings', 'neighbours', serviceId],
    queryFn: ({ signal }) =>
      api(`/api/v1/services/${serviceId}/neighbours/`, neighboursItemSchema, { signal }),
    staleTime: 15_000,
  });

export type QuietLine = NonNullable<LineItem['quiet']>;

/** Whether this line is known to work without ever answering ping. */
export const lineQuery = (serviceId: number) =>
  queryOptions({
    queryKey: ['pings', 'line', serviceId],
    queryFn: ({ signal }) => api(`/api/v1/services/${serviceId}/line/`, lineItemSchema, { signal }),
  });

export function useMarkQuietLine(serviceId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (quiet: boolean) =>
      api(`/api/v1/services/${serviceId}/line/`, z.unknown(), { method: 'PUT', body: { quiet } }),
    // The mark changes how every silence of this line is drawn.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['pings'] }),
        client.invalidateQueries({ queryKey: ['ping'] }),
      ]),
  });
}
