import { sql } from 'drizzle-orm';
import type { Queryable } from './client';

/** Lets one transaction at a time go on under this name, over all instances, so that what it counts stays true. */
export async function oneAtATime(q: Queryable, name: string): Promise<void> {
  await q.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
