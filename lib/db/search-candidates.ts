import { and, sql } from 'drizzle-orm';
import { z } from 'zod';
import { fitOf } from '@/lib/domain/search-match';
import type { Found } from '@/lib/domain/search-rank';
import type { ServiceFilter } from '@/lib/domain/service-filter';
import type { TypedSearch } from '@/lib/domain/typed-search';
import type { Queryable } from './client';
import {
  nameSources,
  namesWith,
  numberAndAddressSources,
  recordsWith,
  type Part,
  type Source,
} from './search-sources';
import { selectWordsLike, selectWordsWithTypo } from './search-words';
import { whereFilter } from './service-filters';

export type Search = {
  typed: TypedSearch;
  filter: ServiceFilter;
  /** Whose recent services come first; null for a program. */
  personId: string | null;
  /** False leaves out documents for those who may not see them. */
  withDocument: boolean;
  /** How many there shall be, if there are so many. */
  wanted: number;
};

const RECENT = 30;
/** With so many found otherwise nobody needs those with a typo; of three words and more, one that has them all is enough. */
const ENOUGH_WITHOUT_TYPO = 3;
const MANY_WORDS = 3;

const rowsSchema = z.array(
  z.object({
    service_id: z.number(),
    name: z.string(),
    text: z.string(),
    sounds: z.string(),
    phones: z.string(),
    document: z.string(),
    ip: z.string().nullable(),
    mac: z.string().nullable(),
    standing: z.number(),
    recent: z.boolean(),
  }),
);

const COLUMNS = sql.raw(`service_id, search_name as name, search_text as text, search_sounds as sounds,
  search_phones as phones, search_document as document, ip, translate(lower(mac), ':-. ', '') as mac, standing`);

/** The services that this person opened or pinged last. */
const recentPart = (personId: string): Part => ({
  where: sql`service_id in (
    (select service_id from service_views where user_id = ${personId} order by viewed_at desc limit ${RECENT})
    union
    select pings.service_id from pings join (
      select ping_id from ping_requests where actor_id = ${personId} order by requested_at desc limit ${RECENT}
    ) asked on asked.ping_id = pings.id)`,
  limit: 2 * RECENT,
  recent: true,
});

async function readParts(q: Queryable, parts: readonly Part[], filter: ServiceFilter) {
  const selects = parts.map(
    ({
      where,
      order,
      limit,
      recent = false,
    }) => sql`(select ${COLUMNS}, ${recent}::boolean as recent from services
      where ${and(where, whereFilter(filter))} ${order ? sql`order by ${order}` : sql``} limit ${limit})`,
  );
  const { rows } = await q.execute(sql.join(selects, sql` union all `));
  return rowsSchema.parse(rows);
}

/** Takes in what a source finds, and says whether that is enough. */
type Take = (source: Source) => Promise<boolean>;

/** What is left when the very words gave too few: their beginnings, the address, the sound, and at last a typo. */
async function takeForgiving(
  q: Queryable,
  typed: TypedSearch,
  found: ReadonlyMap<number, Found>,
  take: Take,
): Promise<void> {
  const { words, digits } = typed;
  if (words.length === 0) return;
  if (digits !== null) return void (await take(recordsWith([], typed, 'elsewhere')));
  const like = await selectWordsLike(q, words);
  const beginning = like.map((one) => one.beginning);
  const names = namesWith(beginning, typed, 'prefix');
  if (names !== null && (await take(names))) return;
  if (await take(recordsWith(beginning, typed, 'elsewhere'))) return;
  const meant = like.map((one) => [...one.beginning, ...one.sounding]);
  const sounding = like.some((one) => one.sounding.length > 0) ? namesWith(meant, typed, 'sound') : null;
  if (sounding !== null && (await take(sounding))) return;
  if (found.size >= (words.length < MANY_WORDS ? ENOUGH_WITHOUT_TYPO : 1)) return;
  const typos = await selectWordsWithTypo(q, words);
  const all = meant.map((one, index) => [...new Set([...one, ...(typos[index] ?? [])])]);
  await take(recordsWith(all, typed, 'typo'));
}

/**
 * Puts into `found` what fits, reading one source after the other until what is wanted cannot get better. What is there
 * stays when a later source is cut off.
 */
export async function gatherCandidates(
  q: Queryable,
  search: Search,
  found: Map<number, Found>,
): Promise<void> {
  const { typed, withDocument, filter, personId, wanted } = search;
  let recent = personId === null ? [] : [recentPart(personId)];

  async function take({ parts, settles }: Source): Promise<boolean> {
    // The recent ones come along with the first source, which saves a way to the database.
    const rows = await readParts(q, [...recent, ...parts], filter);
    recent = [];
    for (const { service_id: serviceId, ...row } of rows) {
      if (found.has(serviceId) && !row.recent) continue;
      const document = withDocument ? row.document : '';
      const fit = fitOf({ ...row, serviceId, document }, typed);
      if (fit !== null) found.set(serviceId, { ...row, ...fit, serviceId, customer: row.document });
    }
    return [...found.values()].filter(settles).length >= wanted;
  }

  const first = numberAndAddressSources(typed, wanted, withDocument);
  for (const source of first) if (await take(source)) return;
  // Whoever types an address that is there does not mean the same letters in a name.
  if ((typed.ip ?? typed.mac) !== null && found.size > 0) return;
  for (const source of nameSources(typed, wanted)) if (await take(source)) return;
  await takeForgiving(q, typed, found, take);
}
