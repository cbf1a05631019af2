'use client';

import { useQuery } from '@tanstack/react-query';
import type { ServiceItem } from '@/lib/domain/service-item';
import { serviceQuery, serviceRefreshQuery, type RefreshOutcome } from '@/lib/queries/services';

export type ServiceReading = {
  service: ServiceItem | null;
  outcome: RefreshOutcome | null;
  /** True while WispHub is being asked. */
  isReading: boolean;
  /** True while there is nothing to show yet, not even an old record. */
  isPending: boolean;
  readAgain: () => void;
};

/** A service's record: the stored one at once, then the one just read from WispHub, without waiting for it. */
export function useService(serviceId: number): ServiceReading {
  const stored = useQuery(serviceQuery(serviceId));
  const refreshed = useQuery(serviceRefreshQuery(serviceId));
  const service = refreshed.data?.service ?? stored.data ?? null;
  return {
    service,
    outcome: refreshed.data?.outcome ?? (refreshed.isError ? 'unavailable' : null),
    isReading: refreshed.isFetching,
    isPending: service === null && (stored.isPending || refreshed.isPending),
    readAgain: () => void refreshed.refetch(),
  };
}
