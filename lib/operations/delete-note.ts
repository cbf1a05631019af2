import { deleteNote as removeNote, getNote } from '@/lib/db/service-notes';
import { AppError } from '@/lib/domain/app-error';
import type { Note } from '@/lib/domain/note';
import { allow, can, type Actor } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';

/** A note is its author's to take back; supervisors and administrators may delete any. */
export const mayDeleteNote = (actor: Actor, note: Note): boolean =>
  can(actor, 'note:delete') && (note.authorId === actor.id || can(actor, 'note:delete_any'));

/** Deletes a note for good. Throws AppError `note_unknown`, and `forbidden` for the note of somebody else. */
export async function deleteNote(
  ctx: Context,
  { serviceId, noteId }: { serviceId: number; noteId: number },
): Promise<void> {
  allow(ctx.actor, 'note:delete');
  const note = await getNote(ctx.db, noteId);
  const unknown = new AppError('note_unknown', 'This service has no such note. It may be deleted already.');
  if (note?.serviceId !== serviceId) throw unknown;
  if (!mayDeleteNote(ctx.actor, note)) {
    throw new AppError('forbidden', 'Only its author, a supervisor or an administrator deletes a note.');
  }
  await ctx.db.transaction(async (tx) => {
    if (!(await removeNote(tx, noteId))) throw unknown;
    const target = { kind: 'service', id: String(serviceId), name: null };
    const changes = { note: [noteId, null], author: [note.authorName, null] } as const;
    await audit(tx, ctx, { action: 'note_delete', target, changes });
  });
}
