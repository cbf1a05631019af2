'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isFinal } from '@/lib/domain/ping';
import type { PingDetails } from '@/lib/domain/ping-details';
import type { Reason } from '@/lib/domain/ping';
import { servicePingsQuery, usePing, useStartPing } from '@/lib/queries/pings';

/** A result older than this is the past of the line and no longer the answer to this call. */
const RECENT_MS = 15 * 60_000;

export type PingOfService = {
  /** The ping to show; null when there is none that counts for this call. */
  ping: PingDetails | null;
  /** When the launch under way was asked for, in milliseconds; null when nothing is under way. */
  askedAt: number | null;
  error: Error | null;
  isPending: boolean;
  /** True when a later ping of this service exists, so that the one shown is the past. */
  isPast: boolean;
  /** True when the address names a ping that is not there, or not of this service. */
  isMissing: boolean;
  launch: (pings: number, reason: Reason | null) => void;
  /** Asks again for the launch that was refused. */
  launchAgain: () => void;
  /** Shows the latest ping again, whatever was launched or chosen here before. */
  showLatest: () => void;
};

/** The ping that stands in the middle of the desk: the one chosen, the running one, or a recent result. */
export function usePingOfService(serviceId: number, chosenId: string | null): PingOfService {
  const pings = useQuery(servicePingsQuery(serviceId));
  const start = useStartPing();
  const [asked, setAsked] = useState<{ at: number; taskId: string | null } | null>(null);

  const latest = pings.data?.items[0];
  const isRecent =
    latest && (!isFinal(latest) || pings.dataUpdatedAt - Date.parse(latest.started_at) < RECENT_MS);
  // A launch takes the chosen ping out of the address, so one that stands there was chosen after it.
  const taskId = chosenId ?? asked?.taskId ?? (isRecent ? latest.task_id : null);
  const query = usePing(taskId);
  // A link may name the ping of another customer; its verdict must not stand under this card.
  const isForeign = query.data !== undefined && query.data.service_id !== serviceId;
  const ping = taskId === null || isForeign ? null : (query.data ?? null);

  const launch = (packets: number, reason: Reason | null) => {
    const at = Date.now();
    setAsked({ at, taskId: null });
    start.mutate(
      { serviceId, pings: packets, reason },
      {
        onSuccess: ({ task_id }) => setAsked({ at, taskId: task_id }),
        onError: () => setAsked(null),
      },
    );
  };

  const isRunning = ping !== null && !isFinal(ping);
  const runningSince = isRunning ? Date.parse(ping.started_at) : null;
  // Between the answer to the launch and the first look at its ping, something is under way as well.
  const isAwaited = taskId !== null && taskId === asked?.taskId && query.isPending;
  const askedAt = (start.isPending || isAwaited) && asked !== null ? asked.at : runningSince;
  return {
    ping: start.isPending ? null : ping,
    askedAt,
    error: start.error,
    isPast:
      ping !== null && latest !== undefined && Date.parse(latest.started_at) > Date.parse(ping.started_at),
    isPending: pings.isPending || (taskId !== null && query.isPending),
    isMissing: chosenId !== null && (isForeign || (query.isError && ping === null)),
    launch,
    launchAgain: () => start.variables && launch(start.variables.pings, start.variables.reason),
    showLatest: () => setAsked(null),
  };
}
