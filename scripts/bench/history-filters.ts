import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defaultHistoryFilter, type HistoryFilter } from '@/lib/domain/history-filter';
import type { Context } from '@/lib/operations/context';

const chosenSchema = z.tuple([
  z.object({ service: z.number(), router: z.string(), sector: z.string(), busy: z.uuid(), rare: z.uuid() }),
]);

/** A service with a long history, nodes, and the agents who asked most and least. */
async function readChosen(ctx: Context) {
  const { rows } = await ctx.db.execute(sql`
    with agents as (
      select actor_id as id, count(*) as asked from ping_requests where actor_kind = 'user' group by 1
    )
    select
      (select service_id from pings group by 1 order by count(*) desc, 1 limit 1) as service,
      (select router_name from pings where router_name is not null order by id limit 1) as router,
      (select sector_name from pings where sector_name is not null order by id limit 1) as sector,
      (select id from agents order by asked desc, id limit 1) as busy,
      (select id from agents order by asked, id limit 1) as rare`);
  return chosenSchema.parse(rows)[0];
}

export type NamedFilter = { name: string; filter: HistoryFilter };

const BAD = ['intermittent', 'no_internet'] as const;

/** What supervisors ask for, and what is hard to answer. */
export async function filtersToMeasure(ctx: Context): Promise<NamedFilter[]> {
  const { service, router, sector, busy, rare } = await readChosen(ctx);
  const all = { period: 'all' } as const;
  const zone = 'Zona Norte';
  const changes: [string, Partial<HistoryFilter>][] = [
    ['today', { period: 'today' }],
    ['shift, last result bad', { period: 'shift', last: true, outcomes: [...BAD] }],
    ['yesterday, a zone', { period: 'yesterday', zone }],
    ['7 days', { period: '7d' }],
    ['90 days', { period: '90d' }],
    ['all', all],
    ['all, oldest first', { ...all, sort: 'oldest' }],
    ['all, slowest first', { ...all, sort: 'slowest' }],
    ['7 days, slowest first', { period: '7d', sort: 'slowest' }],
    ['all, a zone', { ...all, zone }],
    ['all, a zone, slowest first', { ...all, zone, sort: 'slowest' }],
    ['all, a router', { ...all, router }],
    ['all, a sector', { ...all, sector }],
    ['all, failed', { ...all, outcomes: ['failed'] }],
    ['all, bad', { ...all, outcomes: [...BAD] }],
    ['all, a zone, failed', { ...all, zone, outcomes: ['failed'] }],
    ['all, remark slow', { ...all, remark: 'slow' }],
    ['all, remark duplicates', { ...all, remark: 'duplicates' }],
    ['all, API', { ...all, source: 'api' }],
    ['all, busiest agent', { ...all, agent: busy }],
    ['all, rarest agent, failed', { ...all, agent: rare, outcomes: ['failed'] }],
    ['all, one service', { ...all, serviceId: service }],
    ['all, text maria', { ...all, q: 'maria' }],
    ['all, text jose nunez', { ...all, q: 'jose nunez' }],
    ['all, text of notes', { ...all, q: 'poe queda' }],
    ['all, text a', { ...all, q: 'a' }],
    ['7 days, last result', { period: '7d', last: true }],
    ['all, last result', { ...all, last: true }],
  ];
  return changes.map(([name, change]) => ({ name, filter: { ...defaultHistoryFilter, ...change } }));
}
