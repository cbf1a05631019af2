import { MANY_FOUND } from '@/lib/db/history-text';
import { selectHistory } from '@/lib/db/ping-history';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryView } from '@/lib/domain/history-item';
import type { HistoryPlace } from '@/lib/domain/history-place';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';
import { readHistoryRows } from './read-history-rows';
import { historySelection } from './history-scope';

export type ListHistoryInput = { filter: HistoryFilter; limit: number; after: HistoryPlace | null };

/** A page of the history, of everybody; an agent sees this day only. */
export async function listHistory(
  ctx: Context,
  { filter, limit, after }: ListHistoryInput,
): Promise<{ views: HistoryView[]; next: HistoryPlace | null }> {
  allow(ctx.actor, 'history:read');
  const selection = await historySelection(ctx, filter, MANY_FOUND);
  const rows = await selectHistory(ctx.db, selection, { limit: limit + 1, after });
  const page = rows.slice(0, limit);
  const next = rows.length > limit ? (page.at(-1)?.place ?? null) : null;
  return { views: await readHistoryRows(ctx, page), next };
}
