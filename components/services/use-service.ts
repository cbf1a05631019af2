'use client';

import { useQuery } from '@tanstack/react-query';
import type { ServiceItem } from '@/lib/domain/service-item';
import { ApiError } from '@/lib/queries/api-error';
import { serviceQuery, serviceRefreshQuery, type RefreshOutcome } from '@/lib/queries/services';

export type ServiceReading = {
  service: ServiceItem | null;
  outcome: RefreshOutcome | null;
  /** True while WispHub is being asked. */
  isReading: boolean;
  /** True while there is nothing to show yet, not even an old record. */
  isPending: boolean;
  /** True when there is nothing to show because neither reading got through. */
  isError: boolean;
  readAgain: () => void;
};

/** A service that the directory does not hold is an answer; everything else that goes wrong is not. */
const isFault = (error: Error | null) =>
  error !== null && !(error instanceof ApiError && error.status === 404);

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
    isError: service === null && refreshed.isError && isFault(stored.error),
    readAgain: () => void refreshed.refetch(),
  };
}
