import { and, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Found } from '@/lib/domain/fact-filter';
import type { HistoryFilter, Span } from '@/lib/domain/history-filter';
import type { RemarkCode } from '@/lib/domain/remark-code';
import { anyId, anyNumber } from './any-of';
import { MANY_FOUND } from './history-text';
import { pings } from './schema';

/** A filter with its moments and with what its free text stands for; null without a free text. */
export type HistorySelection = { filter: HistoryFilter; span: Span; found: Found | null };

const isOf = (serviceIds: readonly number[]) => sql`${pings.serviceId} = ${anyNumber(serviceIds)}`;
const isOne = (ids: readonly string[]) => (ids.length === 0 ? undefined : sql`${pings.id} = ${anyId(ids)}`);

function isFound({ words, serviceIds, pingIds, apart, manyNotes }: Found): SQL | undefined {
  const holdsAll = sql`like all (${sql.param(words.map((word) => `%${word}%`))}::text[])`;
  const ofCustomer = sql`(select s.search_text from services s where s.service_id = ${pings.serviceId}) ${holdsAll}`;
  const ofNote = sql`exists (
    select 1 from service_notes n
    where n.service_id = ${pings.serviceId} and (n.ping_id is null or n.ping_id = ${pings.id})
      and n.search_text ${holdsAll})`;
  return or(
    ...(serviceIds.length < MANY_FOUND ? [isOf(serviceIds)] : [ofCustomer, isOf(apart.serviceIds)]),
    ...(manyNotes ? [ofNote, isOne(apart.pingIds)] : [isOne(pingIds)]),
  );
}

/** Somebody asked for it, first or later; the moments of the span stand here too, because they narrow the search. */
function isAskedBy(agent: string, { from, to }: Span): SQL {
  const moments = and(from ? sql`r.ping_at >= ${from}` : undefined, to ? sql`r.ping_at < ${to}` : undefined);
  return sql`${pings.id} in (
    select r.ping_id from ping_requests r where r.actor_id = ${agent} ${moments ? sql`and ${moments}` : sql``})`;
}

/**
 * No later ping of the same service in the span; what was made for the wrong customer says nothing of either. Of a span
 * without an end the table of last pings knows it.
 */
function isLast({ to }: Span): SQL {
  if (to === null) return sql`exists (select 1 from last_pings last where last.ping_id = ${pings.id})`;
  const later = sql`exists (
    select 1 from pings later
    where later.service_id = ${pings.serviceId}
      and (later.created_at, later.id) > (${pings.createdAt}, ${pings.id})
      and later.wrong_customer_at is null and later.created_at < ${to})`;
  return sql`(${pings.wrongCustomerAt} is null and not ${later})`;
}

/** Each remark has an index of its own, which is found only where the code stands in the query itself. */
const hasRemark = (code: RemarkCode) => sql`${pings.remarks} @> ${sql.raw(`'{${code}}'`)}`;

/** The conditions of a filter on the table of pings. */
export function historyWhere({ filter, span, found }: HistorySelection): SQL | undefined {
  const { outcomes, remark, zone, router, sector, agent, source, serviceId, last } = filter;
  return and(
    span.from ? gte(pings.createdAt, span.from) : undefined,
    span.to ? lt(pings.createdAt, span.to) : undefined,
    outcomes.length > 0 ? inArray(pings.outcome, outcomes) : undefined,
    remark === null ? undefined : hasRemark(remark),
    zone === null ? undefined : eq(pings.zoneName, zone),
    router === null ? undefined : eq(pings.routerName, router),
    sector === null ? undefined : eq(pings.sectorName, sector),
    agent === null ? undefined : isAskedBy(agent, span),
    source === null ? undefined : eq(pings.source, source),
    serviceId === null ? undefined : eq(pings.serviceId, serviceId),
    found === null ? undefined : isFound(found),
    last ? isLast(span) : undefined,
  );
}
