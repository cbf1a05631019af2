import { and, inArray, lt, sql } from 'drizzle-orm';
import {
  gatherCustomers,
  isCustomerDocument,
  rankFound,
  VANISHED,
  type Found,
} from '@/lib/domain/search-rank';
import type { ServiceFilter } from '@/lib/domain/service-filter';
import type { Database, Queryable } from './client';
import { services } from './schema';
import { gatherCandidates, type Search } from './search-candidates';
import { NAME_KEY } from './search-sources';
import { whereFilter } from './service-filters';
import { directoryColumns, toDirectoryService, type DirectoryService } from './services';
import { isStatementTimeout } from './unavailable';

/** A service that was found. `customer` tells those of one document: the least of their ids, and how many there are. */
export type FoundService = DirectoryService & { customer: { key: number; services: number } | null };

/** A search that takes longer is of no use to somebody who is still typing. */
const TIMEOUT_MS = 2000;

/** The services of each customer who has several, by the digits of the document. Those that vanished are not counted. */
async function selectCustomers(q: Queryable, documents: readonly string[]) {
  const told = [...new Set(documents.filter(isCustomerDocument))];
  if (told.length === 0) return new Map<string, { key: number; services: number }>();
  const rows = await q
    .select({
      document: services.searchDocument,
      key: sql`min(${services.serviceId})`.mapWith(Number),
      services: sql`count(*)`.mapWith(Number),
    })
    .from(services)
    .where(and(inArray(services.searchDocument, told), lt(services.standing, VANISHED)))
    .groupBy(services.searchDocument)
    .having(sql`count(*) > 1`);
  return new Map(rows.map(({ document, ...customer }) => [document, customer]));
}

/** The records of these services in their order, with who has several of them. */
async function readServices(
  q: Queryable,
  picked: readonly { serviceId: number; customer: string; standing: number }[],
): Promise<FoundService[]> {
  if (picked.length === 0) return [];
  const ids = picked.map(({ serviceId }) => serviceId);
  const listed = picked.filter(({ standing }) => standing < VANISHED);
  const [rows, customers] = await Promise.all([
    q.select(directoryColumns).from(services).where(inArray(services.serviceId, ids)),
    selectCustomers(
      q,
      listed.map(({ customer }) => customer),
    ),
  ]);
  const byId = new Map(rows.map((row) => [row.service.serviceId, toDirectoryService(row)]));
  return picked.flatMap(({ serviceId, customer, standing }) => {
    const service = byId.get(serviceId);
    const several = standing < VANISHED ? customers.get(customer) : undefined;
    return service ? [{ ...service, customer: several ?? null }] : [];
  });
}

/**
 * Services that fit what was typed, best match first, those of one customer together. Of many that fit equally well only
 * the first hundreds are looked at. `cutShort` says that the database took too long: what was found until then is there.
 */
export async function searchServices(
  db: Database,
  search: Omit<Search, 'wanted'> & { limit: number; offset: number; timeoutMs?: number },
): Promise<{ services: FoundService[]; more: boolean; cutShort: boolean }> {
  const { limit, offset, timeoutMs = TIMEOUT_MS } = search;
  const found = new Map<number, Found>();
  let cutShort = false;
  try {
    await db.transaction(
      async (tx) => {
        // An index is always better here; a guess that goes wrong would read the whole table.
        await tx.execute(sql`select set_config('statement_timeout', ${String(timeoutMs)}, true),
          set_config('enable_seqscan', 'off', true)`);
        await gatherCandidates(tx, { ...search, wanted: offset + limit + 1 }, found);
      },
      { accessMode: 'read only' },
    );
  } catch (error) {
    if (!isStatementTimeout(error)) throw error;
    cutShort = true;
  }
  const ranked = gatherCustomers(rankFound([...found.values()], search.typed.text));
  const page = ranked.slice(offset, offset + limit);
  return { services: await readServices(db, page), more: ranked.length > offset + limit, cutShort };
}

/** Where a list goes on: after this service, which had this standing and name when it was read. */
export type ListPlace = readonly [standing: number, name: string, serviceId: number];

/** All services of the filter: the active ones first, by name. */
export async function listServices(
  q: Queryable,
  page: { filter: ServiceFilter; after: ListPlace | null; limit: number },
): Promise<{ services: FoundService[]; next: ListPlace | null }> {
  const place = sql`${services.standing}, ${NAME_KEY}, ${services.serviceId}`;
  const { after } = page;
  const beyond = after && sql`(${place}) > (${after[0]}::smallint, ${after[1]}, ${after[2]}::integer)`;
  const rows = await q
    .select({
      standing: services.standing,
      name: sql`${NAME_KEY}`.mapWith(String),
      serviceId: services.serviceId,
      customer: services.searchDocument,
    })
    .from(services)
    .where(and(whereFilter(page.filter), beyond ?? undefined))
    .orderBy(place)
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    services: await readServices(q, shown),
    next: last ? [last.standing, last.name, last.serviceId] : null,
  };
}
