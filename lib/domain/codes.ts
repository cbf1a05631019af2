/** Numbers words from 1 on in the order they come; 0 stands for none. Columns of facts hold these numbers. */
export type Codes<Word> = {
  /** The number of a word, a new one where it has none yet. */
  of(word: Word | null): number;
  /** The number of a word, or -1 where nothing has it. */
  find(word: Word): number;
  word(code: number): Word | null;
  /** One more than the highest number: the length of a column with one place for each. */
  size(): number;
};

export function codes<Word>(): Codes<Word> {
  const words: (Word | null)[] = [null];
  const numbers = new Map<Word, number>();
  return {
    of(word) {
      if (word === null) return 0;
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, words.length);
      return words.push(word) - 1;
    },
    find: (word) => numbers.get(word) ?? -1,
    word: (code) => words[code] ?? null,
    size: () => words.length,
  };
}
