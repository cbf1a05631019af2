import { listApiTokens } from '@/lib/db/api-tokens';
import { listUsers } from '@/lib/db/users';
import type { AuditChoices } from '@/lib/domain/audit-item';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** Whom the audit trail can be looked through for: everybody with an account, and every program with a token. */
export async function readAuditChoices(ctx: Context): Promise<AuditChoices> {
  allow(ctx.actor, 'audit:read');
  const [users, tokens] = await Promise.all([listUsers(ctx.db), listApiTokens(ctx.db, null)]);
  return {
    who: [
      ...users.map(({ id, name }) => ({ kind: 'user' as const, id, name })),
      ...tokens.map(({ id, name }) => ({ kind: 'token' as const, id, name })),
    ],
  };
}
