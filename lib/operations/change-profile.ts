import { getProfile, updateProfile } from '@/lib/db/profiles';
import { changesBetween } from '@/lib/domain/audit';
import type { Profile, ProfileChange } from '@/lib/domain/profile';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';
import { userTarget } from './hand-out-link';

/** Changes the own name, or what was chosen for the screen. */
export async function changeProfile(ctx: Context, change: ProfileChange): Promise<Profile> {
  allow(ctx.actor, 'profile:own');
  const { id } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const before = await getProfile(tx, id);
    const after = { ...before, ...change };
    const changes = changesBetween(before, after);
    if (changes === null) return before;
    await updateProfile(tx, id, change);
    await audit(tx, ctx, {
      action: 'profile_change',
      target: userTarget({ id, email: before.email }),
      changes,
    });
    return after;
  });
}
