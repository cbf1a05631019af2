import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text';

describe('cleaning a foreign text', () => {
  it.each([
    ['  hola  ', 'hola'],
    ['a\u0000b', 'a b'],
    ['line\r\nnext\ttab', 'line next tab'],
    ['\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['a\u2028b\u2029c', 'a b c'],
    ['\u0085x\u009f', 'x'],
    ['José Núñez 🙂', 'José Núñez 🙂'],
    ['half \ud83d', 'half \ufffd'],
    ['', ''],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('a text is cut at 300 characters unless told otherwise', () => {
    expect(cleanText('x'.repeat(1000))).toHaveLength(300);
    expect(cleanText('x'.repeat(1000), 64)).toHaveLength(64);
  });

  it('a cut through an emoji leaves well-formed text', () => {
    expect(cleanText('ab🙂', 3)).toBe('ab\ufffd');
  });

  it('any text becomes one line of well-formed Unicode that PostgreSQL can store, within its length', () => {
    const text = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
      .map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'binary' })),
        fc.integer({ min: 1, max: 80 }),
        (raw, most) => {
          const clean = cleanText(raw, most);
          expect(clean.length).toBeLessThanOrEqual(most);
          expect(clean.isWellFormed()).toBe(true);
          expect(clean).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
