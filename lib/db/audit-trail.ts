import { and, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { AuditFilter } from '@/lib/domain/audit-filter';
import { auditRecordSchema, type AuditRecord } from '@/lib/domain/audit-item';
import type { Span } from '@/lib/domain/history-filter';
import type { Queryable } from './client';
import { auditEntries } from './schema';

export type AuditSelection = { filter: AuditFilter; span: Span };

function whoIs(who: AuditFilter['who']): SQL | undefined {
  if (who === null) return undefined;
  const isKind = who === 'system' || who === 'anonymous';
  return isKind ? eq(auditEntries.actorKind, who) : eq(auditEntries.actorId, who);
}

function targetIs(target: string | null): SQL | undefined {
  if (target === null) return undefined;
  const cut = target.indexOf(':');
  return and(
    eq(auditEntries.targetKind, target.slice(0, cut)),
    eq(auditEntries.targetId, target.slice(cut + 1)),
  );
}

/** Anywhere in what a row names; the letters that `like` reads otherwise are taken as they are. */
function holds(q: string): SQL | undefined {
  if (q === '') return undefined;
  const { actorName, targetName, targetId, address } = auditEntries;
  const part = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`concat_ws(' ', ${actorName}, ${targetName}, ${targetId}, ${address}) ilike ${part}`;
}

/** Rows of the audit trail from the newest on, below the row `after`. */
export async function selectAuditEntries(
  q: Queryable,
  { filter, span }: AuditSelection,
  { limit, after }: { limit: number; after: number | null },
): Promise<AuditRecord[]> {
  const rows = await q
    .select()
    .from(auditEntries)
    .where(
      and(
        span.from === null ? undefined : gte(auditEntries.at, span.from),
        span.to === null ? undefined : lt(auditEntries.at, span.to),
        after === null ? undefined : lt(auditEntries.id, after),
        filter.action === null ? undefined : eq(auditEntries.action, filter.action),
        filter.outcome === null ? undefined : eq(auditEntries.outcome, filter.outcome),
        whoIs(filter.who),
        targetIs(filter.target),
        holds(filter.q),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(limit);
  return rows.map((row) => auditRecordSchema.parse(row));
}
