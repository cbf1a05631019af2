import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { noteItemSchema, type NoteItem } from '@/lib/domain/note';
import { api } from './api';
import { ApiError } from './api-error';

const listSchema = z.object({ items: z.array(noteItemSchema), next_cursor: z.string().nullable() });

const PAGE = 20;

/** The notes of a line, or of one of its pings, a page at a time from the newest on. */
export const notesQuery = (serviceId: number, taskId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['notes', serviceId, taskId],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(PAGE) });
      if (taskId !== null) query.set('task_id', taskId);
      if (pageParam !== null) query.set('cursor', pageParam);
      return api(`/api/v1/services/${serviceId}/notes/?${query}`, listSchema, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

export type WriteNote = { serviceId: number; taskId: string | null; text: string };

export function useWriteNote() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ serviceId, taskId, text }: WriteNote) =>
      api(`/api/v1/services/${serviceId}/notes/`, noteItemSchema, {
        method: 'POST',
        body: { text, task_id: taskId },
      }),
    onSettled: (_data, _error, { serviceId }) => client.invalidateQueries({ queryKey: ['notes', serviceId] }),
  });
}

/** Deletes a note for good. One that is gone already is what was wanted. `leaving`: the page may be closing. */
export async function deleteNote(note: NoteItem, leaving = false): Promise<void> {
  const path = `/api/v1/services/${note.service_id}/notes/${note.note_id}/`;
  try {
    await api(path, z.unknown(), { method: 'DELETE', keepalive: leaving });
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'note_unknown')) throw error;
  }
}
