import { fold } from '@/lib/domain/fold';
import type { Context } from '@/lib/operations/context';
import { searchServices } from '@/lib/operations/search-services';

const SHOWN = 12;
const TOP = 5;

/** What somebody types, with and without a typo, and whose name is meant. */
const MEANT = [
  ['jose nunez', 'José Núñez'],
  ['nunez jose', 'José Núñez'],
  ['joes nunez', 'José Núñez'],
  ['jose nnez', 'José Núñez'],
  ['luis gomez', 'Luis Gómez'],
  ['lusi gomez', 'Luis Gómez'],
] as const;

/** The beginning from which on, with every further letter, the place is so good or better. */
function beginningFrom(typed: string, places: readonly number[], most: number): string {
  const last = places.findLastIndex((place) => place > most);
  return last === typed.length - 1 ? 'never' : `"${typed.slice(0, last + 2)}"`;
}

/** Prints with which letter somebody is found, of the twelve who are shown. */
export async function printLetters(ctx: Context): Promise<void> {
  console.log(`\n${'found from this letter on'.padEnd(36)}${'first'.padEnd(16)}among five      on the page`);
  for (const [typed, meant] of MEANT) {
    const places: number[] = [];
    for (let length = 1; length <= typed.length; length += 1) {
      const q = typed.slice(0, length);
      const { services } = await searchServices(ctx, { q, recent: false, limit: SHOWN, offset: 0 });
      const index = services.findIndex(({ name }) => fold(name ?? '') === fold(meant));
      places.push(index < 0 ? Infinity : index + 1);
    }
    const columns = [1, TOP, SHOWN].map((most) => beginningFrom(typed, places, most).padEnd(16));
    console.log(`  ${`${typed} (${meant})`.padEnd(34)}${columns.join('')}`.trimEnd());
  }
}
