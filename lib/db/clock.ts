import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './client';

const SLOW_MS = 500;

const nowSchema = z.tuple([z.object({ now: z.coerce.date() })]);

export type Clock = { now(): Date; synchronise(): Promise<void> };

/**
 * The database's clock, carried on between two readings by this machine's monotonic one: instances whose own clocks
 * differ agree on leases and deadlines, and a step of the local clock moves nothing.
 */
export function databaseClock(db: Database): Clock {
  let base = Date.now() - performance.now();
  let synchronised = false;
  return {
    now: () => new Date(base + performance.now()),
    async synchronise() {
      const sentAt = performance.now();
      const { rows } = await db.execute(sql`select clock_timestamp() as now`);
      const answeredAt = performance.now();
      // A slow answer may have waited for a connection on one side only, and its middle would be wrong.
      if (answeredAt - sentAt > SLOW_MS && synchronised) return;
      synchronised = true;
      const middle = (sentAt + answeredAt) / 2;
      base = nowSchema.parse(rows)[0].now.getTime() - middle;
    },
  };
}
