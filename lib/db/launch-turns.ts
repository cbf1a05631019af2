import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from './client';
import { launchTurns } from './schema';

const reservedSchema = z.array(z.object({ turn_at: z.coerce.date() }));

/**
 * Reserves the next turn at a router, one for each `spacingMs`, or answers null when it would come after `latest`;
 * nothing is reserved then. One statement, so that no two instances get the same turn.
 */
export async function reserveTurn(
  q: Queryable,
  turn: { routerKey: string; now: Date; latest: Date; spacingMs: number },
): Promise<Date | null> {
  if (turn.now > turn.latest) return null;
  const spacing = sql`${turn.spacingMs} * interval '1 millisecond'`;
  const { rows } = await q.execute(sql`
    insert into ${launchTurns} (router_key, next_at)
    values (${turn.routerKey}, ${turn.now}::timestamptz + ${spacing})
    on conflict (router_key) do update
      set next_at = greatest(${launchTurns.nextAt}, ${turn.now}::timestamptz) + ${spacing}
      where greatest(${launchTurns.nextAt}, ${turn.now}::timestamptz) <= ${turn.latest}::timestamptz
    returning next_at - ${spacing} as turn_at`);
  return reservedSchema.parse(rows)[0]?.turn_at ?? null;
}
