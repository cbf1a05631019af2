import { selectRequesters } from '@/lib/db/ping-requests';
import { selectQuietIps } from '@/lib/db/quiet-lines';
import type { Ping } from '@/lib/domain/ping';
import type { PingView } from '@/lib/domain/ping-details';
import type { Context } from './context';
import { readNames } from './read-names';

/** Pings with who asked, the customer's name as far as the caller may see it, and what is known of the line; in their order. */
export async function readPingViews(ctx: Context, pings: readonly Ping[]): Promise<PingView[]> {
  const services = pings.map(({ serviceId }) => serviceId);
  const [requesters, names, quiet] = await Promise.all([
    selectRequesters(
      ctx.db,
      pings.map(({ id }) => id),
    ),
    readNames(ctx, services),
    selectQuietIps(ctx.db, services),
  ]);
  return pings.map((ping) => ({
    ping,
    requesters: requesters.get(ping.id) ?? [],
    serviceName: names.get(ping.serviceId) ?? null,
    quietIp: quiet.get(ping.serviceId),
  }));
}
