import { queryOptions } from '@tanstack/react-query';
import { statusItemSchema } from '@/lib/domain/status';
import { api } from './api';
import { isSignedOut } from './session-end';

const EVERY_MS = 5000;
/** As long as a silent database is waited for, and a little more. */
const TIMEOUT_MS = 8000;

/** How the whole installation stands, read again and again while somebody looks at it. */
export const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => api('/api/v1/status/', statusItemSchema, { signal, timeoutMs: TIMEOUT_MS }),
    refetchInterval: ({ state }) => (isSignedOut(state.error) ? false : EVERY_MS),
    retry: false,
    staleTime: 0,
  });
