import { insertInvited } from '@/lib/db/accounts';
import { AppError } from '@/lib/domain/app-error';
import { allow, type Role } from '@/lib/domain/role';
import type { Context } from './context';
import { handOutLink, type HandedOut } from './hand-out-link';

/** Makes an account without a password, and the link by which its person chooses one. Throws AppError `email_taken`. */
export async function inviteUser(
  ctx: Context,
  { name, email, role }: { name: string; email: string; role: Role },
): Promise<HandedOut> {
  allow(ctx.actor, 'user:manage');
  const id = ctx.newId();
  return ctx.db.transaction(async (tx) => {
    if (!(await insertInvited(tx, { id, name, email, role, createdAt: ctx.now() }))) {
      throw new AppError('email_taken', 'Somebody already has an account with this email.');
    }
    return handOutLink(tx, ctx, id);
  });
}
