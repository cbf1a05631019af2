import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedSearch } from './typed-search';

const read = (typed: string) => {
  const { words, digits, phone, ip, mac } = readTypedSearch(typed, '57');
  return { words: words.map(({ word }) => word), digits, phone, ip, mac };
};
const nothing = { words: [], digits: null, phone: null, ip: null, mac: null };

describe('what was typed', () => {
  it.each([
    ['a name', '  José  NÚÑEZ ', { words: ['jose', 'nunez'] }],
    ['an id', '12345', { words: ['12345'], digits: '12345', phone: '12345' }],
    ['two digits', '12', { words: ['12'], digits: '12' }],
    ['a phone', '300 123-4567', { words: ['300', '123', '4567'], digits: '3001234567', phone: '3001234567' }],
    [
      'a phone with its country',
      '+57 300 123',
      { words: ['57', '300', '123'], digits: '57300123', phone: '300123' },
    ],
    [
      'a document with points',
      '1.017.222',
      { words: ['1', '017', '222'], digits: '1017222', phone: '1017222' },
    ],
    [
      'a whole IP',
      '10.7.0.12',
      { words: ['10', '7', '0', '12'], digits: '107012', phone: '107012', ip: '10.7.0.12' },
    ],
    ['an IP so far', '10.7.', { words: ['10', '7'], digits: '107', phone: '107', ip: '10.7.' }],
    ['a MAC with colons', '02:00:5E:10:00:AA', { mac: '02005e1000aa' }],
    ['a MAC with dashes', '02-00-5e-10', { mac: '02005e10' }],
    ['a MAC of fours', '0200.5e10.00aa', { mac: '02005e1000aa' }],
    ['a MAC without anything between', '02005E1000AA', { mac: '02005e1000aa' }],
    ['a MAC so far', '02:00:5', { mac: '02005' }],
    ['the bare beginning of a MAC', '02005e', { mac: '02005e' }],
  ])('may be %s', (_what, typed, readings) => {
    expect(read(typed)).toMatchObject({ ...nothing, ...readings, words: expect.anything() });
    if ('words' in readings) expect(read(typed).words).toEqual(readings.words);
  });

  it.each(['fachada', 'cafe', 'ana', 'beba 12'])('is no MAC when it is a word: %s', (typed) => {
    expect(read(typed).mac).toBeNull();
  });

  it.each(['300.1.1.1', '10.256', '010.1', '10'])('is no IP when an octet cannot be one: %s', (typed) => {
    expect(read(typed).ip).toBeNull();
  });

  it('is nothing when it holds neither letters nor digits', () => {
    for (const typed of ['', '   ', '%', '--', "'\\"]) expect(read(typed)).toEqual(nothing);
  });

  it('can be anything, and is never more than eight words of forty letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const { words } = readTypedSearch(typed, '57');
        expect(words.length).toBeLessThanOrEqual(8);
        for (const { word, sound } of words) {
          expect(word).toMatch(/^[\p{Letter}\p{Number}]{1,40}$/u);
          expect(sound).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
