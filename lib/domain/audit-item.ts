import { z } from 'zod';
import { auditActionSchema, auditOutcomeSchema } from './audit';

export const AUDIT_ACTOR_KINDS = ['user', 'token', 'anonymous', 'system'] as const;

const changesSchema = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]));

export const auditRecordSchema = z.object({
  id: z.number(),
  at: z.date(),
  actorKind: z.enum(AUDIT_ACTOR_KINDS),
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable(),
  action: auditActionSchema,
  outcome: auditOutcomeSchema,
  targetKind: z.string().nullable(),
  targetId: z.string().nullable(),
  targetName: z.string().nullable(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
  changes: changesSchema.nullable(),
});

/** One row of the audit trail. */
export type AuditRecord = z.infer<typeof auditRecordSchema>;

export const auditItemSchema = z.object({
  entry_id: z.number().int(),
  at: z.iso.datetime(),
  actor: z.object({
    kind: z.enum(AUDIT_ACTOR_KINDS),
    id: z.string().nullable(),
    name: z.string().nullable(),
  }),
  action: auditActionSchema,
  outcome: auditOutcomeSchema,
  target: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  /** `{field: [before, after]}`. */
  changes: changesSchema.nullable(),
  address: z.string().nullable(),
  user_agent: z.string().nullable(),
  request_id: z.string().nullable(),
});

/** One row of the audit trail on the wire. */
export type AuditItem = z.infer<typeof auditItemSchema>;

export const auditPageSchema = z.object({
  items: z.array(auditItemSchema),
  next_cursor: z.string().nullable(),
});

/** Who can be looked for by name. */
export const auditChoicesSchema = z.object({
  who: z.array(z.object({ kind: z.enum(['user', 'token']), id: z.uuid(), name: z.string() })),
});

export type AuditChoices = z.infer<typeof auditChoicesSchema>;

export function toAuditItem(row: AuditRecord): AuditItem {
  const { targetKind, targetId, targetName } = row;
  return {
    entry_id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: row.action,
    outcome: row.outcome,
    target:
      targetKind === null || targetId === null ? null : { kind: targetKind, id: targetId, name: targetName },
    changes: row.changes,
    address: row.address,
    user_agent: row.userAgent,
    request_id: row.requestId,
  };
}
