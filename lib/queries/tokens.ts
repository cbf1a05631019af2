import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { madeTokenSchema, tokenItemSchema } from '@/lib/domain/api-token';
import type { Scope } from '@/lib/domain/role';
import { api } from './api';

const PATH = '/api/v1/tokens/';
const listSchema = z.object({ items: z.array(tokenItemSchema) });

export const tokensQuery = () =>
  queryOptions({ queryKey: ['tokens'], queryFn: ({ signal }) => api(PATH, listSchema, { signal }) });

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { name: string; scopes: Scope[]; days: number }) =>
      api(PATH, madeTokenSchema, { method: 'POST', body: wanted }),
    // The answer holds the token: it is not to outlive the dialog that shows it.
    gcTime: 0,
    onSettled: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) => api(`${PATH}${tokenId}/`, z.unknown(), { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  });
}
