import { endSession as endOne } from '@/lib/db/profiles';
import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';

/** Ends one of the own sessions. Throws AppError `session_unknown`. */
export async function endSession(ctx: Context, { sessionId }: { sessionId: string }): Promise<void> {
  allow(ctx.actor, 'profile:own');
  await ctx.db.transaction(async (tx) => {
    if (!(await endOne(tx, ctx.actor.id, sessionId, ctx.now()))) {
      throw new AppError('session_unknown', 'You have no such session. It may have ended already.');
    }
    await audit(tx, ctx, { action: 'session_end', target: { kind: 'session', id: sessionId, name: null } });
  });
}
