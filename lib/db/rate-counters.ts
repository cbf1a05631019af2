import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from './client';
import { rateCounters } from './schema';

export type RateLimit = {
  /** How many hits a window holds. */
  most: number;
  /** The length of a window, which begins with its first hit. */
  windowMs: number;
  now: Date;
};

export type RateVerdict = {
  allowed: boolean;
  /** Hits that the window still holds. */
  remaining: number;
  /** Whole seconds, at least one, until the window ends. */
  retryAfterSeconds: number;
};

const rowSchema = z.tuple([z.object({ count: z.number(), ends_at: z.coerce.date() })]);

/**
 * Counts one more of something, over all instances, and says whether it is within the limit. One statement, so that
 * hits at the same moment are all counted; a hit that is refused makes the window neither longer nor fuller. Within a
 * transaction it holds up the next one of the same key until the end.
 */
export async function hitRateCounter(
  q: Queryable,
  key: string,
  { most, windowMs, now }: RateLimit,
): Promise<RateVerdict> {
  const ends = new Date(now.getTime() + windowMs);
  const { rows } = await q.execute(sql`
    insert into ${rateCounters} as counter (key, count, ends_at) values (${key}, 1, ${ends})
    on conflict (key) do update set
      count = case when counter.ends_at <= ${now} then 1 else least(counter.count + 1, ${most + 1}::integer) end,
      ends_at = case when counter.ends_at <= ${now} then excluded.ends_at else counter.ends_at end
    returning count, ends_at`);
  const [{ count, ends_at: endsAt }] = rowSchema.parse(rows);
  return {
    allowed: count <= most,
    remaining: Math.max(0, most - count),
    retryAfterSeconds: Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000)),
  };
}
