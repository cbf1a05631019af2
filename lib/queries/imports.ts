import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { importItemSchema, type ImportItem } from '@/lib/domain/import-item';
import { api } from './api';
import { ApiError } from './api-error';
import { sendFile } from './send-file';

/** As much as the server takes. */
const MOST_BYTES = 100 * 1024 * 1024;
const KEY = ['import'] as const;
const pageSchema = z.object({ items: z.array(importItemSchema), next_cursor: z.null() });

/** The file that whoever is signed in brought last; null where there is none. */
export const latestImportQuery = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await api('/api/v1/directory/imports/', pageSchema, { signal })).items[0] ?? null,
    refetchInterval: ({ state }) => (state.data?.state === 'taking_over' ? 1000 : false),
  });

export const TEMPLATE_ADDRESS = '/api/v1/directory/template/';
export const rejectedAddress = (importId: string) => `/api/v1/directory/imports/${importId}/rejected/`;

const show = (client: QueryClient, item: ImportItem | null) => client.setQueryData(KEY, item);

/** Sends a file to be checked. `share` is how much of it has been sent, from 0 to 1; `stop` breaks it off. */
export function useCheckFile() {
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const stopping = useRef<AbortController | null>(null);
  const check = useMutation({
    mutationFn: async (file: File) => {
      // The server would refuse it as well, but only after it has been sent.
      if (file.size > MOST_BYTES) throw new ApiError('body_too_large', 413, null, 'The file is too large.');
      const controller = new AbortController();
      stopping.current = controller;
      setShare(0);
      return sendFile({
        path: `/api/v1/directory/imports/?name=${encodeURIComponent(file.name)}`,
        file,
        type: 'text/csv',
        schema: importItemSchema,
        signal: controller.signal,
        onShare: setShare,
      });
    },
    onSuccess: (item) => show(client, item),
  });
  return { check, share, stop: () => stopping.current?.abort() };
}

/** Has a checked file taken over, or forgets it. */
export function useImportChanges(importId: string) {
  const client = useQueryClient();
  const path = `/api/v1/directory/imports/${importId}/`;
  const readAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: KEY }),
      client.invalidateQueries({ queryKey: ['directory'] }),
    ]);
  const takeOver = useMutation({
    mutationFn: () => api(`${path}take-over/`, z.unknown(), { method: 'POST' }),
    onSettled: readAgain,
  });
  const discard = useMutation({
    mutationFn: () => api(path, z.unknown(), { method: 'DELETE' }),
    onSuccess: () => show(client, null),
    onError: readAgain,
  });
  return { takeOver, discard };
}
