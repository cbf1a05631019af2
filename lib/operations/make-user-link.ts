import { allow } from '@/lib/domain/role';
import type { Context } from './context';
import { handOutLink, type HandedOut } from './hand-out-link';

/** A new link for somebody: the invitation once more, or the way to a new password. The link before no longer counts. */
export async function makeUserLink(ctx: Context, { userId }: { userId: string }): Promise<HandedOut> {
  allow(ctx.actor, 'user:manage');
  return ctx.db.transaction((tx) => handOutLink(tx, ctx, userId));
}
