import { and, sql } from 'drizzle-orm';
import { z } from 'zod';
import { fitOf } from '@/lib/domain/search-match';
import type { Found } from '@/lib/domain/search-rank';
import type { ServiceFilter } from '@/lib/domain/service-filter';
import type { TypedSearch } from '@/lib/domain/typed-search';
import type { Queryable } from './client';
import {
  completedNames,
  HAS_ACCOUNT,
  NAME_KEY,
  nameSources,
  namesOf,
  namesThatBeginShort,
  namesWith,
  numberAndAddressSources,
  recordsWith,
  type Part,
  type Source,
  type WordsMeant,
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
/** So many whole names are made of words with a typo. */
const MOST_NAMES = 200;
/** Of names with a typo, which are compared letter by letter, fewer are looked at. */
const MOST_WITH_TYPO = 100;

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
    common: z.number(),
    turn: z.number(),
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

/** So many of one name are shown at first: of a page full of one name nobody sees the next. */
const HOMONYMS_AT_ONCE = 3;

/** When it is the turn of a row; whoever typed all of a name wants all who have it. */
const turnOf = (text: string) => sql`case when completed.key = ${text} then 0 else
  (row_number() over (partition by completed.key order by standing, service_id) - 1)::integer / ${HOMONYMS_AT_ONCE}::integer
  end`;

async function readParts(q: Queryable, parts: readonly Part[], filter: ServiceFilter) {
  const chosen = whereFilter(filter);
  const selects = parts.map(({ where, completes, order, limit, recent = false }) => {
    if (completes !== undefined)
      return sql`(select ${COLUMNS}, false as recent, common, ${turnOf(completes)} as turn
        from (${completedNames(completes, chosen, limit)}) completed
        join services on ${HAS_ACCOUNT} and ${NAME_KEY} = completed.key ${chosen ? sql`and ${chosen}` : sql``}
        order by turn, common desc, completed.key, standing, service_id limit ${limit})`;
    return sql`(select ${COLUMNS}, ${recent}::boolean as recent, 0 as common, 0 as turn from services
      where ${and(where, chosen) ?? sql`true`} ${order ? sql`order by ${order}` : sql``} limit ${limit})`;
  });
  const { rows } = await q.execute(sql.join(selects, sql` union all `));
  return rowsSchema.parse(rows);
}

/** Texts of one word from each list, in their order. */
function combinationsOf(lists: WordsMeant, most: number): string[] {
  const [first = [], ...others] = lists;
  return others
    .reduce(
      (texts, list) => texts.flatMap((text) => list.map((word) => `${text} ${word}`)).slice(0, most),
      [...first],
    )
    .slice(0, most);
}

/** Takes in what a source finds, and says whether that is enough. */
type Take = (source: Source) => Promise<boolean>;

/**
 * Names with a typo. Words that no name has are the odd ones: whole names first in which those stand corrected, then
 * names in which only they differ, and at last those with a typo in any word.
 */
async function takeTypos(q: Queryable, typed: TypedSearch, meant: WordsMeant, take: Take): Promise<void> {
  const typos = await selectWordsWithTypo(q, typed.words);
  if (typos.every((one) => one.length === 0)) return;
  const words = typed.words.map(({ word }, index) => ({ word, typos: typos[index] ?? [] }));
  const isName = (word: string, index: number) => meant[index]?.includes(word) ?? false;
  const hasOdd = words.some(({ word }, index) => !isName(word, index));
  const corrected = words.map((one, index) => {
    if (!isName(one.word, index)) return one.typos;
    return hasOdd ? [one.word] : [one.word, ...one.typos];
  });
  const all = words.map((one, index) => [...new Set([...(meant[index] ?? []), ...one.typos])]);
  const { parts, settles } = recordsWith(all, typed, 'typo');
  const differing = namesWith(corrected, typed, 'typo')?.parts ?? [];
  const others = [...differing, ...parts].map((part) => ({ ...part, limit: MOST_WITH_TYPO }));
  await take({ parts: [namesOf(combinationsOf(corrected, MOST_NAMES)), ...others], settles });
}

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
  const short = namesThatBeginShort(typed);
  if (short !== null && (await take(short))) return;
  const like = await selectWordsLike(q, words);
  const beginning = like.map((one) => one.beginning);
  const names = namesWith(beginning, typed, 'prefix');
  if (names !== null && (await take(names))) return;
  if (await take(recordsWith(beginning, typed, 'elsewhere'))) return;
  const meant = like.map((one) => [...one.beginning, ...one.sounding]);
  const sounding = like.some((one) => one.sounding.length > 0) ? namesWith(meant, typed, 'sound') : null;
  if (sounding !== null && (await take(sounding))) return;
  const sure = [...found.values()].filter(({ loose }) => !loose).length;
  if (sure >= (words.length < MANY_WORDS ? ENOUGH_WITHOUT_TYPO : 1)) return;
  await takeTypos(q, typed, meant, take);
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
      const known = found.get(serviceId);
      if (known) {
        known.recent ||= row.recent;
        if (row.common > 0) [known.common, known.turn] = [row.common, row.turn];
        continue;
      }
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
