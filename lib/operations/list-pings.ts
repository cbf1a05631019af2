import { selectPings, type PingCursor } from '@/lib/db/pings';
import type { PingView } from '@/lib/domain/ping-details';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';
import { readPingViews } from './read-ping-views';

export type ListPingsInput = {
  serviceId: number | null;
  /** Only the pings that the caller asked for. */
  mine: boolean;
  /** Only the pings with this case code, which a customer was given. */
  caseCode: string | null;
  limit: number;
  after: PingCursor | null;
};

/** Pings from the newest on: of one service, of the caller, or of everybody for those who may see that. */
export async function listPings(
  ctx: Context,
  input: ListPingsInput,
): Promise<{ views: PingView[]; next: PingCursor | null }> {
  const isNarrow = input.serviceId !== null || input.caseCode !== null;
  allow(ctx.actor, input.mine ? 'pings:own' : isNarrow ? 'pings:of_service' : 'pings:all');
  const filter = {
    serviceId: input.serviceId ?? undefined,
    requestedBy: input.mine ? ctx.actor.id : undefined,
    caseCode: input.caseCode ?? undefined,
  };
  const found = await selectPings(ctx.db, filter, { limit: input.limit + 1, after: input.after });
  const page = found.slice(0, input.limit);
  const last = found.length > input.limit ? page.at(-1) : undefined;
  const views = await readPingViews(ctx, page);
  return { views, next: last ? { createdAt: last.createdAt, id: last.id } : null };
}
