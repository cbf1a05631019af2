import { selectSessions } from '@/lib/db/profiles';
import { getSettings } from '@/lib/db/settings';
import { idleLimitMs } from '@/lib/domain/idle-limit';
import type { Session } from '@/lib/domain/profile';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** Where the one who asks is signed in, the place used last first. */
export async function listSessions(ctx: Context): Promise<Session[]> {
  allow(ctx.actor, 'profile:own');
  const sessions = await selectSessions(ctx.db, ctx.actor.id, ctx.now());
  const role = ctx.actor.kind === 'user' ? ctx.actor.role : 'agent';
  const since = ctx.now().getTime() - idleLimitMs(role, await getSettings(ctx.db));
  return sessions.filter(({ activeAt }) => activeAt.getTime() > since);
}
