import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Queryable } from './client';
import { historyState } from './schema';

/** The same in the triggers on `pings`: who writes a ping shares it, who closes days needs it alone. */
const LOCK_KEY = 7_385_204;
const DAY_MS = 86_400_000;
/** Longer than any ping lives. */
const REST_MS = 3_600_000;

/** Days are counted in UTC since 1970. */
export const dayNumber = (at: Date | number) => Math.floor(Number(at) / DAY_MS);
export const dayBegin = (day: number) => new Date(day * DAY_MS);

export type HistoryDays = {
  /** The first day that anything is known of; null while there is nothing. */
  first: number | null;
  /** From this day on pings may still run; nothing of it may be kept. */
  firstOpen: number;
  /** How often each closed day was changed; a day that is not named never was. */
  versions: Map<number, number>;
};

const daysSchema = z.tuple([
  z.object({
    first_ping: z.number().nullable(),
    first_total: z.number().nullable(),
    closed_until: z.coerce.date(),
    versions: z.array(z.tuple([z.number(), z.number()])).nullable(),
  }),
]);

/** What can be kept of the history, and in which version, all of one moment. */
export async function readHistoryDays(q: Queryable): Promise<HistoryDays> {
  const { rows } = await q.execute(sql`
    select
      (select slot / 96 from pings order by created_at limit 1) as first_ping,
      (select slot / 96 from ping_totals order by slot limit 1) as first_total,
      closed_until,
      (select json_agg(json_build_array(day, version)) from history_days) as versions
    from history_state`);
  const [row] = daysSchema.parse(rows);
  const firsts = [row.first_ping, row.first_total].filter((day) => day !== null);
  return {
    first: firsts.length === 0 ? null : Math.min(...firsts),
    firstOpen: dayNumber(row.closed_until),
    versions: new Map(row.versions),
  };
}

/** The first day that has not rested long enough to be closed at this moment. */
export const firstRestless = (now: Date) => dayNumber(now.getTime() - REST_MS);

/**
 * Closes the days whose pings have all ended. While anybody is writing a ping nothing is closed: the next reader tries
 * again.
 */
export async function closeHistoryDays(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const { rows } = await tx.execute(sql`select pg_try_advisory_xact_lock(${LOCK_KEY}) as alone`);
    if (rows[0]?.alone !== true) return;
    const rested = dayBegin(firstRestless(now));
    const running = sql`(select date_trunc('day', min(created_at), 'UTC') from pings where state = 'running')`;
    await tx
      .update(historyState)
      .set({ closedUntil: sql`greatest(closed_until, least(${rested}::timestamptz, ${running}))` });
  });
}
