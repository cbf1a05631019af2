'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PingDetails } from '@/lib/domain/ping-details';
import type { ServiceItem } from '@/lib/domain/service-item';
import { defaultSettings, rulesOf } from '@/lib/domain/settings';
import { soFar } from '@/lib/domain/so-far';
import { settingsQuery } from '@/lib/queries/settings';

/** A running ping that this person went on without while others wait for it: what is known of it so far. */
export function useLeftPing(ping: PingDetails | null, service: ServiceItem | null) {
  const { data: settings = defaultSettings } = useQuery(settingsQuery());
  const [leftId, setLeftId] = useState<string | null>(null);
  const isLeft = ping !== null && ping.task_id === leftId;
  return {
    known: isLeft ? soFar(ping, service?.ip_shared ?? false, rulesOf(settings)) : null,
    leave: (taskId: string) => setLeftId(taskId),
    follow: () => setLeftId(null),
  };
}
