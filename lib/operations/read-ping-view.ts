import { placeInQueue } from '@/lib/db/launch-queue';
import { selectRequesters } from '@/lib/db/ping-requests';
import { selectQuietIps } from '@/lib/db/quiet-lines';
import { roundExpiresAt } from '@/lib/domain/deadline';
import type { PingView } from '@/lib/domain/ping-details';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';
import { readNames } from './read-names';
import { readPing } from './read-ping';

/** One ping with who asked for it, its place in the queue and what is known of its line. Throws AppError `task_unknown`. */
export async function readPingView(ctx: Context, { taskId }: { taskId: string }): Promise<PingView> {
  allow(ctx.actor, 'ping:read');
  const ping = await readPing(ctx, { taskId });
  const [requesters, names, place, quiet] = await Promise.all([
    selectRequesters(ctx.db, [ping.id]),
    readNames(ctx, [ping.serviceId]),
    placeInQueue(ctx.db, ping),
    selectQuietIps(ctx.db, [ping.serviceId]),
  ]);
  return {
    ping,
    requesters: requesters.get(ping.id) ?? [],
    serviceName: names.get(ping.serviceId) ?? null,
    place,
    roundEndsAt: roundExpiresAt(ping, ctx.policy.polling),
    quietIp: quiet.get(ping.serviceId),
  };
}
