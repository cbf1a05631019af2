import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { reasonSchema, type Reason, type Requester } from '@/lib/domain/ping';
import type { Actor } from '@/lib/domain/role';
import type { Queryable } from './client';
import { pingRequests, pings } from './schema';

/** Records that somebody asked for this ping, whether they started it or joined it. */
export async function insertPingRequest(
  q: Queryable,
  request: { pingId: string; actor: Actor; reason: Reason | null; at: Date },
): Promise<void> {
  const { actor } = request;
  const isThis = sql`${pings} where ${pings.id} = ${request.pingId}`;
  await q.insert(pingRequests).values({
    pingId: request.pingId,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    reason: request.reason,
    requestedAt: request.at,
    pingAt: sql`(select ${pings.createdAt} from ${isThis})`,
    joined: sql`(select ${pings.starterId} is distinct from ${actor.id} from ${isThis})`,
  });
}

/** Notes that somebody went on without a ping they had asked for. */
export async function withdrawRequests(
  q: Queryable,
  { pingId, actorId, at }: { pingId: string; actorId: string; at: Date },
): Promise<void> {
  const mine = and(eq(pingRequests.pingId, pingId), eq(pingRequests.actorId, actorId));
  await q
    .update(pingRequests)
    .set({ withdrawnAt: at })
    .where(and(mine, isNull(pingRequests.withdrawnAt)));
}

/** How many requests for this ping still stand. */
export async function countStandingRequests(q: Queryable, pingId: string): Promise<number> {
  const standing = and(eq(pingRequests.pingId, pingId), isNull(pingRequests.withdrawnAt));
  const [row] = await q
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(pingRequests)
    .where(standing);
  return row?.count ?? 0;
}

/** How often this actor has asked for a ping since the given moment. */
export async function countRequestsSince(q: Queryable, actorId: string, since: Date): Promise<number> {
  const recent = and(eq(pingRequests.actorId, actorId), gt(pingRequests.requestedAt, since));
  const [row] = await q
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(pingRequests)
    .where(recent);
  return row?.count ?? 0;
}

/** Who asked for each of these pings, in order. */
export async function selectRequesters(
  q: Queryable,
  pingIds: readonly string[],
): Promise<Map<string, Requester[]>> {
  const byPing = new Map<string, Requester[]>();
  if (pingIds.length === 0) return byPing;
  const rows = await q
    .select()
    .from(pingRequests)
    .where(inArray(pingRequests.pingId, [...pingIds]))
    .orderBy(asc(pingRequests.id));
  for (const row of rows) {
    const requester: Requester = {
      kind: row.actorKind === 'token' ? 'token' : 'user',
      id: row.actorId,
      name: row.actorName,
      reason: reasonSchema.nullable().parse(row.reason),
      requestedAt: row.requestedAt,
      withdrawn: row.withdrawnAt !== null,
    };
    byPing.set(row.pingId, [...(byPing.get(row.pingId) ?? []), requester]);
  }
  return byPing;
}
