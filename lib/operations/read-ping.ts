import { getPing } from '@/lib/db/pings';
import { AppError } from '@/lib/domain/app-error';
import type { Ping } from '@/lib/domain/ping';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** One ping as it stands: all that a program which polls for its end is told. Throws AppError `task_unknown`. */
export async function readPing(ctx: Context, { taskId }: { taskId: string }): Promise<Ping> {
  allow(ctx.actor, 'ping:read');
  const ping = await getPing(ctx.db, taskId);
  if (ping === null) throw new AppError('task_unknown', 'There is no ping with this task_id.');
  return ping;
}
