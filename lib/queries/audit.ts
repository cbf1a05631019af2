import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { writeAuditFilter, type AuditFilter } from '@/lib/domain/audit-filter';
import { auditChoicesSchema, auditPageSchema } from '@/lib/domain/audit-item';
import type { ExportFormat } from '@/lib/domain/export-item';
import { api } from './api';

const ROWS = 50;

function address(path: string, filter: AuditFilter, more: Record<string, string>): string {
  const query = writeAuditFilter(filter);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `${path}?${query.toString()}`;
}

/** The rows of a filter, page by page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', writeAuditFilter(filter).toString()],
    queryFn: ({ signal, pageParam }) => {
      const page = { limit: String(ROWS), cursor: pageParam ?? '' };
      return api(address('/api/v1/audit/', filter, page), auditPageSchema, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

export const auditChoicesQuery = () =>
  queryOptions({
    queryKey: ['audit', 'choices'],
    queryFn: ({ signal }) => api('/api/v1/audit/choices/', auditChoicesSchema, { signal }),
    staleTime: 60_000,
  });

/** Where the whole filter is downloaded. */
export const auditExportAddress = (format: ExportFormat, filter: AuditFilter): string =>
  address('/api/v1/audit/export/', filter, { format });
