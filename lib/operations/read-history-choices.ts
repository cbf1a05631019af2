import { selectHistoryChoices } from '@/lib/db/history-choices';
import type { HistoryChoices } from '@/lib/domain/history-summary';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** What the filters of the history can be set to: names of the nodes, and people who asked. */
export async function readHistoryChoices(ctx: Context): Promise<HistoryChoices> {
  allow(ctx.actor, 'history:read');
  return selectHistoryChoices(ctx.db);
}
