import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { accountItemSchema, madeLinkSchema } from '@/lib/domain/account';
import type { Role } from '@/lib/domain/role';
import { api } from './api';

const KEY = ['users'] as const;
const listSchema = z.object({ items: z.array(accountItemSchema), next_cursor: z.string().nullable() });

/** The accounts by name, a page at a time. */
export const usersQuery = () =>
  infiniteQueryOptions({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? '' : `?${new URLSearchParams({ cursor: pageParam })}`;
      return api(`/api/v1/users/${query}`, listSchema, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    // What people do to their own accounts shows as soon as somebody comes back to look, and on a page that stays open.
    staleTime: 0,
    refetchInterval: 30_000,
  });

const path = (userId: string) => `/api/v1/users/${userId}/`;

/** Reads the list again after whatever was done, and also when it was refused: then it shows why. */
function useReadAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: KEY });
}

export function useInviteUser() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: (invited: { name: string; email: string; role: Role }) =>
      api('/api/v1/users/', madeLinkSchema, { method: 'POST', body: invited }),
    onSettled,
    // The answer holds a link that nobody may see twice.
    gcTime: 0,
  });
}

export function useMakeUserLink() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: ({ userId }: { userId: string }) =>
      api(`${path(userId)}link/`, madeLinkSchema, { method: 'POST' }),
    onSettled,
    gcTime: 0,
  });
}

export type ChangeUser = { userId: string; name?: string; role?: Role; disabled?: boolean };

export function useChangeUser() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: ({ userId, ...change }: ChangeUser) =>
      api(path(userId), accountItemSchema, { method: 'PATCH', body: change }),
    onSettled,
  });
}

/** For somebody who lost the phone and the recovery codes. */
export function useResetUserSecondStep() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: ({ userId }: { userId: string }) =>
      api(`${path(userId)}second-step/`, accountItemSchema, { method: 'DELETE' }),
    onSettled,
  });
}

export function useEndUserSessions() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: ({ userId }: { userId: string }) =>
      api(`${path(userId)}sessions/`, accountItemSchema, { method: 'DELETE' }),
    onSettled,
  });
}
