import { findText } from '@/lib/db/history-text';
import type { HistorySelection } from '@/lib/db/history-where';
import { spanOf, type HistoryFilter, type Span } from '@/lib/domain/history-filter';
import { can } from '@/lib/domain/role';
import { addDays, dayOf, startOfDay } from '@/lib/domain/time-zone';
import type { Context } from './context';

/** The moments of a filter, cut to this day for those who may see no other. */
export function historySpan(ctx: Context, filter: HistoryFilter): Span {
  const span = spanOf(filter, ctx.now(), ctx.timeZone);
  if (can(ctx.actor, 'pings:all')) return span;
  const today = dayOf(ctx.now(), ctx.timeZone);
  const [begin, end] = [startOfDay(today, ctx.timeZone), startOfDay(addDays(today, 1), ctx.timeZone)];
  return {
    from: span.from !== null && span.from > begin ? span.from : begin,
    to: span.to !== null && span.to < end ? span.to : end,
  };
}

/** A span that ends now at the latest, so that what is read page by page does not grow meanwhile. */
export function closedSpan(ctx: Context, { from, to }: Span): { from: Date | null; to: Date } {
  const end = new Date(ctx.now().getTime() + 1);
  return { from, to: to !== null && to < end ? to : end };
}

/** A filter with its moments and with what its free text stands for, as far as the caller may see it. */
export async function historySelection(
  ctx: Context,
  filter: HistoryFilter,
  most?: number,
): Promise<HistorySelection> {
  const rights = {
    withCustomers: can(ctx.actor, 'service:read'),
    withNotes: can(ctx.actor, 'note:read'),
    most,
  };
  const found = filter.q === '' ? null : await findText(ctx.db, filter.q, rights);
  return { filter, span: historySpan(ctx, filter), found };
}
