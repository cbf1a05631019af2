import { getPing } from '@/lib/db/pings';
import { insertNote } from '@/lib/db/service-notes';
import { AppError } from '@/lib/domain/app-error';
import type { Note } from '@/lib/domain/note';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';

/** Writes something down about a line, or about one of its pings. Throws AppError `task_unknown`. */
export async function writeNote(
  ctx: Context,
  { serviceId, taskId, text }: { serviceId: number; taskId: string | null; text: string },
): Promise<Note> {
  allow(ctx.actor, 'note:write');
  if (taskId !== null && (await getPing(ctx.db, taskId))?.serviceId !== serviceId) {
    throw new AppError('task_unknown', 'This service has no ping with this task_id.');
  }
  return ctx.db.transaction(async (tx) => {
    const note = await insertNote(tx, {
      serviceId,
      pingId: taskId,
      text,
      authorId: ctx.actor.id,
      authorName: ctx.actor.name,
      writtenAt: ctx.now(),
    });
    const target = { kind: 'service', id: String(serviceId), name: null };
    // Without its text: a note that is deleted later is to be gone for good.
    await audit(tx, ctx, { action: 'note_write', target, changes: { note: [null, note.id] } });
    return note;
  });
}
