'use client';

import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { NoteItem } from '@/lib/domain/note';
import { deleteNote } from '@/lib/queries/notes';

/** How long a note can be taken back before it is really deleted. */
const UNDO_MS = 8000;

export type RemovalState = 'leaving' | 'failed';
type Removal = { note: NoteItem; state: RemovalState; timer: ReturnType<typeof setTimeout> | undefined };

// Not in a component: going to another customer meanwhile must neither lose nor undo what was asked for.
let removals: ReadonlyMap<number, Removal> = new Map();
const listeners = new Set<() => void>();

function change(noteId: number, removal: Removal | null): void {
  const next = new Map(removals);
  if (removal) next.set(noteId, removal);
  else next.delete(noteId);
  removals = next;
  listeners.forEach((listener) => listener());
}

async function finish(client: QueryClient, note: NoteItem): Promise<void> {
  try {
    await deleteNote(note);
    await client.invalidateQueries({ queryKey: ['notes', note.service_id] });
    change(note.note_id, null);
  } catch {
    change(note.note_id, { note, state: 'failed', timer: undefined });
  }
}

/** Carries out at once what still waits: the page is about to close, or the person to leave. */
export function finishRemovals(): void {
  for (const { note, state, timer } of removals.values()) {
    clearTimeout(timer);
    if (state === 'leaving') void deleteNote(note, true).catch(() => {});
  }
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('pagehide', finishRemovals);
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const NONE: ReadonlyMap<number, Removal> = new Map();

/** Deletes notes with a moment to take it back. */
export function useNoteRemovals() {
  const client = useQueryClient();
  const current = useSyncExternalStore(
    subscribe,
    () => removals,
    () => NONE,
  );
  return {
    stateOf: (note: NoteItem): RemovalState | null => current.get(note.note_id)?.state ?? null,
    remove: (note: NoteItem) => {
      const timer = setTimeout(() => void finish(client, note), UNDO_MS);
      change(note.note_id, { note, state: 'leaving', timer });
    },
    undo: (note: NoteItem) => {
      clearTimeout(current.get(note.note_id)?.timer);
      change(note.note_id, null);
    },
  };
}
