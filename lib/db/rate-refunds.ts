import { inArray, sql } from 'drizzle-orm';
import type { Queryable } from './client';
import { rateCounters } from './schema';

/** Begins the windows of these counters anew. */
export async function clearRateCounters(q: Queryable, keys: readonly string[]): Promise<void> {
  await q.delete(rateCounters).where(inArray(rateCounters.key, [...keys]));
}

/** Takes one hit back from each: what was reserved was not used up. */
export async function giveBackHits(q: Queryable, keys: readonly string[]): Promise<void> {
  await q
    .update(rateCounters)
    .set({ count: sql`greatest(${rateCounters.count} - 1, 0)` })
    .where(inArray(rateCounters.key, [...keys]));
}
