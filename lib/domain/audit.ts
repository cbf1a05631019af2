import { z } from 'zod';
import type { Actor } from './role';

/** What leaves a trace. Measurements do not: they are the history. */
export const AUDIT_ACTIONS = [
  'sign_in',
  'sign_out',
  'session_end',
  'setup',
  'user_add',
  'user_invite',
  'user_change',
  'user_disable',
  'user_enable',
  'user_reset_link',
  'link_use',
  'profile_change',
  'password_change',
  'totp_change',
  'token_create',
  'token_revoke',
  'token_use',
  'settings_change',
  'directory_sync',
  'import_stage',
  'import_take_over',
  'import_discard',
  'export_start',
  'export_download',
  'note_write',
  'note_delete',
  'line_mark',
  'wrong_customer_mark',
  'permission',
  'backup',
] as const;
export const auditActionSchema = z.enum(AUDIT_ACTIONS);
export type AuditAction = z.infer<typeof auditActionSchema>;

export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;
export const auditOutcomeSchema = z.enum(AUDIT_OUTCOMES);
export type AuditOutcome = z.infer<typeof auditOutcomeSchema>;

/** From where a request came; null what is not known, as in work that nobody waits for. */
export type Origin = { address: string | null; userAgent: string | null; requestId: string | null };

export const noOrigin: Origin = { address: null, userAgent: null, requestId: null };

/** What was acted upon: `user`, its id, and the name it had then. */
export type AuditTarget = { kind: string; id: string; name: string | null };

/** Field by field, what it was and what it is. Secrets only as fingerprints. */
export type AuditChanges = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

export type AuditEntry = {
  /** Null for somebody who has not signed in; `system` for work that nobody asked for. */
  actor: Actor | 'system' | null;
  action: AuditAction;
  outcome: AuditOutcome;
  target: AuditTarget | null;
  changes: AuditChanges | null;
  origin: Origin;
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two states of one thing differ; null when they do not. */
export function changesBetween<T extends object>(before: T, after: T): AuditChanges | null {
  const differing = Object.entries(after)
    .map(([field, value]) => [field, [before[field as keyof T], value]] as const)
    .filter(([, [was, is]]) => !isSame(was, is));
  return differing.length === 0 ? null : Object.fromEntries(differing);
}
