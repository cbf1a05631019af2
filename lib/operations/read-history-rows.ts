import { selectLatestNotes } from '@/lib/db/latest-notes';
import type { HistoryRow } from '@/lib/db/ping-history';
import { selectRequesters } from '@/lib/db/ping-requests';
import { selectQuietIps } from '@/lib/db/quiet-lines';
import type { HistoryView } from '@/lib/domain/history-item';
import { can } from '@/lib/domain/role';
import type { Context } from './context';
import { readNames } from './read-names';

/** Rows of the history with who asked, the customer's name and the latest note, as far as the caller may see them. */
export async function readHistoryRows(ctx: Context, rows: readonly HistoryRow[]): Promise<HistoryView[]> {
  const services = rows.map(({ ping }) => ping.serviceId);
  const [requesters, names, quiet, notes] = await Promise.all([
    selectRequesters(
      ctx.db,
      rows.map(({ ping }) => ping.id),
    ),
    readNames(ctx, services),
    selectQuietIps(ctx.db, services),
    can(ctx.actor, 'note:read') ? selectLatestNotes(ctx.db, services) : null,
  ]);
  return rows.map(({ ping }) => {
    const note = notes?.get(ping.serviceId);
    return {
      ping,
      requesters: requesters.get(ping.id) ?? [],
      serviceName: names.get(ping.serviceId) ?? null,
      quietIp: quiet.get(ping.serviceId),
      note: note ? { text: note.text, author: note.author, written_at: note.writtenAt.toISOString() } : null,
    };
  });
}
