import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { verdictSchema, type Verdict } from '@/lib/domain/verdict';
import type { Queryable } from './client';

export const NEIGHBOUR_SCOPES = ['sector', 'router', 'zone'] as const;
export type NeighbourScope = (typeof NEIGHBOUR_SCOPES)[number];

export type Neighbour = {
  serviceId: number;
  name: string | null;
  verdict: Verdict;
  finishedAt: Date;
};

const rowsSchema = z.array(
  z.object({
    service_id: z.number(),
    name: z.string().nullable(),
    verdict: verdictSchema,
    finished_at: z.coerce.date(),
  }),
);

/**
 * The latest verdict of each other service that was on this node when it was pinged since `since`. What could not be
 * measured, was made for the wrong customer, went to a suspended account or a shared address, or is the silence of a line that
 * never answers, says nothing of the neighbourhood.
 */
export async function selectNeighbours(
  q: Queryable,
  node: { scope: NeighbourScope; id: number; exceptServiceId: number; since: Date },
): Promise<Neighbour[]> {
  const { rows } = await q.execute(sql`
    select distinct on (p.service_id) p.service_id, s.name, p.verdict, p.finished_at
    from pings p left join services s on s.service_id = p.service_id
    where p.created_at > ${node.since}
      and p.state = 'finished'
      and p.wrong_customer_at is null
      and not p.ip_shared
      and not (p.verdict = 'no_internet' and exists (
        select 1 from quiet_lines quiet
        where quiet.service_id = p.service_id and quiet.ip is not distinct from p.frozen ->> 'ip'))
      and lower(coalesce(p.frozen ->> 'status', '')) not in ('suspendido', 'suspenso', 'cancelado')
      and p.service_id <> ${node.exceptServiceId}
      and p.frozen -> ${node.scope} ->> 'id' = ${String(node.id)}
    order by p.service_id, p.created_at desc`);
  return rowsSchema.parse(rows).map((row) => ({
    serviceId: row.service_id,
    name: row.name,
    verdict: row.verdict,
    finishedAt: row.finished_at,
  }));
}
