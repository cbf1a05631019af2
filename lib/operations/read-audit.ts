import { selectAuditEntries } from '@/lib/db/audit-trail';
import type { AuditFilter } from '@/lib/domain/audit-filter';
import type { AuditRecord } from '@/lib/domain/audit-item';
import { spanOf } from '@/lib/domain/history-filter';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** A page of the audit trail, the newest first; `next` is the row below which the following page begins. */
export async function readAudit(
  ctx: Context,
  { filter, limit, after }: { filter: AuditFilter; limit: number; after: number | null },
): Promise<{ rows: AuditRecord[]; next: number | null }> {
  allow(ctx.actor, 'audit:read');
  const span = spanOf(filter, ctx.now(), ctx.timeZone);
  const found = await selectAuditEntries(ctx.db, { filter, span }, { limit: limit + 1, after });
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
