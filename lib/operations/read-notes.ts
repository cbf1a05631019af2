import { selectNotes, type NoteCursor } from '@/lib/db/service-notes';
import type { Note } from '@/lib/domain/note';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

export type ReadNotesInput = {
  serviceId: number;
  /** Only the notes on this ping; null for all of the line. */
  taskId: string | null;
  limit: number;
  after: NoteCursor | null;
};

/** What was written down about a line, from the newest on. */
export async function readNotes(
  ctx: Context,
  { serviceId, taskId, limit, after }: ReadNotesInput,
): Promise<{ notes: Note[]; next: NoteCursor | null }> {
  allow(ctx.actor, 'note:read');
  const found = await selectNotes(ctx.db, { serviceId, pingId: taskId }, { limit: limit + 1, after });
  const notes = found.slice(0, limit);
  const last = found.length > limit ? notes.at(-1) : undefined;
  return { notes, next: last ? { writtenAt: last.writtenAt, id: last.id } : null };
}
