import type { ExportFormat } from '@/lib/domain/export-item';
import { exportTrace } from '@/lib/domain/export-trace';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import { allow } from '@/lib/domain/role';
import { dayOf } from '@/lib/domain/time-zone';
import type { Locale } from '@/lib/i18n/locale';
import { audit } from './audit';
import type { Context } from './context';
import { closedSpan, historySelection } from './history-scope';
import { writeExport } from './write-export';

export type ExportInput = { filter: HistoryFilter; format: ExportFormat; locale: Locale };

async function* texts(pieces: ReturnType<typeof writeExport>): AsyncGenerator<string> {
  for await (const { text } of pieces) yield text;
}

/** The whole filter, written while it is read; what is pinged meanwhile is not part of it. */
export async function exportHistory(
  ctx: Context,
  { filter, format, locale }: ExportInput,
): Promise<{ day: string; pieces: AsyncIterable<string> }> {
  allow(ctx.actor, 'history:export');
  const selection = await historySelection(ctx, filter);
  const order = { selection: { ...selection, span: closedSpan(ctx, selection.span) }, format, locale };
  const target = { kind: 'history', id: 'all', name: null };
  await audit(ctx.db, ctx, { action: 'export_download', target, changes: exportTrace(filter, format) });
  return { day: dayOf(ctx.now(), ctx.timeZone), pieces: texts(writeExport(ctx, order)) };
}
