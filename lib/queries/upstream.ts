import { queryOptions } from '@tanstack/react-query';
import { upstreamItemSchema, type UpstreamItem } from '@/lib/domain/upstream-item';
import { api } from './api';
import { isSignedOut } from './session-end';

export type UpstreamStatus = UpstreamItem;

const TIMEOUT_MS = 4000;
/** Whoever looks at the page is told within five seconds that the server is gone. */
const EVERY_MS = 4000;

/** How WispHub answered last. It is also the page's heartbeat: when it fails, our own server is out of reach. */
export const upstreamQuery = () =>
  queryOptions({
    queryKey: ['upstream'],
    queryFn: ({ signal }) => api('/api/v1/upstream/', upstreamItemSchema, { signal, timeoutMs: TIMEOUT_MS }),
    refetchInterval: ({ state }) =>
      isSignedOut(state.error)
        ? false
        : state.status === 'error' || state.fetchFailureCount > 0
          ? 3000
          : EVERY_MS,
    refetchIntervalInBackground: false,
    retry: false,
    staleTime: 3000,
  });
