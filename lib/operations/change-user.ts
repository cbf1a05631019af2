import { endLinksMadeBy, endLinksOf } from '@/lib/db/account-links';
import { getAccount, lockActiveAdmins, updateAccount } from '@/lib/db/accounts';
import { endSessions } from '@/lib/db/profiles';
import type { Account } from '@/lib/domain/account';
import { AppError } from '@/lib/domain/app-error';
import { changesBetween, type AuditAction, type AuditChanges } from '@/lib/domain/audit';
import { allow, type Role } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';
import { unknownUser, userTarget } from './hand-out-link';

/** What is left out stays. */
export type UserChange = { name?: string; role?: Role; disabled?: boolean };

/** The account with the change made; a moment of disabling that stands already stays. */
const changed = (before: Account, { name, role, disabled }: UserChange, now: Date) => ({
  name: name ?? before.name,
  role: role ?? before.role,
  disabledAt: disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? now) : null,
});

/** How the audit trail tells a change: that somebody was disabled is more than a field. */
function traceOf({ disabledAt, ...others }: AuditChanges): { action: AuditAction; changes: AuditChanges } {
  if (disabledAt === undefined) return { action: 'user_change', changes: others };
  const isDisabled = disabledAt[1] !== null;
  const action = isDisabled ? 'user_disable' : 'user_enable';
  return { action, changes: { ...others, disabled: [!isDisabled, isDisabled] } };
}

/**
 * Changes name or role, disables or enables. Who is disabled is out on the next request. Throws AppError `user_unknown`,
 * and `last_admin` when nobody would be left who can manage accounts.
 */
export async function changeUser(
  ctx: Context,
  { userId, change }: { userId: string; change: UserChange },
): Promise<Account> {
  allow(ctx.actor, 'user:manage');
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    const admins = await lockActiveAdmins(tx);
    const account = await getAccount(tx, userId, now);
    if (account === null) throw unknownUser();
    const before = { name: account.name, role: account.role, disabledAt: account.disabledAt };
    const after = changed(account, change, now);
    const changes = changesBetween(before, after);
    if (changes === null) return account;
    const stays = after.role === 'admin' && after.disabledAt === null;
    if (!stays && admins.length === 1 && admins.includes(userId)) {
      throw new AppError(
        'last_admin',
        'This is the last active administrator. Make somebody else an administrator first.',
      );
    }
    await updateAccount(tx, userId, after);
    // A link that somebody dismissed had put aside would be a way back in, under the name of a colleague.
    if (!stays) await endLinksMadeBy(tx, userId, now);
    if (after.disabledAt !== null) {
      await endSessions(tx, userId, now);
      await endLinksOf(tx, userId, now);
    }
    await audit(tx, ctx, { target: userTarget(account), ...traceOf(changes) });
    return (await getAccount(tx, userId, now)) ?? account;
  });
}
