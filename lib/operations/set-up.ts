// This module sees a password in clear. It keeps none, and none is in the trace it leaves.
import { deleteSetupToken, fitsSetupToken } from '@/lib/db/account-links';
import { isWithoutAccounts, lockAccounts } from '@/lib/db/accounts';
import { insertAuditEntry } from '@/lib/db/audit-entries';
import type { Queryable } from '@/lib/db/client';
import { insertUser } from '@/lib/db/users';
import { AppError } from '@/lib/domain/app-error';
import { audit } from './audit';
import type { OpenContext } from './context';
import { userTarget } from './hand-out-link';
import { limitGuesses, placeOf } from './limit-guesses';
import { requireGoodPassword } from './require-good-password';

const MOST_TRIES = 30;

/** Nobody has an account and this is the token that the server printed last. */
async function requireOpen(q: Queryable, token: string): Promise<void> {
  if (!(await isWithoutAccounts(q))) {
    throw new AppError('setup_closed', 'Pulso is set up already. Sign in.');
  }
  if (!(await fitsSetupToken(q, token))) {
    throw new AppError('link_invalid', 'This is not the link that the server printed at its last start.');
  }
}

/** Makes the first administrator. Of two at the same moment one wins. Throws `setup_closed`, `link_invalid`, `weak_password`. */
export async function setUp(
  ctx: OpenContext,
  { token, name, email, password }: { token: string; name: string; email: string; password: string },
): Promise<{ email: string }> {
  const { actor: nobody, origin } = ctx;
  await limitGuesses(ctx, `setup:${placeOf(origin)}`, MOST_TRIES);
  await requireOpen(ctx.db, token).catch(async (error: unknown) => {
    const entry = { actor: nobody, action: 'setup', target: null, changes: null, origin } as const;
    if (error instanceof AppError) await insertAuditEntry(ctx.db, { ...entry, outcome: 'refused' });
    throw error;
  });
  requireGoodPassword(password, { name, email });
  const user = { id: ctx.newId(), name, email, role: 'admin' } as const;
  const passwordHash = await ctx.passwords.hash(password);
  await ctx.db.transaction(async (tx) => {
    await lockAccounts(tx);
    await requireOpen(tx, token);
    await insertUser(tx, { ...user, passwordHash });
    await deleteSetupToken(tx);
    const actor = { kind: 'user', ...user, sessionId: '' } as const;
    await audit(tx, { ...ctx, actor }, { action: 'setup', target: userTarget(user) });
  });
  return { email };
}
