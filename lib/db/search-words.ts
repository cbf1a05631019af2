import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { hasOneTypo, LEAST_SOUND_BEGINNING, soundsLike } from '@/lib/domain/search-match';
import type { TypedWord } from '@/lib/domain/typed-search';
import { isOneTypo, SHORTEST_BEGINNING, SHORTEST_WITH_TYPO } from '@/lib/domain/typo';
import type { Queryable } from './client';
import { escapeLike } from './escape-like';

const MOST_COMPARED = 500;
const MOST_TYPOS = 40;
const MOST_BEGINNING = 100;

const rowsSchema = z.array(z.object({ index: z.number(), word: z.string(), sound: z.string() }));

const beginning = (text: string) => `${escapeLike(text)}%`;
const reversed = (text: string) => [...text].reverse().join('');

/** Reads the known words of each typed word in one query; null asks for none. */
async function readWords(q: Queryable, queries: readonly (SQL | null)[]) {
  const asked = queries.flatMap((query, index) =>
    query === null ? [] : [sql`(select ${index}::integer as index, word, sound from (${query}) known)`],
  );
  const rows = asked.length === 0 ? [] : (await q.execute(sql.join(asked, sql` union all `))).rows;
  const known = rowsSchema.parse(rows);
  return queries.map((_, index) => known.filter((row) => row.index === index));
}

function likeQuery({ word, sound, soundBeginning }: TypedWord): SQL {
  const sounds = soundBeginning.length < LEAST_SOUND_BEGINNING ? sound : beginning(soundBeginning);
  return sql`(select word, sound from search_words where word like ${beginning(word)} limit ${MOST_BEGINNING})
    union
    (select word, sound from search_words where sound = ${sound} or sound like ${sounds} limit ${MOST_BEGINNING})`;
}

/** For each typed word, the words of names that begin so, and those that sound like it. */
export async function selectWordsLike(
  q: Queryable,
  typed: readonly TypedWord[],
): Promise<{ beginning: string[]; sounding: string[] }[]> {
  const known = await readWords(q, typed.map(likeQuery));
  return typed.map((one, index) => {
    const begins = (word: string) => word.startsWith(one.word);
    const words = known[index] ?? [];
    return {
      beginning: words.map(({ word }) => word).filter(begins),
      sounding: words
        .filter(({ word, sound }) => !begins(word) && soundsLike(sound, one))
        .map(({ word }) => word),
    };
  });
}

/** So many letters stand as they were typed, at the beginning or the end of the word, whichever one is wrong. */
const intactLength = (word: string) => Math.max(2, Math.floor((word.length - 1) / 2));

/** Of four letters two stand at one end, which keeps the words few; but not when the two in the middle were swapped. */
const beginningsOf = (word: string) => {
  const [first = '', second = '', third = '', ...rest] = word;
  const beginnings = [word.slice(0, intactLength(word))];
  return word.length === 4 ? [...beginnings, first + third + second + rest.join('')] : beginnings;
};

const beginsOrEnds = (column: 'word' | 'sound', typed: string) => {
  const name = sql.raw(column);
  const begins = beginningsOf(typed).map((text) => sql`${name} like ${beginning(text)}`);
  const end = beginning(reversed(typed.slice(-intactLength(typed))));
  return sql.join([...begins, sql`reverse(${name}) like ${end}`], sql` or `);
};

const spoken = (text: string) => text.replaceAll('h', '');

/** Words so long that one typo can make them what was typed; of a longer typed word they may go on. */
function isLongEnough(word: string): SQL {
  const least = sql`length(word) >= ${word.length - 1}`;
  if (word.length >= SHORTEST_BEGINNING) return least;
  return sql`${least} and (length(word) <= ${word.length + 1}
    or length(replace(word, 'h', '')) <= ${spoken(word).length + 1})`;
}

function typoQuery(typed: TypedWord | null): SQL | null {
  if (typed === null) return null;
  const { word, sound } = typed;
  if (word.length < SHORTEST_WITH_TYPO || /^\d+$/.test(word)) return null;
  return sql`select word, sound from search_words
    where (${beginsOrEnds('word', word)} or ${beginsOrEnds('sound', sound)})
      and ${isLongEnough(word)}
    group by word, sound
    order by abs(length(word) - ${word.length}), word
    limit ${MOST_COMPARED}`;
}

/** For each typed word, the words of names that differ by one typo, the nearest in length first; for null none. */
export async function selectWordsWithTypo(
  q: Queryable,
  typed: readonly (TypedWord | null)[],
): Promise<string[][]> {
  const known = await readWords(q, typed.map(typoQuery));
  return typed.map((one, index) => {
    if (one === null) return [];
    const near = (known[index] ?? []).filter(({ word, sound }) => hasOneTypo(one, word, sound));
    const words = [...new Set(near.map(({ word }) => word))];
    // A whole word comes before one that only begins so.
    const isWhole = (word: string) => isOneTypo(one.word, word);
    return [...words.filter(isWhole), ...words.filter((word) => !isWhole(word))].slice(0, MOST_TYPOS);
  });
}
