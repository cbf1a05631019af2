import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { serviceItemSchema } from '@/lib/domain/service-item';
import { api } from './api';

const listSchema = z.object({ items: z.array(serviceItemSchema), next_cursor: z.string().nullable() });

export const refreshOutcomeSchema = z.enum(['read', 'fresh', 'unknown', 'unavailable', 'unsupported']);
export type RefreshOutcome = z.infer<typeof refreshOutcomeSchema>;

const refreshedSchema = z.object({ outcome: refreshOutcomeSchema, service: serviceItemSchema.nullable() });

/** Services that fit `typed`; each keystroke cancels the request before it. */
export const serviceSearchQuery = (typed: string) =>
  queryOptions({
    queryKey: ['services', 'search', typed],
    queryFn: async ({ signal }) => {
      const list = await api(`/api/v1/services/?q=${encodeURIComponent(typed)}&limit=12`, listSchema, {
        signal,
      });
      return { typed, items: list.items };
    },
    enabled: typed !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
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
    queryFn: ({ signal }) =>
      api(`/api/v1/services/${serviceId}/refresh/`, refreshedSchema, { method: 'POST', signal }),
    staleTime: 60_000,
    retry: false,
  });
