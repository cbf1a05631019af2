import { listApiTokens } from '@/lib/db/api-tokens';
import type { ApiToken } from '@/lib/domain/api-token';
import { allow, can } from '@/lib/domain/role';
import type { Context } from './context';

/** The caller's API tokens, the newest first; for administrators those of everybody and of the command line. */
export async function listTokens(ctx: Context): Promise<ApiToken[]> {
  allow(ctx.actor, 'tokens:own');
  return listApiTokens(ctx.db, can(ctx.actor, 'tokens:of_others') ? null : ctx.actor.id);
}
