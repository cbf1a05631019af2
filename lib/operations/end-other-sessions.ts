import { endSessions } from '@/lib/db/profiles';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';
import { userTarget } from './hand-out-link';

/** Ends all of the own sessions but the one that asks. */
export async function endOtherSessions(ctx: Context): Promise<{ ended: number }> {
  allow(ctx.actor, 'profile:own');
  const { actor } = ctx;
  return ctx.db.transaction(async (tx) => {
    const ended = await endSessions(tx, actor.id, ctx.now(), actor.kind === 'user' ? actor.sessionId : null);
    const target = actor.kind === 'user' ? userTarget(actor) : undefined;
    await audit(tx, ctx, { action: 'session_end', target, changes: { sessions: [ended + 1, 1] } });
    return { ended };
  });
}
