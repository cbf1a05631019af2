import { getAccount } from '@/lib/db/accounts';
import { clearSecondStep } from '@/lib/db/second-steps';
import type { Account } from '@/lib/domain/account';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';
import { unknownUser, userTarget } from './hand-out-link';

/** Turns off the second step of somebody who lost phone and codes. Throws AppError `user_unknown`. */
export async function resetUserSecondStep(ctx: Context, { userId }: { userId: string }): Promise<Account> {
  allow(ctx.actor, 'user:manage');
  return ctx.db.transaction(async (tx) => {
    const account = await getAccount(tx, userId, ctx.now());
    if (account === null) throw unknownUser();
    if (!(await clearSecondStep(tx, userId))) return account;
    const changes = { second_step: [true, false] } as const;
    await audit(tx, ctx, { action: 'totp_change', target: userTarget(account), changes });
    return (await getAccount(tx, userId, ctx.now())) ?? account;
  });
}
