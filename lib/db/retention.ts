import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from './client';

// Each statement is a short transaction of its own and answers how many rows it took, so that nobody waits for it long.

const countSchema = z.tuple([z.object({ count: z.coerce.number() })]);

async function countOf(q: Queryable, statement: SQL): Promise<number> {
  const { rows } = await q.execute(statement);
  return countSchema.parse(rows)[0].count;
}

/** Deletes what the upstream answered before this moment, the oldest first. */
export function deleteBodies(q: Queryable, before: Date, most: number): Promise<number> {
  return countOf(
    q,
    sql`
      with old as (
        select ping_id, round from ping_bodies where received_at < ${before} order by received_at limit ${most}
      ), gone as (
        delete from ping_bodies using old
        where ping_bodies.ping_id = old.ping_id and ping_bodies.round = old.round
        returning 1
      )
      select count(*) from gone`,
  );
}

/**
 * Deletes the pings accepted before this moment that have ended, the oldest first, and adds them to the totals at the
 * same time: whoever counts sees a ping either itself or in the totals, and never both or neither.
 */
export function deletePings(q: Queryable, before: Date, most: number): Promise<number> {
  return countOf(
    q,
    sql`
      with old as (
        select id, slot, outcome, source, zone_name, router_name, sector_name, wrong_customer_at
        from pings
        where created_at < ${before} and state <> 'running'
        order by created_at, id
        limit ${most}
        for update
      ), counted as (
        insert into ping_totals (slot, outcome, source, zone_name, router_name, sector_name, count)
        select slot, outcome, source, coalesce(zone_name, ''), coalesce(router_name, ''), coalesce(sector_name, ''),
          count(*)
        from old
        where wrong_customer_at is null
        group by 1, 2, 3, 4, 5, 6
        on conflict (slot, outcome, source, zone_name, router_name, sector_name)
          do update set count = ping_totals.count + excluded.count
      ), gone as (
        delete from pings using old where pings.id = old.id returning 1
      )
      select count(*) from gone`,
  );
}

/** Deletes Idempotency-Keys that no longer stand for anything. */
export function deleteIdempotencyKeys(q: Queryable, before: Date, most: number): Promise<number> {
  return countOf(
    q,
    sql`
      with gone as (
        delete from idempotency_keys where (actor_id, key) in (
          select actor_id, key from idempotency_keys where created_at < ${before} limit ${most}
        ) returning 1
      )
      select count(*) from gone`,
  );
}

/** Deletes the turns of routers at which nothing was launched since, and which therefore hold nobody up. */
export function deleteLaunchTurns(q: Queryable, before: Date, most: number): Promise<number> {
  return countOf(
    q,
    sql`
      with gone as (
        delete from launch_turns where router_key in (
          select router_key from launch_turns where next_at < ${before} limit ${most} for update skip locked
        ) returning 1
      )
      select count(*) from gone`,
  );
}

/** Deletes what was learnt of routers and numbers of packets that nobody has asked for since. */
export function deleteTaskTimes(q: Queryable, before: Date, most: number): Promise<number> {
  return countOf(
    q,
    sql`
      with gone as (
        delete from task_times where (router_key, packets) in (
          select router_key, packets from task_times where updated_at < ${before} limit ${most} for update skip locked
        ) returning 1
      )
      select count(*) from gone`,
  );
}

/** Deletes counters whose window has ended: the next hit would begin a new one. */
export function deleteRateCounters(q: Queryable, before: Date, most: number): Promise<number> {
  return countOf(
    q,
    sql`
      with gone as (
        delete from rate_counters where key in (
          select key from rate_counters where ends_at < ${before} limit ${most} for update skip locked
        ) returning 1
      )
      select count(*) from gone`,
  );
}

/** Deletes sessions that ended before this moment. */
export function deleteSessions(q: Queryable, before: Date, most: number): Promise<number> {
  return countOf(
    q,
    sql`
      with gone as (
        delete from sessions where id in (
          select id from sessions where expires_at < ${before} limit ${most}
        ) returning 1
      )
      select count(*) from gone`,
  );
}
