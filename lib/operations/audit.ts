import { insertAuditEntry } from '@/lib/db/audit-entries';
import type { Queryable } from '@/lib/db/client';
import type { AuditAction, AuditChanges, AuditTarget } from '@/lib/domain/audit';
import type { Context } from './context';

type Trace = { action: AuditAction; target?: AuditTarget; changes?: AuditChanges | null };

/** Writes down that the one who asks did something. `q` is the transaction in which it is done. */
export function audit(q: Queryable, ctx: Context, { action, target, changes }: Trace): Promise<void> {
  return insertAuditEntry(q, {
    actor: ctx.actor,
    action,
    outcome: 'done',
    target: target ?? null,
    changes: changes ?? null,
    origin: ctx.origin,
  });
}
