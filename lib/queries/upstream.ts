import { queryOptions } from '@tanstack/react-query';
import { upstreamItemSchema, type UpstreamItem } from '@/lib/domain/upstream-item';
import { api } from './api';
import { isSignedOut } from './session-end';

export type UpstreamStatus = UpstreamItem;

const HEARTBEAT_MS = 4000;

/** How WispHub answered last. It is also the page's heartbeat: when it fails, our own server is out of reach. */
export const upstreamQuery = () =>
  queryOptions({
    queryKey: ['upstream'],
    queryFn: ({ signal }) =>
      api('/api/v1/upstream/', upstreamItemSchema, { signal, timeoutMs: HEARTBEAT_MS }),
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
