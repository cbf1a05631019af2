import { placeInQueue } from '@/lib/db/launch-queue';
import { getPing } from '@/lib/db/pings';
import { selectQuietIps } from '@/lib/db/quiet-lines';
import { selectRequesters } from '@/lib/db/ping-requests';
import { AppError } from '@/lib/domain/app-error';
import { roundExpiresAt } from '@/lib/domain/deadline';
import type { PingView } from '@/lib/domain/ping-details';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';
import { readNames } from './read-names';

/** One ping with who asked for it. Throws AppError `task_unknown`. */
export async function readPing(ctx: Context, { taskId }: { taskId: string }): Promise<PingView> {
  allow(ctx.actor, 'ping:read');
  const ping = await getPing(ctx.db, taskId);
  if (ping === null) throw new AppError('task_unknown', 'There is no ping with this task_id.');
  const [requesters, names, place, quiet] = await Promise.all([
    selectRequesters(ctx.db, [ping.id]),
    readNames(ctx, [ping.serviceId]),
    placeInQueue(ctx.db, ping),
    selectQuietIps(ctx.db, [ping.serviceId]),
  ]);
  const roundEndsAt = roundExpiresAt(ping, ctx.policy.polling);
  const serviceName = names.get(ping.serviceId) ?? null;
  return {
    ping,
    requesters: requesters.get(ping.id) ?? [],
    serviceName,
    place,
    roundEndsAt,
    quietIp: quiet.get(ping.serviceId),
  };
}
