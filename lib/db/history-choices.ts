import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { HistoryChoices } from '@/lib/domain/history-summary';
import type { Queryable } from './client';

const namesSchema = z.array(z.object({ name: z.string() }));
const peopleSchema = z.array(z.object({ id: z.uuid(), name: z.string() }));

/**
 * Each name once, in order. Every step looks up the next greater name in the index, because reading a million pings
 * for a dozen zones takes a thousand times longer; PostgreSQL does not do this by itself.
 */
async function distinctNames(q: Queryable, column: 'zone_name' | 'router_name' | 'sector_name') {
  const name: SQL = sql.raw(column);
  const next = (after: SQL) =>
    sql`(select ${name} from pings where ${name} > ${after} order by ${name} limit 1)`;
  const { rows } = await q.execute(sql`
    with recursive kept (name) as (
      select ${next(sql`''`)}
      union all
      select ${next(sql`kept.name`)} from kept where kept.name is not null
    )
    select name from kept where name is not null
    union
    select ${name} from ping_totals where ${name} <> ''
    order by 1`);
  return namesSchema.parse(rows).map((row) => row.name);
}

/** Everybody who ever asked for a ping, by the name they had last. */
async function people(q: Queryable): Promise<HistoryChoices['agents']> {
  const { rows } = await q.execute(sql`
    with recursive asked (id) as (
      (select actor_id from ping_requests order by actor_id limit 1)
      union all
      select (select actor_id from ping_requests where actor_id > asked.id order by actor_id limit 1)
      from asked where asked.id is not null
    )
    select asked.id, latest.name from asked
    cross join lateral (
      select actor_name from ping_requests where actor_id = asked.id order by requested_at desc limit 1
    ) latest (name)
    order by lower(latest.name), asked.id`);
  return peopleSchema.parse(rows);
}

/** The names these people had when they last asked for a ping. */
export async function selectPeopleNames(q: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await q.execute(sql`
    select asked.id, latest.name from unnest(${sql.param([...ids])}::uuid[]) as asked (id)
    cross join lateral (
      select actor_name from ping_requests where actor_id = asked.id order by requested_at desc limit 1
    ) latest (name)`);
  return new Map(peopleSchema.parse(rows).map((row) => [row.id, row.name]));
}

/** What the filters of the history can be set to. */
export async function selectHistoryChoices(q: Queryable): Promise<HistoryChoices> {
  const [zones, routers, sectors, agents] = await Promise.all([
    distinctNames(q, 'zone_name'),
    distinctNames(q, 'router_name'),
    distinctNames(q, 'sector_name'),
    people(q),
  ]);
  return { zones, routers, sectors, agents };
}
