import { selectAuditEntries, type AuditSelection } from '@/lib/db/audit-trail';
import type { AuditChanges } from '@/lib/domain/audit';
import { auditWriter } from '@/lib/domain/audit-export';
import { writeAuditFilter, type AuditFilter } from '@/lib/domain/audit-filter';
import type { ExportFormat } from '@/lib/domain/export-item';
import { clockOf } from '@/lib/domain/history-export';
import { spanOf } from '@/lib/domain/history-filter';
import { allow } from '@/lib/domain/role';
import { dayOf } from '@/lib/domain/time-zone';
import { auditWords } from '@/lib/i18n/audit-words';
import { CUSTOMS, type Locale } from '@/lib/i18n/locale';
import { audit } from './audit';
import type { Context } from './context';
import { readAuditChoices } from './read-audit-choices';

const ROWS_AT_ONCE = 1000;

type Wanted = { filter: AuditFilter; format: ExportFormat; locale: Locale };

const traceOf = ({ filter, format }: Wanted): AuditChanges =>
  Object.fromEntries([
    ['format', [null, format]],
    ...[...writeAuditFilter(filter)].map(([name, value]) => [name, [null, value]]),
  ]);

async function* piecesOf(
  ctx: Context,
  selection: AuditSelection,
  { format, locale }: Wanted,
): AsyncGenerator<string> {
  // Programs read the ids.
  const who = format === 'csv' ? (await readAuditChoices(ctx)).who : [];
  const names = new Map(who.map(({ id, name }) => [id, name]));
  const style = {
    words: auditWords(locale),
    separator: locale === 'en' ? ',' : ';',
    moment: clockOf(ctx.timeZone),
    number: new Intl.NumberFormat(CUSTOMS[locale], { maximumFractionDigits: 3 }).format,
    list: (items: readonly string[]) => new Intl.ListFormat(CUSTOMS[locale]).format(items),
    nameOf: (id: string) => names.get(id),
  } as const;
  const { head, line } = auditWriter(format, style);
  let after: number | null = null;
  for (;;) {
    const rows = await selectAuditEntries(ctx.db, selection, { limit: ROWS_AT_ONCE, after });
    yield (after === null ? head : '') + rows.map(line).join('');
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)?.id ?? null;
  }
}

/** The whole filter of the audit trail, written while it is read. That it left is itself part of the trail. */
export async function exportAudit(
  ctx: Context,
  wanted: Wanted,
): Promise<{ day: string; pieces: AsyncIterable<string> }> {
  allow(ctx.actor, 'audit:read');
  const span = spanOf(wanted.filter, ctx.now(), ctx.timeZone);
  const target = { kind: 'audit', id: 'all', name: null };
  await audit(ctx.db, ctx, { action: 'export_download', target, changes: traceOf(wanted) });
  const pieces = piecesOf(ctx, { filter: wanted.filter, span }, wanted);
  return { day: dayOf(ctx.now(), ctx.timeZone), pieces };
}
