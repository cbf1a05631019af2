// This module makes the tokens of links. They leave it in one answer and are kept nowhere.
import { randomBytes } from 'node:crypto';
import { insertLink } from '@/lib/db/account-links';
import { getAccount } from '@/lib/db/accounts';
import type { Queryable } from '@/lib/db/client';
import { LINK_MS, type Account, type LinkKind } from '@/lib/domain/account';
import { AppError } from '@/lib/domain/app-error';
import { audit } from './audit';
import type { Context } from './context';

export type HandedOut = { account: Account; link: { kind: LinkKind; token: string; endsAt: Date } };

export const unknownUser = () => new AppError('user_unknown', 'There is no account with this id.');

/** An account as the audit trail names it. */
export const userTarget = ({ id, email }: { id: string; email: string }) => ({
  kind: 'user',
  id,
  name: email,
});

/**
 * Makes a link for a person, an invitation until there is a password, and ends the one before. Part of a transaction.
 * Throws AppError `user_unknown` or `user_disabled`.
 */
export async function handOutLink(tx: Queryable, ctx: Context, userId: string): Promise<HandedOut> {
  const now = ctx.now();
  const before = await getAccount(tx, userId, now);
  if (before === null) throw unknownUser();
  if (before.disabledAt !== null) {
    throw new AppError('user_disabled', 'This account is disabled. Enable it first.');
  }
  const kind = before.canSignIn ? 'reset' : 'invite';
  const token = randomBytes(32).toString('base64url');
  const endsAt = new Date(now.getTime() + LINK_MS);
  const times = { createdAt: now, expiresAt: endsAt };
  await insertLink(tx, { id: ctx.newId(), kind, token, userId, createdBy: ctx.actor.id, ...times });
  await audit(tx, ctx, {
    action: kind === 'reset' ? 'user_reset_link' : 'user_invite',
    target: userTarget(before),
    changes: {
      expires_at: [before.linkEndsAt, endsAt],
      ...(kind === 'invite' ? { role: [null, before.role] } : {}),
    },
  });
  return { account: { ...before, linkEndsAt: endsAt }, link: { kind, token, endsAt } };
}
