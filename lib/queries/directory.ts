import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './api';

const directorySchema = z.object({
  supported: z.boolean(),
  count: z.number(),
  running: z.boolean(),
  seen: z.number(),
  expected: z.number().nullable(),
  finished_at: z.iso.datetime().nullable(),
  error: z.string().nullable(),
});

export const directoryQuery = () =>
  queryOptions({
    queryKey: ['directory'],
    queryFn: ({ signal }) => api('/api/v1/directory/', directorySchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.running ? 2000 : 300_000),
  });

/** Starts reading the whole customer list again. */
export function useSyncDirectory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api('/api/v1/directory/sync/', z.unknown(), { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['directory'] }),
  });
}
