import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './api';
import { ApiError } from './api-error';

const upstreamSchema = z.object({
  paused: z.boolean(),
  last_ms: z.number().nullable(),
  last_ok_at: z.iso.datetime().nullable(),
  last_fault: z.string().nullable(),
  last_fault_at: z.iso.datetime().nullable(),
});

export type UpstreamStatus = z.infer<typeof upstreamSchema>;

const HEARTBEAT_MS = 4000;

export const isSignedOut = (error: Error | null) => error instanceof ApiError && error.status === 401;

/** How WispHub answered last. It is also the page's heartbeat: when it fails, our own server is out of reach. */
export const upstreamQuery = () =>
  queryOptions({
    queryKey: ['upstream'],
    queryFn: ({ signal }) => api('/api/v1/upstream/', upstreamSchema, { signal, timeoutMs: HEARTBEAT_MS }),
    refetchInterval: ({ state }) =>
      isSignedOut(state.error)
        ? false
        : state.status === 'error' || state.fetchFailureCount > 0
          ? 3000
          : 5000,
    refetchIntervalInBackground: false,
    retry: false,
    staleTime: 4000,
  });
