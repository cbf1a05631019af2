import { and, eq, gte, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { standingOf } from '@/lib/domain/search-rank';
import { SERVICE_FILTERS, type ServiceFilter, type ServiceFilterName } from '@/lib/domain/service-filter';
import type { Queryable } from './client';
import { services } from './schema';

const COLUMNS = {
  zone: services.zoneName,
  router: services.routerName,
  sector: services.sectorName,
  status: services.status,
};

/** Only services of these names; undefined when any will do. */
export function whereFilter(filter: ServiceFilter): SQL | undefined {
  const named = SERVICE_FILTERS.map((name) => {
    const value = filter[name];
    return value === null ? undefined : eq(COLUMNS[name], value);
  });
  // The word for the account says where in the order its services begin; without this all others would be passed first.
  const from = filter.status === null ? undefined : gte(services.standing, standingOf(filter.status));
  return and(...named, from);
}

/** How many services have each name, for the choices of a filter. */
export type FilterChoices = Record<ServiceFilterName, { name: string; services: number }[]>;

const rowsSchema = z.array(
  z.object({ kind: z.enum(SERVICE_FILTERS), name: z.string(), services: z.number() }),
);

/** Every name that a filter can be set to, in the order of the alphabet; services that vanished are not counted. */
export async function selectFilterChoices(q: Queryable): Promise<FilterChoices> {
  // One reading of the table for all four; the column that is not grouped away names the kind.
  const { rows } = await q.execute(sql`
    select * from (
      select case when grouping(zone_name) = 0 then 'zone' when grouping(router_name) = 0 then 'router'
          when grouping(sector_name) = 0 then 'sector' else 'status' end as kind,
        coalesce(zone_name, router_name, sector_name, status) as name, count(*)::integer as services
      from services where vanished_at is null
      group by grouping sets ((zone_name), (router_name), (sector_name), (status))) counted
    where name is not null and name <> '' order by kind, name`);
  const choices: FilterChoices = { zone: [], router: [], sector: [], status: [] };
  for (const { kind, ...choice } of rowsSchema.parse(rows)) choices[kind].push(choice);
  return choices;
}
