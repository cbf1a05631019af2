import { getProfile } from '@/lib/db/profiles';
import type { Profile } from '@/lib/domain/profile';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** The account of the one who asks. */
export async function readProfile(ctx: Context): Promise<Profile> {
  allow(ctx.actor, 'profile:own');
  return getProfile(ctx.db, ctx.actor.id);
}
