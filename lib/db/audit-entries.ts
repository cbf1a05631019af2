import type { AuditEntry } from '@/lib/domain/audit';
import type { Queryable } from './client';
import { auditEntries } from './schema';

/** Addresses and agents come from outside: what is longer than any honest one is cut. */
const cut = (text: string | null, most: number) => text?.slice(0, most) ?? null;

/** Adds a row to the audit trail; within the transaction of what it tells, so that neither stands without the other. */
export async function insertAuditEntry(q: Queryable, entry: AuditEntry): Promise<void> {
  const { actor, action, outcome, target, changes, origin } = entry;
  const isSomebody = actor !== null && actor !== 'system';
  await q.insert(auditEntries).values({
    actorKind: isSomebody ? actor.kind : (actor ?? 'anonymous'),
    actorId: isSomebody ? actor.id : null,
    actorName: isSomebody ? actor.name : null,
    action,
    outcome,
    targetKind: target?.kind ?? null,
    targetId: cut(target?.id ?? null, 200),
    targetName: cut(target?.name ?? null, 200),
    address: cut(origin.address, 64),
    userAgent: cut(origin.userAgent, 300),
    requestId: origin.requestId,
    changes,
  });
}
