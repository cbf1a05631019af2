import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { factColumnsSchema, type FactColumns } from '@/lib/domain/fact';
import type { Database, Queryable } from './client';
import { dayBegin } from './history-days';

const SLOTS_A_DAY = 96;

const { pings, joined, totals } = factColumnsSchema.shape;
const ofDay = { day: z.number() };
const pingRows = z.array(pings.extend(ofDay));
const joinedRows = z.array(joined.element.extend(ofDay));
const totalRows = z.array(totals.extend(ofDay));

/** Read from the index `pings_facts_idx` alone, which is why nothing else of a ping may be asked for here. */
async function readPings(q: Queryable, from: Date, to: Date): Promise<z.infer<typeof pingRows>> {
  const { rows } = await q.execute(sql`
    select slot / 96 as day,
      json_agg(round(date_part('epoch', created_at) * 1000)::bigint) as at,
      json_agg(service_id) as service, json_agg(outcome) as outcome, json_agg(source) as source,
      json_agg(zone_name) as zone, json_agg(router_name) as router, json_agg(sector_name) as sector,
      json_agg(starter_id) as starter, json_agg(took_ms) as "tookMs",
      json_agg(array_to_string(remarks, ' ')) as remarks
    from pings
    where wrong_customer_at is null and created_at >= ${from} and created_at < ${to}
    group by 1`);
  return pingRows.parse(rows);
}

async function readJoined(q: Queryable, from: Date, to: Date): Promise<z.infer<typeof joinedRows>> {
  const { rows } = await q.execute(sql`
    select p.slot / 96 as day, date_part('epoch', p.created_at) * 1000 as at, p.service_id as service,
      r.actor_id as person
    from ping_requests r join pings p on p.id = r.ping_id
    where r.joined and r.ping_at >= ${from} and r.ping_at < ${to}`);
  return joinedRows.parse(rows);
}

async function readTotals(
  q: Queryable,
  firstDay: number,
  endDay: number,
): Promise<z.infer<typeof totalRows>> {
  const { rows } = await q.execute(sql`
    select slot / 96 as day, json_agg(slot::bigint * 900000) as at, json_agg(outcome) as outcome,
      json_agg(source) as source, json_agg(nullif(zone_name, '')) as zone,
      json_agg(nullif(router_name, '')) as router, json_agg(nullif(sector_name, '')) as sector,
      json_agg(count) as count
    from ping_totals
    where slot >= ${firstDay * SLOTS_A_DAY} and slot < ${endDay * SLOTS_A_DAY}
    group by 1`);
  return totalRows.parse(rows);
}

const noPings = () => ({
  at: [],
  service: [],
  outcome: [],
  source: [],
  zone: [],
  router: [],
  sector: [],
  starter: [],
  tookMs: [],
  remarks: [],
});
const noTotals = () => ({ at: [], outcome: [], source: [], zone: [], router: [], sector: [], count: [] });

/** The facts of each of these days, all of one moment, the days without any included. */
export async function readFacts(
  db: Database,
  firstDay: number,
  endDay: number,
): Promise<Map<number, FactColumns>> {
  const [from, to] = [dayBegin(firstDay), dayBegin(endDay)];
  const read = async (tx: Queryable) => ({
    pings: await readPings(tx, from, to),
    joined: await readJoined(tx, from, to),
    totals: await readTotals(tx, firstDay, endDay),
  });
  const rows = await db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
  const days = new Map<number, FactColumns>();
  for (let day = firstDay; day < endDay; day += 1) {
    days.set(day, {
      pings: rows.pings.find((row) => row.day === day) ?? noPings(),
      joined: rows.joined.filter((row) => row.day === day),
      totals: rows.totals.find((row) => row.day === day) ?? noTotals(),
    });
  }
  return days;
}
