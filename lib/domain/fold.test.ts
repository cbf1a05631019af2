import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, fold } from './fold';

describe('folding a text for the search', () => {
  it.each([
    ['José  NÚÑEZ', 'jose nunez'],
    ['São João da Conceição', 'sao joao da conceicao'],
    ["O'Higgins, María-Ángeles", 'o higgins maria angeles'],
    ['  demo-uno@isp-demo  ', 'demo uno isp demo'],
    ['Calle 12 #34-56', 'calle 12 34 56'],
    ['İstanbul', 'istanbul'],
    ['', ''],
    ['—…!?', ''],
    ['日本 語', '日本 語'],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('an accent written as one character or as two is the same', () => {
    expect(fold('N\u00faN\u0303ez')).toBe(fold('Nu\u0301\u00d1ez'));
    expect(fold('Nu\u0301\u00d1ez')).toBe('nunez');
  });

  it('folding twice changes nothing more, and leaves no accent, capital or double space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        expect(once).not.toMatch(/\p{Mark}| {2}|^ | $/u);
        expect(once.toLowerCase()).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the digits of a text', () => {
  it.each([
    ['+54 (11) 4444-5555', '541144445555'],
    ['V-12.345.678', '12345678'],
    ['sin número', ''],
  ])('%j holds %j', (text, digits) => {
    expect(digitsOf(text)).toBe(digits);
  });
});
