import { getPing } from '@/lib/db/pings';
import { insertNote } from '@/lib/db/service-notes';
import { AppError } from '@/lib/domain/app-error';
import type { Note } from '@/lib/domain/note';
import { allow } from '@/lib/domain/role';
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
  return insertNote(ctx.db, {
    serviceId,
    pingId: taskId,
    text,
    authorId: ctx.actor.id,
    authorName: ctx.actor.name,
    writtenAt: ctx.now(),
  });
}
