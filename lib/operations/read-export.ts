import { getExport, readPieces, type StoredExport } from '@/lib/db/exports';
import { AppError } from '@/lib/domain/app-error';
import { exportTrace } from '@/lib/domain/export-trace';
import { allow, can } from '@/lib/domain/role';
import { dayOf } from '@/lib/domain/time-zone';
import { audit } from './audit';
import type { Context } from './context';

/** The file of a finished export: for its owner, and for administrators. Throws AppError `export_unknown`, `conflict`. */
export async function readExport(
  ctx: Context,
  { exportId }: { exportId: string },
): Promise<{ made: StoredExport; day: string; pieces: AsyncIterable<string> }> {
  allow(ctx.actor, 'exports:own');
  const made = await getExport(ctx.db, exportId);
  const isTheirs = made?.ownerId === ctx.actor.id || can(ctx.actor, 'exports:of_others');
  if (made === null || !isTheirs || made.expiresAt <= ctx.now()) {
    throw new AppError('export_unknown', 'There is no such export, or it is no longer kept. Make a new one.');
  }
  if (made.state !== 'done') {
    throw new AppError('conflict', 'This export is not finished. Look at its state in /api/v1/exports/.');
  }
  await audit(ctx.db, ctx, {
    action: 'export_download',
    target: { kind: 'export', id: exportId, name: null },
    changes: exportTrace(made.filter.filter, made.format),
  });
  return { made, day: dayOf(made.createdAt, ctx.timeZone), pieces: readPieces(ctx.db, exportId) };
}
