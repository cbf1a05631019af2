import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after';

const now = Date.parse('2026-05-08T12:00:00Z');
const asked = (header: string | undefined) => retryAfterMs(header, now);

describe('Retry-After', () => {
  it.each([
    ['1', 1000],
    ['30', 30_000],
    [' 30 ', 30_000],
    ['1.5', 1500],
    ['300', 300_000],
  ])('%j seconds are %i ms', (header, ms) => {
    expect(asked(header)).toBe(ms);
  });

  it.each([
    ['Fri, 08 May 2026 12:00:30 GMT', 30_000],
    ['Friday, 08-May-26 12:01:00 GMT', 60_000],
    ['Fri May  8 12:00:10 2026 GMT', 10_000],
  ])('the date %j is the time until then', (header, ms) => {
    expect(asked(header)).toBe(ms);
  });

  it.each(['301', '86400', '999999999999', 'Sat, 08 May 2027 12:00:00 GMT'])(
    '%j is cut to five minutes',
    (header) => {
      expect(asked(header)).toBe(300_000);
    },
  );

  it.each([
    undefined,
    '',
    ' ',
    'soon',
    '1e999',
    'NaN',
    'Infinity',
    '-5',
    '-1',
    'in 3 minutes',
    '5 seconds',
    '9'.repeat(400),
  ])('%j, missing or absurd, is five seconds', (header) => {
    expect(asked(header)).toBe(5000);
  });

  it('asked to slow down, we never answer with no wait at all: zero and a past date are five seconds', () => {
    expect(asked('0')).toBe(5000);
    expect(asked('Fri, 08 May 2026 11:59:59 GMT')).toBe(5000);
    expect(asked('Thu, 01 Jan 1970 00:00:00 GMT')).toBe(5000);
    expect(asked('0.001')).toBe(1000);
  });
});
