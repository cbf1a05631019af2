/** Shorter words are left as they are typed: with one letter changed, "ana" is half of all names. */
export const SHORTEST_WITH_TYPO = 4;
/** From this length on the beginning of a word may hold the typo, while the rest is still being typed. */
export const SHORTEST_BEGINNING = 5;

/** True when one letter too many, too few, wrong, or swapped with its neighbour is all that differs. */
export function isOneTypo(typed: string, word: string): boolean {
  const [short, long] = typed.length <= word.length ? [typed, word] : [word, typed];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** True when what was typed so far begins the word, but for one typo. */
export function isOneTypoInBeginning(typed: string, word: string): boolean {
  if (typed.length < SHORTEST_BEGINNING) return false;
  return [-1, 0, 1].some((more) => isOneTypo(typed, word.slice(0, typed.length + more)));
}
