import { lockPing, markWrongCustomer as saveMark } from '@/lib/db/pings';
import { AppError } from '@/lib/domain/app-error';
import { changesBetween } from '@/lib/domain/audit';
import { caseCodeOf } from '@/lib/domain/case-code';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';

/** Marks a ping as made for the wrong customer, or takes the mark back: it leaves the statistics, not the history. */
export async function markWrongCustomer(
  ctx: Context,
  { taskId, wrong }: { taskId: string; wrong: boolean },
): Promise<void> {
  allow(ctx.actor, 'ping:mark');
  await ctx.db.transaction(async (tx) => {
    const locked = await lockPing(tx, taskId);
    if (locked === null) {
      throw new AppError('task_unknown', 'There is no ping with this task_id.');
    }
    await saveMark(tx, taskId, wrong ? ctx.now() : null, wrong ? ctx.actor.id : null);
    const target = { kind: 'ping', id: taskId, name: caseCodeOf(taskId) };
    const changes = changesBetween({ wrong: locked.ping.wrongCustomerAt !== null }, { wrong });
    await audit(tx, ctx, { action: 'wrong_customer_mark', target, changes });
  });
}
