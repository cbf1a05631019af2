import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { rankOf, type Match } from '@/lib/domain/search-match';
import { VANISHED, type Found } from '@/lib/domain/search-rank';
import type { TypedSearch } from '@/lib/domain/typed-search';
import { services } from './schema';

export type Part = {
  where: SQL | undefined;
  order?: SQL;
  limit: number;
  /** True for services that the one who searches opened or pinged lately. */
  recent?: boolean;
};

/** One way of finding candidates by an index; which of them fit, and how well, the domain decides. */
export type Source = {
  parts: readonly Part[];
  /** True when no later source can bring anything better than this. */
  settles: (found: Found) => boolean;
};

/** Of what fits equally well, more is not looked at; whoever sees so many goes on typing. */
const MOST_CANDIDATES = 200;
const MOST_OF_A_RANGE = 60;
const MOST_IDS = 5;
const LARGEST_ID = 2_147_483_647;
/** By so many last digits a phone is found, whatever stands in front of them. */
const PHONE_END = 7;
const LEAST_PART = 4;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');
const beginsWith = (column: SQL, text: string) => sql`${column} like ${`${escapeLike(text)}%`}`;

/** Exactly as the indexes have it, else they are not used. */
const wordsIn = (column: 'search_name' | 'search_text') =>
  sql.raw(`array_to_tsvector(array_remove(string_to_array(left(${column}, 500), ' '), ''))`);
/** The order of names. */
export const NAME_KEY = sql.raw('(left(search_name, 100) collate "C")');

/** A word as `tsquery` reads it. */
const lexeme = (word: string, isBeginning: boolean) =>
  `'${word.replace(/['\\]/g, '$&$&')}'${isBeginning ? ':*' : ''}`;
const allOf = (terms: readonly string[]) => terms.map((term) => `(${term})`).join(' & ');
const matches = (words: SQL, query: string) => sql`${words} @@ ${query}::tsquery`;

const ACTIVE = 0;
const isAsGoodAs = (match: Match) => (found: Found) =>
  rankOf(found.match) <= rankOf(match) && found.standing !== VANISHED;

/** Names that begin with the very text, the active ones first, from an index in that order. */
function namesFrom(text: string, limit: number): Source {
  const parts = [0, 1, 2, 3].map((standing) => ({
    where: and(eq(services.standing, standing), beginsWith(NAME_KEY, text)),
    order: sql`${NAME_KEY}, ${services.serviceId}`,
    limit,
  }));
  return { parts, settles: (found) => isAsGoodAs('whole')(found) && found.standing === ACTIVE };
}

/** Whole words of the name. Beginnings of words are settled too where the name begins so: those came before. */
const wholeNames = (where: SQL, text: string): Source => ({
  parts: [{ where, limit: MOST_CANDIDATES }],
  settles: (found) =>
    isAsGoodAs('whole')(found) ||
    (found.match === 'prefix' && found.standing === ACTIVE && found.name.startsWith(text)),
});

/** For each typed word, the words of names that it can be. */
export type WordsMeant = readonly (readonly string[])[];

/** A word that must be there: one of `words`, or any that begins with `beginning`. */
type Term = { words: readonly string[]; beginning: string | null };

/** So many words are looked up one by one; a beginning of more is that of a good part of the directory. */
const MOST_ALTERNATIVES = 60;

const isRange = (words: readonly string[], word: string) =>
  words.filter((one) => one.startsWith(word)).length > MOST_ALTERNATIVES;

const queryOf = ({ words, beginning }: Term) =>
  [
    ...(beginning === null ? [] : [lexeme(beginning, true)]),
    ...words
      .filter((word) => beginning === null || !word.startsWith(beginning))
      .slice(0, MOST_ALTERNATIVES)
      .map((word) => lexeme(word, false)),
  ].join(' | ');

/** Rows that hold all terms, by the index. One range next to other terms is rather looked for row by row. */
function holdsAll(column: 'search_name' | 'search_text', terms: readonly Term[], match: Match): Source {
  const ranges = terms.filter(({ words, beginning }) => beginning !== null && isRange(words, beginning));
  const aside = terms.length > 1 && ranges.length === 1 ? ranges : [];
  const indexed = terms.filter((term) => !aside.includes(term));
  const begin = aside.map(({ beginning }) => sql`${sql.raw(`' ' || ${column}`)} like ${`% ${beginning}%`}`);
  const where = and(matches(wordsIn(column), allOf(indexed.map(queryOf))), ...begin);
  const limit = ranges.length > 0 ? MOST_OF_A_RANGE : MOST_CANDIDATES;
  return { parts: [{ where, limit }], settles: isAsGoodAs(match) };
}

/** Names that hold, for each typed word, one of those that it can be. Null when one of them can be none. */
export function namesWith(meant: WordsMeant, { words }: TypedSearch, match: Match): Source | null {
  if (meant.some((known) => known.length === 0)) return null;
  const terms = words.map(({ word }, index) => {
    const known = meant[index] ?? [];
    return { words: known, beginning: isRange(known, word) ? word : null };
  });
  return holdsAll('search_name', terms, match);
}

/**
 * Records that hold all words anywhere: as typed, or as one of those that they can be. The last one may be unfinished, and
 * so may those that no name has, because they are of an address.
 */
export function recordsWith(meant: WordsMeant, { words }: TypedSearch, match: Match): Source {
  const terms = words.map(({ word }, index) => {
    const known = meant[index] ?? [];
    // A number begins too many house numbers.
    const isUnfinished = (index === words.length - 1 || known.length === 0) && !/^\d+$/.test(word);
    return { words: [word, ...known], beginning: isUnfinished ? word : null };
  });
  return holdsAll('search_text', terms, match);
}

/** Names that begin with the very text, then those that hold all of its words. `wanted` is how many are to be shown. */
export function nameSources({ text, words, digits }: TypedSearch, wanted: number): Source[] {
  if (words.length === 0 || digits !== null) return [];
  const whole = allOf(words.map(({ word }) => lexeme(word, false)));
  return [namesFrom(text, wanted), wholeNames(matches(wordsIn('search_name'), whole), text)];
}

function numberSources({ digits, phone }: TypedSearch, wanted: number, withDocument: boolean): Source[] {
  if (digits === null) return [];
  const id = Number(digits) <= LARGEST_ID ? Number(digits) : -1;
  const idText = sql.raw('(service_id::text)');
  const contains = (part: string) => sql`${services.searchPhones} like ${`%${part}%`}`;
  const parts = [digits, phone].flatMap((part) => (part !== null && part.length >= LEAST_PART ? [part] : []));
  const ends = parts.map((part) => part.slice(-PHONE_END));
  const exact: Source = {
    parts: [
      { where: eq(services.serviceId, id), limit: 1 },
      ...(withDocument ? [{ where: eq(services.searchDocument, digits), limit: MOST_CANDIDATES }] : []),
      {
        where: beginsWith(idText, digits),
        order: sql`${idText} using ~<~`,
        limit: parts.length === 0 ? wanted : MOST_IDS,
      },
    ],
    settles: isAsGoodAs(parts.length === 0 ? 'id_begins' : 'mac'),
  };
  if (parts.length === 0) return [exact];
  const within = [
    or(...[...new Set(ends)].map(contains)),
    ...(withDocument ? [sql`${services.searchDocument} like ${`%${digits}%`}`] : []),
  ];
  return [
    exact,
    { parts: within.map((where) => ({ where, limit: MOST_CANDIDATES })), settles: isAsGoodAs('within') },
  ];
}

function addressSources({ ip, mac }: TypedSearch): Source[] {
  const macDigits = sql.raw(`(translate(lower(mac), ':-. ', ''))`);
  const parts = [
    { column: sql.raw('ip'), typed: ip },
    { column: macDigits, typed: mac },
  ].flatMap(({ column, typed }) =>
    typed === null
      ? []
      : [{ where: beginsWith(column, typed), order: sql`${column} using ~<~`, limit: MOST_CANDIDATES }],
  );
  return parts.length === 0 ? [] : [{ parts, settles: isAsGoodAs('begins') }];
}

/** The ways to find what is an address of the network, or a number. */
export function numberAndAddressSources(typed: TypedSearch, wanted: number, withDocument: boolean): Source[] {
  return [...addressSources(typed), ...numberSources(typed, wanted, withDocument)];
}
