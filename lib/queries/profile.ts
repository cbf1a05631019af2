import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { profileItemSchema, sessionItemSchema, type ProfileItem } from '@/lib/domain/profile';
import { api } from './api';

const PATH = '/api/v1/profile/';
const endedSchema = z.object({ ended: z.number().int() });
const sessionsSchema = z.object({ items: z.array(sessionItemSchema), next_cursor: z.null() });

export const profileQuery = () =>
  queryOptions({
    queryKey: ['profile'],
    queryFn: ({ signal }) => api(PATH, profileItemSchema, { signal }),
  });

export const ownSessionsQuery = () =>
  queryOptions({
    queryKey: ['own-sessions'],
    queryFn: async ({ signal }) => (await api(`${PATH}sessions/`, sessionsSchema, { signal })).items,
  });

export type ChangeProfile = Partial<Pick<ProfileItem, 'name' | 'locale' | 'theme' | 'time_zone'>>;

export function useChangeProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeProfile) => api(PATH, profileItemSchema, { method: 'PATCH', body: change }),
    onSuccess: (saved) => client.setQueryData(profileQuery().queryKey, saved),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (passwords: { present: string; next: string }) =>
      api(`${PATH}password/`, endedSchema, { method: 'POST', body: passwords }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownSessionsQuery().queryKey }),
  });
}

/** Ends one of the own sessions, or with null all but this one. */
export function useEndSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string | null) =>
      api(`${PATH}sessions/${sessionId === null ? '' : `${sessionId}/`}`, z.unknown(), { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ownSessionsQuery().queryKey }),
  });
}
