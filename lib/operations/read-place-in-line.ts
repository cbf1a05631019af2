import { countPingsOfService, getNextPing } from '@/lib/db/ping-place';
import { selectRequesters } from '@/lib/db/ping-requests';
import { getPing, selectPings } from '@/lib/db/pings';
import { selectQuietIps } from '@/lib/db/quiet-lines';
import { AppError } from '@/lib/domain/app-error';
import { BASELINE_LOOKS_BACK } from '@/lib/domain/baseline';
import type { PingView } from '@/lib/domain/ping-details';
import type { PlaceInLine } from '@/lib/domain/place-in-line';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';
import { readNames } from './read-names';

/** Failed pings and other addresses teach a baseline nothing, so more is read than it looks back on. */
const LOOKS_BACK = BASELINE_LOOKS_BACK + 10;

/** Where a ping stands among the pings of its service. Throws AppError `task_unknown`. */
export async function readPlaceInLine(ctx: Context, { taskId }: { taskId: string }): Promise<PlaceInLine> {
  allow(ctx.actor, 'pings:of_service');
  const ping = await getPing(ctx.db, taskId);
  if (ping === null) throw new AppError('task_unknown', 'There is no ping with this task_id.');
  const { serviceId } = ping;
  const [counts, next, before, names, quiet] = await Promise.all([
    countPingsOfService(ctx.db, serviceId, ping),
    getNextPing(ctx.db, serviceId, ping),
    selectPings(ctx.db, { serviceId }, { limit: LOOKS_BACK, after: ping }),
    readNames(ctx, [serviceId]),
    selectQuietIps(ctx.db, [serviceId]),
  ]);
  const around = next ? [next, ...before] : before;
  const requesters = await selectRequesters(
    ctx.db,
    around.map(({ id }) => id),
  );
  const view = (one: typeof ping): PingView => ({
    ping: one,
    requesters: requesters.get(one.id) ?? [],
    serviceName: names.get(serviceId) ?? null,
    quietIp: quiet.get(serviceId),
  });
  return { ...counts, next: next && view(next), before: before.map(view) };
}
