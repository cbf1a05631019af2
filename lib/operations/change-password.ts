// This module sees passwords in clear. It keeps none, and none is in the trace it leaves.
import { endLinksOf } from '@/lib/db/account-links';
import { getPasswordHash, updateAccount } from '@/lib/db/accounts';
import { insertAuditEntry } from '@/lib/db/audit-entries';
import { endSessions } from '@/lib/db/profiles';
import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';
import { userTarget } from './hand-out-link';
import { limitGuesses } from './limit-guesses';
import { requireGoodPassword } from './require-good-password';

const MOST_TRIES = 10;

/**
 * Changes the own password and ends all other sessions. Whoever sits down at an open desk does not know the present one:
 * throws AppError `wrong_password`, and `weak_password`.
 */
export async function changePassword(
  ctx: Context,
  { present, next }: { present: string; next: string },
): Promise<{ ended: number }> {
  allow(ctx.actor, 'profile:own');
  const { actor } = ctx;
  if (actor.kind !== 'user') throw new AppError('forbidden', 'Only a signed-in person has a password.');
  const target = userTarget(actor);
  await limitGuesses(ctx, `password-change:${actor.id}`, MOST_TRIES);
  if (!(await ctx.passwords.verify(present, await getPasswordHash(ctx.db, actor.id)))) {
    const entry = { actor, action: 'password_change', outcome: 'refused', target, changes: null } as const;
    await insertAuditEntry(ctx.db, { ...entry, origin: ctx.origin });
    throw new AppError('wrong_password', 'The present password is not right.');
  }
  requireGoodPassword(next, actor);
  const passwordHash = await ctx.passwords.hash(next);
  return ctx.db.transaction(async (tx) => {
    await updateAccount(tx, actor.id, { passwordHash });
    await endLinksOf(tx, actor.id, ctx.now());
    const ended = await endSessions(tx, actor.id, ctx.now(), actor.sessionId);
    await audit(tx, ctx, { action: 'password_change', target, changes: { sessions: [ended + 1, 1] } });
    return { ended };
  });
}
