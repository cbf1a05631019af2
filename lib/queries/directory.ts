import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { directoryItemSchema } from '@/lib/domain/directory-item';
import { api } from './api';

/** While a load runs, or was just asked for, it is looked at often enough to see it move. */
const SOON_MS = 1000;
const SELDOM_MS = 300_000;

export const directoryQuery = ({ isAsked = false } = {}) =>
  queryOptions({
    queryKey: ['directory'],
    queryFn: ({ signal }) => api('/api/v1/directory/', directoryItemSchema, { signal }),
    refetchInterval: ({ state }) => (isAsked || state.data?.running ? SOON_MS : SELDOM_MS),
  });

/** Has the whole customer list read again; `believesShort` says that it is true that so many are gone. */
export function useSyncDirectory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ believesShort }: { believesShort: boolean }) =>
      api('/api/v1/directory/sync/', z.unknown(), {
        method: 'POST',
        body: { believe_short_list: believesShort },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['directory'] }),
  });
}
