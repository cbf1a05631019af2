import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './client';

const nowSchema = z.tuple([z.object({ now: z.coerce.date() })]);

export type Clock = { now(): Date; synchronise(): Promise<void> };

/**
 * The database's clock, carried on between two readings by this machine's monotonic one: instances whose own clocks
 * differ agree on leases and deadlines, and a step of the local clock moves nothing.
 */
export function databaseClock(db: Database): Clock {
  let base = Date.now() - performance.now();
  return {
    now: () => new Date(base + performance.now()),
    async synchronise() {
      const sentAt = performance.now();
      const { rows } = await db.execute(sql`select clock_timestamp() as now`);
      const middle = (sentAt + performance.now()) / 2;
      base = nowSchema.parse(rows)[0].now.getTime() - middle;
    },
  };
}
