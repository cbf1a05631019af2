'use client';

import { useTimeZone } from 'next-intl';
import { createContext, useContext, type ReactNode } from 'react';

const OperatorZone = createContext<string | null>(null);

export function OperatorZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <OperatorZone.Provider value={zone}>{children}</OperatorZone.Provider>;
}

/**
 * The zone of the operator and its customers, for what does not belong to the reader alone: the days that the history
 * counts by, and a time told to a customer. All else is shown in the zone that the reader chose.
 */
export function useOperatorZone(): string {
  const zone = useTimeZone();
  return useContext(OperatorZone) ?? zone ?? 'UTC';
}
