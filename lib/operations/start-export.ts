import type { Queryable } from '@/lib/db/client';
import { countUnfinishedExports, insertExport, type StoredExport } from '@/lib/db/exports';
import { oneAtATime } from '@/lib/db/one-at-a-time';
import { countHistory } from '@/lib/db/ping-history';
import { AppError } from '@/lib/domain/app-error';
import { exportTrace } from '@/lib/domain/export-trace';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';
import type { ExportInput } from './export-history';
import { closedSpan, historySelection } from './history-scope';

const KEPT_MS = 7 * 24 * 3_600_000;
const MOST_UNFINISHED = 5;

async function refuseBeyondMost(q: Queryable, ownerId: string): Promise<void> {
  if ((await countUnfinishedExports(q, ownerId)) < MOST_UNFINISHED) return;
  throw new AppError('conflict', `You have ${MOST_UNFINISHED} exports under way. Wait for one of them.`);
}

/** Has the whole filter written to a file in the background, as it stands now. The file is kept for a week. */
export async function startExport(
  ctx: Context,
  { filter, format, locale }: ExportInput,
): Promise<StoredExport> {
  allow(ctx.actor, 'exports:own');
  // Before the work of counting, and once more when nobody else of the same person can be counting too.
  await refuseBeyondMost(ctx.db, ctx.actor.id);
  const selection = await historySelection(ctx, filter);
  const span = closedSpan(ctx, selection.span);
  const now = ctx.now();
  const wanted = {
    id: ctx.newId(),
    ownerId: ctx.actor.id,
    format,
    filter: { filter, ...span, locale },
    rowsExpected: await countHistory(ctx.db, { ...selection, span }),
    createdAt: now,
    expiresAt: new Date(now.getTime() + KEPT_MS),
  };
  const made = await ctx.db.transaction(async (tx) => {
    await oneAtATime(tx, `exports ${ctx.actor.id}`);
    await refuseBeyondMost(tx, ctx.actor.id);
    const target = { kind: 'export', id: wanted.id, name: null };
    await audit(tx, ctx, { action: 'export_start', target, changes: exportTrace(filter, format) });
    await ctx.enqueue({ name: 'export_history', exportId: wanted.id }, tx);
    return insertExport(tx, wanted);
  });
  ctx.hurry('export_history');
  return made;
}
