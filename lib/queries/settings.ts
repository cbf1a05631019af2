import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { settingsSchema, type Settings } from '@/lib/domain/settings';
import { api } from './api';

export const settingsQuery = () =>
  queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => api('/api/v1/settings/', settingsSchema, { signal }),
    staleTime: 60_000,
  });

export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: Settings) =>
      api('/api/v1/settings/', settingsSchema, { method: 'PUT', body: settings }),
    onSuccess: (saved) => client.setQueryData(settingsQuery().queryKey, saved),
  });
}
