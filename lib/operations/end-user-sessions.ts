import { getAccount } from '@/lib/db/accounts';
import { endSessions } from '@/lib/db/profiles';
import type { Account } from '@/lib/domain/account';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';
import { unknownUser, userTarget } from './hand-out-link';

/** Ends every session of a person, on all devices. Throws AppError `user_unknown`. */
export async function endUserSessions(ctx: Context, { userId }: { userId: string }): Promise<Account> {
  allow(ctx.actor, 'user:manage');
  return ctx.db.transaction(async (tx) => {
    const account = await getAccount(tx, userId, ctx.now());
    if (account === null) throw unknownUser();
    const ended = await endSessions(tx, userId, ctx.now());
    const changes = { sessions: [ended, 0] } as const;
    await audit(tx, ctx, { action: 'session_end', target: userTarget(account), changes });
    return { ...account, sessions: 0 };
  });
}
