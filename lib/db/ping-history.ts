import { and, asc, desc, eq, getTableColumns, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryPlace } from '@/lib/domain/history-place';
import { pingSchema, type Ping } from '@/lib/domain/ping';
import type { Queryable } from './client';
import { historyWhere, type HistorySelection } from './history-where';
import { lastPings, pingRequests, pings } from './schema';

/** Running pings have no duration yet, and come after all that have one. */
const slowness = sql<number>`coalesce(${pings.tookMs}, -1)`;

type Sort = HistoryFilter['sort'];

type Columns = { key: PgColumn | SQL; id: PgColumn };

function orderBy(sort: Sort, { key, id }: Columns): SQL[] {
  return sort === 'oldest' ? [asc(key), asc(id)] : [desc(key), desc(id)];
}

function isAfter(sort: Sort, { key, id }: Columns, place: HistoryPlace | null): SQL | undefined {
  if (place === null) return undefined;
  // A place of another order is of no use, but must not break the query.
  const value = sort === 'slowest' ? sql`${place.key}::bigint` : new Date(place.key);
  return sort === 'oldest'
    ? sql`(${key}, ${id}) > (${value}, ${place.id})`
    : sql`(${key}, ${id}) < (${value}, ${place.id})`;
}

export type HistoryRow = { ping: Ping; place: HistoryPlace };

type Page = { limit: number; after: HistoryPlace | null };

function selectInOrder(q: Queryable, selection: HistorySelection, { limit, after }: Page) {
  const { sort } = selection.filter;
  const columns = { key: sort === 'slowest' ? slowness : pings.createdAt, id: pings.id };
  return q
    .select()
    .from(pings)
    .where(and(historyWhere(selection), isAfter(sort, columns, after)))
    .orderBy(...orderBy(sort, columns))
    .limit(limit);
}

/** Led by what one person asked for, in order, because a person has few of all the pings of a year. */
function selectAsked(q: Queryable, selection: HistorySelection, agent: string, { limit, after }: Page) {
  const { filter, span } = selection;
  const { sort } = filter;
  const columns = { key: pingRequests.pingAt, id: pingRequests.pingId };
  const asked = q
    .selectDistinct(columns)
    .from(pingRequests)
    .where(
      and(
        eq(pingRequests.actorId, agent),
        span.from ? gte(pingRequests.pingAt, span.from) : undefined,
        span.to ? lt(pingRequests.pingAt, span.to) : undefined,
        isAfter(sort, columns, after),
      ),
    )
    .orderBy(...orderBy(sort, columns))
    .as('asked');
  return q
    .select(getTableColumns(pings))
    .from(asked)
    .innerJoin(pings, eq(pings.id, asked.id))
    .where(historyWhere({ ...selection, filter: { ...filter, agent: null } }))
    .orderBy(...orderBy(sort, asked))
    .limit(limit);
}

/** Led by the last pings in order: among all pings they lie the further apart, the older they are. */
function selectLast(q: Queryable, selection: HistorySelection, { limit, after }: Page) {
  const { filter, span } = selection;
  const columns = { key: lastPings.createdAt, id: lastPings.pingId };
  const others = { ...selection, filter: { ...filter, last: false } };
  // With nothing else to look for, the moments stand once: the planner takes a second time for a second condition.
  const isAlone = historyWhere({ ...others, span: { from: null, to: null } }) === undefined;
  return q
    .select(getTableColumns(pings))
    .from(lastPings)
    .innerJoin(pings, eq(pings.id, lastPings.pingId))
    .where(
      and(
        span.from ? gte(lastPings.createdAt, span.from) : undefined,
        isAfter(filter.sort, columns, after),
        isAlone ? undefined : historyWhere(others),
      ),
    )
    .orderBy(...orderBy(filter.sort, columns))
    .limit(limit);
}

function selectPage(q: Queryable, selection: HistorySelection, page: Page) {
  const { filter, span } = selection;
  if (filter.sort === 'slowest') return selectInOrder(q, selection, page);
  if (filter.agent !== null) return selectAsked(q, selection, filter.agent, page);
  return filter.last && span.to === null ? selectLast(q, selection, page) : selectInOrder(q, selection, page);
}

/**
 * Pings of a filter in its order, after a place. A page costs the same however deep it lies, and no ping comes twice or
 * is left out because others arrive meanwhile.
 */
export async function selectHistory(
  q: Queryable,
  selection: HistorySelection,
  page: Page,
): Promise<HistoryRow[]> {
  const { sort } = selection.filter;
  const rows = await selectPage(q, selection, page);
  return rows.map((row) => {
    const key = sort === 'slowest' ? (row.tookMs ?? -1) : row.createdAt.getTime();
    return { ping: pingSchema.parse(row), place: { key, id: row.id } };
  });
}

/** How many pings a filter has, those of the wrong customer included. */
export async function countHistory(q: Queryable, selection: HistorySelection): Promise<number> {
  const [row] = await q
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(pings)
    .where(historyWhere(selection));
  return row?.count ?? 0;
}
