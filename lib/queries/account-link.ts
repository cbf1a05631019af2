import { queryOptions, useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { openedLinkSchema } from '@/lib/domain/account';
import { api } from './api';

const emailAnswer = z.object({ email: z.string() });

/** Whose link this is. It is asked in the body of a POST, so that the token stands in no address. */
export const openedLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['account-link', token],
    queryFn: ({ signal }) =>
      api('/api/v1/account-link/open/', openedLinkSchema, { method: 'POST', body: { token }, signal }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export function useTakeUpLink() {
  return useMutation({
    mutationFn: (given: { token: string; password: string }) =>
      api('/api/v1/account-link/use/', emailAnswer, { method: 'POST', body: given }),
    gcTime: 0,
  });
}

export function useSetUp() {
  return useMutation({
    mutationFn: (given: { token: string; name: string; email: string; password: string }) =>
      api('/api/v1/setup/', emailAnswer, { method: 'POST', body: given }),
    gcTime: 0,
  });
}
