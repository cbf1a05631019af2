import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { pingSchema, type Ping } from '@/lib/domain/ping';
import type { Queryable } from './client';
import type { PingCursor } from './pings';
import { pings } from './schema';

const countsSchema = z.object({ place: z.coerce.number(), count: z.coerce.number() });

/** How many pings a service has, and the how many-th of them this one is, from the oldest on. */
export async function countPingsOfService(
  q: Queryable,
  serviceId: number,
  at: PingCursor,
): Promise<{ place: number; count: number }> {
  const { rows } = await q.execute(sql`
    select count(*) as count, count(*) filter (where (created_at, id) <= (${at.createdAt}, ${at.id})) as place
    from pings where service_id = ${serviceId}`);
  return countsSchema.parse(rows[0]);
}

/** The ping of this service that came next after the cursor; null when that is the latest. */
export async function getNextPing(q: Queryable, serviceId: number, at: PingCursor): Promise<Ping | null> {
  const [row] = await q
    .select()
    .from(pings)
    .where(sql`${eq(pings.serviceId, serviceId)} and (created_at, id) > (${at.createdAt}, ${at.id})`)
    .orderBy(asc(pings.createdAt), asc(pings.id))
    .limit(1);
  return row ? pingSchema.parse(row) : null;
}
