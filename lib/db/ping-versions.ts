import { inArray, sql } from 'drizzle-orm';
import { pingSchema, type Ping } from '@/lib/domain/ping';
import { pingVersion } from '@/lib/domain/ping-version';
import type { Queryable } from './client';
import { pings } from './schema';

export type PingVersion = { version: string; state: Ping['state'] };

const partsSchema = pingSchema.pick({ state: true, phase: true });

/** What these pings look like now, without their packets; one that is not there is left out. */
export async function selectPingVersions(
  q: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PingVersion>> {
  const { id, state, phase, round, launches, planned, stopAsked, wrongCustomerAt, dueAt } = pings;
  const measured = sql`coalesce(jsonb_array_length(${pings.packets}), 0)`.mapWith(Number);
  const rows = await q
    .select({ id, state, phase, round, launches, planned, stopAsked, wrongCustomerAt, dueAt, measured })
    .from(pings)
    .where(inArray(id, [...ids]));
  return new Map(
    rows.map((row) => {
      const parts = { ...row, ...partsSchema.parse(row) };
      return [row.id, { version: pingVersion(parts), state: parts.state }];
    }),
  );
}
