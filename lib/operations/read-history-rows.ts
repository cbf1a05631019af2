import { selectLatestNotes } from '@/lib/db/latest-notes';
import type { HistoryRow } from '@/lib/db/ping-history';
import type { HistoryView } from '@/lib/domain/history-item';
import { can } from '@/lib/domain/role';
import type { Context } from './context';
import { readPingViews } from './read-ping-views';

/** Rows of the history with who asked, the customer's name and the latest note, as far as the caller may see them. */
export async function readHistoryRows(ctx: Context, rows: readonly HistoryRow[]): Promise<HistoryView[]> {
  const pings = rows.map(({ ping }) => ping);
  const services = pings.map(({ serviceId }) => serviceId);
  const [views, notes] = await Promise.all([
    readPingViews(ctx, pings),
    can(ctx.actor, 'note:read') ? selectLatestNotes(ctx.db, services) : null,
  ]);
  return views.map((view) => {
    const note = notes?.get(view.ping.serviceId);
    return {
      ...view,
      note: note ? { text: note.text, author: note.author, written_at: note.writtenAt.toISOString() } : null,
    };
  });
}
