import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneTypo, isOneTypoInBeginning } from './typo';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });

/** Every text that one typo can make of a word, the slow way. */
function typosOf(text: string): Set<string> {
  const made = new Set<string>([text]);
  for (let at = 0; at <= text.length; at += 1) {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    if (after !== '') made.add(before + after.slice(1));
    if (after.length > 1) made.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of 'abc') {
      made.add(before + letter + after);
      if (after !== '') made.add(before + letter + after.slice(1));
    }
  }
  return made;
}

describe('one typo', () => {
  it.each([
    ['a letter missing', 'gutierez', 'gutierrez'],
    ['a letter too many', 'perrez', 'perez'],
    ['another letter', 'fernamda', 'fernanda'],
    ['two letters swapped', 'jsoe', 'jose'],
    ['the first letter', 'bernando', 'fernando'],
    ['the last letter', 'vargaz', 'vargas'],
  ])('is %s', (_what, typed, meant) => {
    expect(isOneTypo(typed, meant)).toBe(true);
    expect(isOneTypo(meant, typed)).toBe(true);
  });

  it.each([
    ['gutirez', 'gutierrez'],
    ['jeso', 'jose'],
    ['ana', 'anita'],
  ])('is not what lies between %s and %s', (typed, meant) => {
    expect(isOneTypo(typed, meant)).toBe(false);
  });

  it('is found exactly where one change makes the one of the other', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneTypo(a, b)).toBe(typosOf(a).has(b));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('one typo in a beginning', () => {
  it('leaves the rest of the word to be typed', () => {
    expect(isOneTypoInBeginning('gutir', 'gutierrez')).toBe(true);
    expect(isOneTypoInBeginning('rodirg', 'rodriguez')).toBe(true);
    expect(isOneTypoInBeginning('xxtie', 'gutierrez')).toBe(false);
  });

  it('is not looked for in four letters, which half of all names nearly begin with', () => {
    expect(isOneTypoInBeginning('gutr', 'gutierrez')).toBe(false);
  });
});
