import { getApiToken, revokeApiToken } from '@/lib/db/api-tokens';
import { AppError } from '@/lib/domain/app-error';
import { allow, can } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';

/** Ends an API token for good, from the next request on. Throws AppError `token_unknown`, also for those of others. */
export async function revokeToken(ctx: Context, { tokenId }: { tokenId: string }): Promise<void> {
  allow(ctx.actor, 'tokens:own');
  const token = await getApiToken(ctx.db, tokenId);
  const isTheirs = token?.maker?.id === ctx.actor.id || can(ctx.actor, 'tokens:of_others');
  if (token === null || !isTheirs) throw new AppError('token_unknown', 'You have no such token.');
  await ctx.db.transaction(async (tx) => {
    if (!(await revokeApiToken(tx, tokenId, ctx.now()))) {
      throw new AppError('conflict', 'This token is revoked already.');
    }
    const target = { kind: 'token', id: tokenId, name: token.name };
    await audit(tx, ctx, { action: 'token_revoke', target });
  });
}
