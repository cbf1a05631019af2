import { countStandingRequests, withdrawRequests } from '@/lib/db/ping-requests';
import { askToStop, lockPing, notifyDue, saveClaimedPing } from '@/lib/db/pings';
import { stop } from '@/lib/domain/advance';
import { AppError } from '@/lib/domain/app-error';
import { isFinal } from '@/lib/domain/ping';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/**
 * Takes back what this person asked for. The ping ends with what its finished rounds measured, or after the round under
 * way while there is nothing yet, because WispHub cannot be told to stop, or at once where WispHub was never asked; `goesOn` is true when somebody else asked for
 * it too, and then it sends all that they asked for. A ping that has ended stays as it is.
 */
export async function stopPing(ctx: Context, { taskId }: { taskId: string }): Promise<{ goesOn: boolean }> {
  allow(ctx.actor, 'ping:stop');
  return ctx.db.transaction(async (tx) => {
    const claimed = await lockPing(tx, taskId);
    if (claimed === null) throw new AppError('task_unknown', 'There is no ping with this task_id.');
    await withdrawRequests(tx, { pingId: taskId, actorId: ctx.actor.id, at: ctx.now() });
    if ((await countStandingRequests(tx, taskId)) > 0) return { goesOn: !isFinal(claimed.ping) };
    const stopped = stop(claimed.ping, ctx.now(), ctx.policy);
    if (isFinal(stopped)) await saveClaimedPing(tx, { ...claimed, ping: stopped });
    else await askToStop(tx, taskId);
    await notifyDue(tx);
    return { goesOn: false };
  });
}
