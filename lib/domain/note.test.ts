import { describe, expect, it } from 'vitest';
import { NOTE_MOST, noteTextSchema } from './note';

const stored = (typed: string) => noteTextSchema.safeParse(typed).data;

describe('the text of a note', () => {
  it.each([
    ['cambió el PoE', 'cambió el PoE'],
    ['  uno\r\ndos\rtres \u2028cuatro\n', 'uno\ndos\ntres \ncuatro'],
    ['tab\there, bell\u0007, nul\u0000', 'tab here, bell , nul'],
    ['a lone half \ud83d of a pair', 'a lone half \ufffd of a pair'],
    ['<b>1 & 2</b>', '<b>1 & 2</b>'],
  ])('%j is kept as %j', (typed, text) => {
    expect(stored(typed)).toBe(text);
  });

  it.each(['', '   ', '\n\r\n', '\u0000'])('%j says nothing and is refused', (typed) => {
    expect(stored(typed)).toBeUndefined();
  });

  it('is kept up to its last character, and one more is refused', () => {
    expect(stored('ñ'.repeat(NOTE_MOST))).toHaveLength(NOTE_MOST);
    expect(stored(` ${'ñ'.repeat(NOTE_MOST)}\n`)).toHaveLength(NOTE_MOST);
    expect(stored('ñ'.repeat(NOTE_MOST + 1))).toBeUndefined();
  });
});
