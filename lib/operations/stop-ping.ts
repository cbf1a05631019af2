import { askToStop, lockPing, notifyDue, saveClaimedPing } from '@/lib/db/pings';
import { stop } from '@/lib/domain/advance';
import { AppError } from '@/lib/domain/app-error';
import { isFinal } from '@/lib/domain/ping';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/**
 * Ends a running ping with what its finished rounds measured; while there is nothing yet, it ends after the round under
 * way, because WispHub cannot be told to stop. A ping that has ended stays as it is.
 */
export async function stopPing(ctx: Context, { taskId }: { taskId: string }): Promise<void> {
  allow(ctx.actor, 'ping:stop');
  await ctx.db.transaction(async (tx) => {
    const claimed = await lockPing(tx, taskId);
    if (claimed === null) throw new AppError('task_unknown', 'There is no ping with this task_id.');
    const stopped = stop(claimed.ping, ctx.now(), ctx.policy);
    if (isFinal(stopped)) await saveClaimedPing(tx, { ...claimed, ping: stopped });
    else await askToStop(tx, taskId);
    await notifyDue(tx);
  });
}
