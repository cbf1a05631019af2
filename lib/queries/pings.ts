import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import type { Reason } from '@/lib/domain/ping';
import { isFinal } from '@/lib/domain/ping';
import { pingDetailsSchema, pingItemSchema, type PingDetails } from '@/lib/domain/ping-details';
import { api } from './api';
import { ApiError } from './api-error';
import { isWaitedFor } from './waited-for';

/** A page of the list of pings, as the API answers it. */
export const pingListSchema = z.object({
  items: z.array(pingItemSchema),
  next_cursor: z.string().nullable(),
});
const startedSchema = z.object({ task_id: z.string() });
/** `goes_on`: somebody else asked for the ping too, and it sends what they asked for. */
const stoppedSchema = z.object({ goes_on: z.boolean() });

const LEAST_MS = 500;
const MOST_MS = 5000;
/** The server needs a moment after its own look before there is something new to read. */
const AFTER_LOOK_MS = 250;
/** While the server says by itself when there is something new: asking is then only for the day it says nothing. */
const WAITED_MS = 10_000;

/**
 * Milliseconds until the browser asks for a running ping again: just after the server's next look at WispHub, growing
 * with every fruitless answer and with every fault; false once the ping is final. While the server says by itself when
 * there is something new it is asked seldom, but for the place in the queue, which no change of the ping tells.
 */
export function pingRefetchMs(
  ping: PingDetails | undefined,
  asked: number,
  faults: number,
  now: number,
  waitedFor: boolean,
): number | false {
  if (ping !== undefined && isFinal(ping)) return false;
  if (faults > 0) return Math.min(LEAST_MS * 2 ** faults, MOST_MS);
  if (waitedFor && ping !== undefined && ping.progress?.phase !== 'queued') return WAITED_MS;
  const hint = ping?.next_poll_at ? Date.parse(ping.next_poll_at) - now + AFTER_LOOK_MS : 0;
  const backOff = Math.min(LEAST_MS * 1.1 ** asked, MOST_MS);
  return Math.min(Math.max(hint, backOff), MOST_MS);
}

/** What the server refuses, it will refuse again: asking on would never end. */
const isRefused = (error: Error | null) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500;

export const pingQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['ping', taskId],
    queryFn: ({ signal }) => api(`/api/v1/ping/${taskId}/?details=1`, pingDetailsSchema, { signal }),
    refetchInterval: ({ state }) =>
      isRefused(state.error)
        ? false
        : pingRefetchMs(
            state.data,
            state.dataUpdateCount,
            state.fetchFailureCount,
            Date.now(),
            isWaitedFor(taskId),
          ),
    // The verdict goes into the tab's title, which is read while another tab is in front.
    refetchIntervalInBackground: true,
    staleTime: ({ state }) => (state.data && isFinal(state.data) ? Infinity : 0),
  });

export const servicePingsQuery = (serviceId: number) =>
  queryOptions({
    queryKey: ['pings', 'service', serviceId],
    queryFn: ({ signal }) =>
      api(`/api/v1/pings/?service_id=${serviceId}&limit=30`, pingListSchema, { signal }),
    staleTime: 5000,
  });

/** The pings that a case code stands for; nothing is asked while what is typed is no code. */
export const casePingsQuery = (caseCode: string | null) =>
  queryOptions({
    queryKey: ['pings', 'case', caseCode],
    queryFn: ({ signal }) => api(`/api/v1/pings/?case_code=${caseCode}&limit=5`, pingListSchema, { signal }),
    enabled: caseCode !== null,
  });

/** How often a list is read: often while one of its pings runs, unless the server tells the end of that one by itself. */
function listRefetchMs(data: z.infer<typeof pingListSchema> | undefined): number {
  const running = data?.items.filter((ping) => !isFinal(ping)) ?? [];
  if (running.length === 0) return 60_000;
  return running.every((ping) => isWaitedFor(ping.task_id)) ? WAITED_MS : 3000;
}

export const myPingsQuery = () =>
  queryOptions({
    queryKey: ['pings', 'mine'],
    queryFn: ({ signal }) => api('/api/v1/pings/?mine=1&limit=12', pingListSchema, { signal }),
    refetchInterval: ({ state }) => listRefetchMs(state.data),
  });

/** A ping, asked for until it is final; its end is news for every list that shows it. */
export function usePing(taskId: string | null) {
  const client = useQueryClient();
  const query = useQuery({ ...pingQuery(taskId ?? ''), enabled: taskId !== null });
  const ended = query.data !== undefined && isFinal(query.data);
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['pings'] });
  }, [client, ended, taskId]);
  return query;
}

export type StartPing = { serviceId: number; pings: number; reason: Reason | null };

/** Launches a ping from the desk, which extends itself while its verdict is unclear; or joins the running one. */
export function useStartPing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ serviceId, ...body }: StartPing) =>
      api(`/api/v1/${serviceId}/ping/`, startedSchema, {
        method: 'POST',
        body: { ...body, reason: body.reason ?? undefined, extend: 'auto' },
      }),
    // Nothing waits for the lists, or the answer would be shown only after all of them.
    onSettled: () => void client.invalidateQueries({ queryKey: ['pings'] }),
  });
}

export function useStopPing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (taskId: string) => api(`/api/v1/pings/${taskId}/stop/`, stoppedSchema, { method: 'POST' }),
    onSettled: (_data, _error, taskId) => client.invalidateQueries({ queryKey: ['ping', taskId] }),
  });
}

export function useMarkWrongCustomer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ taskId, wrong }: { taskId: string; wrong: boolean }) =>
      api(`/api/v1/pings/${taskId}/`, z.unknown(), { method: 'PATCH', body: { wrong_customer: wrong } }),
    onSettled: (_data, _error, { taskId }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['ping', taskId] }),
        client.invalidateQueries({ queryKey: ['pings'] }),
      ]),
  });
}
