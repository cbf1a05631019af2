'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import {
  auditFilterSchema,
  parseAuditFilter,
  readAuditFilter,
  writeAuditFilter,
  type AuditFilter,
} from '@/lib/domain/audit-filter';

/** What is looked at lives in the address: reloading, going back and handing the link over all keep it. */
export function useAuditFilter() {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  return useMemo(() => {
    const query = new URLSearchParams(search);
    const filter = parseAuditFilter(query);
    return {
      filter,
      /** False where the address asked for something that is no filter. */
      isUnderstood: auditFilterSchema.safeParse(readAuditFilter(query)).success,
      /** Changes a part of it; `replace` leaves no step for the back button, as while somebody types. */
      onFilter(change: Partial<AuditFilter>, how: 'push' | 'replace' = 'push') {
        const next = writeAuditFilter({ ...filter, ...change }).toString();
        const address = next === '' ? pathname : `${pathname}?${next}`;
        if (how === 'push') window.history.pushState(null, '', address);
        else window.history.replaceState(null, '', address);
      },
    };
  }, [pathname, search]);
}

export type AuditFilterState = ReturnType<typeof useAuditFilter>;
