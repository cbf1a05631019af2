// This module sees a password in clear. It keeps none, and none is in the trace it leaves.
import { takeLink } from '@/lib/db/account-links';
import { updateAccount } from '@/lib/db/accounts';
import { endSessions } from '@/lib/db/profiles';
import { audit } from './audit';
import type { OpenContext } from './context';
import { userTarget } from './hand-out-link';
import { invalidLink, openLink } from './open-link';
import { requireGoodPassword } from './require-good-password';

/**
 * Gives the person of a link the chosen password, once. Whoever was signed in under the account is out, because a new
 * password may be asked for just for that. Throws AppError `link_invalid` and `weak_password`.
 */
export async function takeUpLink(
  ctx: OpenContext,
  { token, password }: { token: string; password: string },
): Promise<{ email: string }> {
  const { user } = await openLink(ctx, { token });
  requireGoodPassword(password, user);
  const passwordHash = await ctx.passwords.hash(password);
  await ctx.db.transaction(async (tx) => {
    if (!(await takeLink(tx, token, ctx.now()))) throw invalidLink();
    await updateAccount(tx, user.id, { passwordHash });
    const ended = await endSessions(tx, user.id, ctx.now());
    const changes = { sessions: [ended, 0] } as const;
    await audit(tx, { ...ctx, actor: user }, { action: 'link_use', target: userTarget(user), changes });
  });
  return { email: user.email };
}
