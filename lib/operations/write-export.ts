import { selectHistory } from '@/lib/db/ping-history';
import type { HistorySelection } from '@/lib/db/history-where';
import type { ExportFormat } from '@/lib/domain/export-item';
import { clockOf, exportWriter, type CsvStyle } from '@/lib/domain/history-export';
import type { HistoryPlace } from '@/lib/domain/history-place';
import { exportWords } from '@/lib/i18n/export-words';
import type { Locale } from '@/lib/i18n/locale';
import type { Context } from './context';
import { readHistoryRows } from './read-history-rows';

/** So many pings are read at once: none of an export is held in memory but these, and others wait for no more of them. */
const ROWS_AT_ONCE = 500;

export type ExportOrder = {
  selection: HistorySelection;
  format: ExportFormat;
  locale: Locale;
};

/** `after` is where the next piece begins, or null after the last one. */
export type ExportPiece = { text: string; rows: number; after: HistoryPlace | null };

/** Where the decimal sign is a comma, spreadsheets expect a semicolon between the cells. */
function styleOf(locale: Locale, timeZone: string): CsvStyle {
  const words = exportWords(locale);
  const moment = clockOf(timeZone);
  return locale === 'en'
    ? { words, moment, separator: ',', decimalSign: '.' }
    : { words, moment, separator: ';', decimalSign: ',' };
}

/** The pieces of an export from a place on, or from its beginning. */
export async function* writeExport(
  ctx: Context,
  { selection, format, locale }: ExportOrder,
  from: HistoryPlace | null = null,
): AsyncGenerator<ExportPiece> {
  const { head, line } = exportWriter(format, styleOf(locale, ctx.timeZone));
  let after = from;
  do {
    const rows = await selectHistory(ctx.db, selection, { limit: ROWS_AT_ONCE, after });
    const views = await readHistoryRows(ctx, rows);
    const lines = views.map((view) => line(view, ctx.now()));
    const text = (after === null ? head : '') + lines.join('');
    after = rows.length === ROWS_AT_ONCE ? (rows.at(-1)?.place ?? null) : null;
    yield { text, rows: rows.length, after };
  } while (after !== null);
}
