import { and, eq, lt, sql } from 'drizzle-orm';
import type { Ping } from '@/lib/domain/ping';
import type { Queryable } from './client';
import { pings } from './schema';

const isWaiting = and(eq(pings.state, 'running'), eq(pings.phase, 'launch'));

const count = (q: Queryable, where: typeof isWaiting) =>
  q
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(pings)
    .where(where)
    .then(([row]) => row?.count ?? 0);

/** How many running pings wait for the launch of a round. */
export const countWaitingLaunches = (q: Queryable): Promise<number> => count(q, isWaiting);

/**
 * The place in the queue of a ping that waits for its launch, 1 for the next to go; null when it does not wait. With a
 * turn at its router only that router's queue stands before it, otherwise everybody who waits for the upstream budget.
 */
export async function placeInQueue(q: Queryable, ping: Ping): Promise<number | null> {
  if (ping.state !== 'running' || ping.phase !== 'launch' || ping.launches > 0) return null;
  const router = sql`coalesce(${pings.frozen} -> 'router' ->> 'id', ${pings.frozen} -> 'router' ->> 'name', '')`;
  const own = String(ping.frozen.router?.id ?? ping.frozen.router?.name ?? '');
  const sameQueue = ping.turnAt === null ? undefined : sql`${router} = ${own}`;
  return (await count(q, and(isWaiting, lt(pings.dueAt, ping.dueAt), sameQueue))) + 1;
}
