import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { rankOf, type Match } from '@/lib/domain/search-match';
import { completesName, VANISHED, type Found } from '@/lib/domain/search-rank';
import type { TypedSearch } from '@/lib/domain/typed-search';
import { escapeLike } from './escape-like';
import { services } from './schema';

export type Part = {
  where: SQL | undefined;
  /** Finds whole names that this text completes, the commonest first, instead of all that fits `where`. */
  completes?: string;
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

const [ACTIVE, SUSPENDED] = [0, 1];
const isAsGoodAs = (match: Match) => (found: Found) =>
  rankOf(found.match) <= rankOf(match) && !found.loose && found.standing !== VANISHED;

/** Names of one standing that begin with a text, in an order that an index has. */
const namesFrom = (standing: number, text: string, limit: number) => ({
  where: and(eq(services.standing, standing), beginsWith(NAME_KEY, text)),
  order: sql`${NAME_KEY}, ${services.serviceId}`,
  limit,
});

/** Names that begin with the very text: first those that it completes, then the active ones. */
function namesThatBegin({ text, words }: TypedSearch, limit: number): Source {
  const completed = words.length > 1 ? [{ where: undefined, completes: text, limit }] : [];
  return {
    parts: [
      ...completed,
      ...[ACTIVE, SUSPENDED, 2, VANISHED].map((standing) => namesFrom(standing, text, limit)),
    ],
    settles: (found) =>
      isAsGoodAs('whole')(found) && (found.standing === ACTIVE || completesName(found.name, text)),
  };
}

/** Whole words of the name. Beginnings of words are settled too where the name begins so: those came before. */
const wholeNames = (where: SQL, text: string): Source => ({
  parts: [{ where, limit: MOST_CANDIDATES }],
  settles: (found) =>
    isAsGoodAs('whole')(found) ||
    (found.match === 'prefix' && found.standing === ACTIVE && found.name.startsWith(text)),
});

/** So many names of one beginning are looked at for those that are whole: those of any two words and two letters more. */
const MOST_OF_A_BEGINNING = 2500;

/** The names that a text completes, with how many services have each. */
export function completedNames(text: string, filter: SQL | undefined, limit: number): SQL {
  const standings = [ACTIVE, SUSPENDED].map((standing) => {
    const { where, order } = namesFrom(standing, text, limit);
    return sql`(select ${NAME_KEY} as key from services where ${and(where, filter)} order by ${order}
      limit ${MOST_OF_A_BEGINNING})`;
  });
  return sql`select key, count(*)::integer as common from (${sql.join(standings, sql` union all `)}) begun
    where strpos(substr(key, ${text.length + 1}::integer), ' ') = 0
    group by key order by common desc, key limit ${limit}`;
}

/** Active or suspended; nobody asks for a name that only a closed account has. */
export const HAS_ACCOUNT = sql.raw('standing in (0, 1)');

/** Who has one of these very names, its words in this order. */
export const namesOf = (names: readonly string[]): Part => ({
  where: sql`${HAS_ACCOUNT} and ${NAME_KEY} = any(${sql.param([...names])}::text[])`,
  limit: MOST_OF_A_RANGE,
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

const isNumber = (word: string) => /^\d+$/.test(word);
/** So many numbers of one address leave few records, in which beginnings of its words are quickly looked for. */
const FEW_BY_NUMBERS = 2;

/** Rows that hold all terms, by the index. One range next to other terms is rather looked for row by row. */
function holdsAll(column: 'search_name' | 'search_text', terms: readonly Term[], match: Match): Source {
  const begun = terms.filter(({ beginning }) => beginning !== null);
  const ranges = begun.filter(({ words, beginning }) => beginning !== null && isRange(words, beginning));
  const numbers = terms.filter(({ words, beginning }) => beginning === null && words.every(isNumber));
  const byNumbers = numbers.length >= FEW_BY_NUMBERS;
  const single = terms.length > 1 && ranges.length === 1 ? ranges : [];
  // A word that may be another one too is only found by the index.
  const aside = byNumbers ? begun.filter(({ words }) => words.length === 1) : single;
  const indexed = terms.filter((term) => !aside.includes(term));
  const begin = aside.map(({ beginning }) => sql`${sql.raw(`' ' || ${column}`)} like ${`% ${beginning}%`}`);
  const where = and(matches(wordsIn(column), allOf(indexed.map(queryOf))), ...begin);
  const limit = ranges.length > 0 ? MOST_OF_A_RANGE : MOST_CANDIDATES;
  return { parts: [{ where, limit }], settles: isAsGoodAs(match) };
}

/** A shorter beginning is that of many names, however few words they are made of. */
const LEAST_BEGINNING = 3;

/**
 * Names of two words that have just been begun: those that begin with one and go on with the other, read in order until
 * there are enough. An index of words would first gather all that begin so. Null when there is a longer word to go by.
 */
export function namesThatBeginShort({ words }: TypedSearch): Source | null {
  const short = words.map(({ word }) => word);
  if (short.length < 2 || short.some((word) => word.length >= LEAST_BEGINNING)) return null;
  const parts = short.map((first) => {
    const { where, order } = namesFrom(ACTIVE, first, MOST_OF_A_RANGE);
    const others = short.filter((word) => word !== first);
    const hold = others.map((word) => sql`search_name like ${`% ${escapeLike(word)}%`}`);
    return { where: and(where, ...hold), order, limit: MOST_OF_A_RANGE };
  });
  return { parts, settles: isAsGoodAs('prefix') };
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
    // A number begins too many house numbers; and what a typo can mean has its beginnings in it already.
    const isLast = index === words.length - 1 && match !== 'typo';
    const isUnfinished = (isLast || known.length === 0) && !isNumber(word);
    return { words: [word, ...known], beginning: isUnfinished ? word : null };
  });
  return holdsAll('search_text', terms, match);
}

/** Names that begin with the very text, then those that hold all of its words. `wanted` is how many are to be shown. */
export function nameSources(typed: TypedSearch, wanted: number): Source[] {
  const { text, words, digits } = typed;
  if (words.length === 0 || digits !== null) return [];
  const whole = allOf(words.map(({ word }) => lexeme(word, false)));
  return [namesThatBegin(typed, wanted), wholeNames(matches(wordsIn('search_name'), whole), text)];
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
