import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { exportItemSchema, type ExportFormat } from '@/lib/domain/export-item';
import { writeHistoryFilter, type HistoryFilter } from '@/lib/domain/history-filter';
import { historyPageSchema } from '@/lib/domain/history-item';
import { historyChoicesSchema, historySummarySchema } from '@/lib/domain/history-summary';
import { api } from './api';

export type { ExportFormat, ExportItem } from '@/lib/domain/export-item';
export type { HistoryItem } from '@/lib/domain/history-item';

const ROWS = 50;
/** Totals of the whole history are read from the database once after a start of the server. */
const SUMMARY_TIMEOUT_MS = 30_000;

function address(path: string, filter: HistoryFilter, more: Record<string, string> = {}): string {
  const query = writeHistoryFilter(filter);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** The pings of a filter, page by page. */
export const historyPagesQuery = (filter: HistoryFilter) =>
  infiniteQueryOptions({
    queryKey: ['history', 'pages', writeHistoryFilter(filter).toString()],
    queryFn: ({ signal, pageParam }) => {
      const path = address('/api/v1/history/', filter, { limit: String(ROWS), cursor: pageParam ?? '' });
      return api(path, historyPageSchema, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** Totals and charts of a whole filter. */
export const historySummaryQuery = (filter: HistoryFilter) =>
  queryOptions({
    queryKey: ['history', 'summary', writeHistoryFilter(filter).toString()],
    queryFn: ({ signal }) =>
      api(address('/api/v1/history/summary/', filter), historySummarySchema, {
        signal,
        timeoutMs: SUMMARY_TIMEOUT_MS,
      }),
  });

/** What the filters can be set to. */
export const historyChoicesQuery = () =>
  queryOptions({
    queryKey: ['history', 'choices'],
    queryFn: ({ signal }) => api('/api/v1/history/choices/', historyChoicesSchema, { signal }),
    staleTime: 300_000,
  });

/** Where the whole filter is downloaded at once. */
export const exportAddress = (format: ExportFormat, filter: HistoryFilter): string =>
  address('/api/v1/history/export/', filter, { format });

/** Where the file of a finished export in the background is downloaded. */
export const exportFileAddress = (id: string): string => `/api/v1/exports/${id}/file/`;

const exportListSchema = z.object({ items: z.array(exportItemSchema) });

/** The exports that one asked for, the latest first. */
export const exportsQuery = () =>
  queryOptions({
    queryKey: ['exports'],
    queryFn: ({ signal }) => api('/api/v1/exports/', exportListSchema, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => item.state === 'queued' || item.state === 'running') ? 1500 : false,
  });

/** Has a whole filter written to a file in the background. */
export function useStartExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ format, filter }: { format: ExportFormat; filter: HistoryFilter }) =>
      api('/api/v1/exports/', exportItemSchema, { method: 'POST', body: { format, filter } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['exports'] }),
  });
}
