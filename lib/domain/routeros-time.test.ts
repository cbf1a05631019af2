import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routerosTimeMs } from './routeros-time';

describe('a RouterOS time', () => {
  it.each([
    ['386us', 0.386],
    ['5ms', 5],
    ['1ms287us', 1.287],
    ['1ms4us', 1.004],
    ['38ms412us', 38.412],
    ['1s20ms', 1020],
    ['1m2s', 62_000],
    ['0ms', 0],
    ['0us', 0],
    ['12ms 345us', 12.345],
    [' 12ms 345us ', 12.345],
    ['00:00:00.025000', 25],
    ['00:00:01', 1000],
    ['01:02:03.5', 3_723_500],
    ['1h', 3_600_000],
    ['1d', 86_400_000],
    ['1w', 604_800_000],
    ['500ns', 0.001],
    ['1.5ms', 1.5],
    ['7MS', 7],
    ['25', 25],
    ['25.5', 25.5],
    [25, 25],
    [0, 0],
    [0.3864, 0.386],
  ])('%j is %d ms', (time, ms) => {
    expect(routerosTimeMs(time)).toBe(ms);
  });

  it.each([
    '',
    ' ',
    'timeout',
    'ms',
    '5 ms',
    '5ms7',
    '-5ms',
    '+5ms',
    '5mss',
    '1e3',
    '1,5ms',
    '0x10',
    '٥ms',
    '5min',
    '00:00',
    '0:0:0',
    '00:00:00.',
    'Infinity',
    'NaN',
    '1ms '.repeat(30),
    '9'.repeat(41),
  ])('the text %j is not a time', (time) => {
    expect(routerosTimeMs(time)).toBeNull();
  });

  it.each([
    null,
    undefined,
    true,
    {},
    [],
    ['5ms'],
    -1,
    -0.001,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.MAX_VALUE,
    1e300,
  ])('the value %s is not a time', (time) => {
    expect(routerosTimeMs(time)).toBeNull();
  });

  it('a time too large for any ping is not a time, so that no statistic overflows', () => {
    for (const time of ['9'.repeat(38) + 'w', '9'.repeat(40), `${'9'.repeat(20)}:00:00`, 1e15]) {
      expect(routerosTimeMs(time)).toBeNull();
    }
  });

  it('minutes, seconds, milliseconds and microseconds written together give back their sum', () => {
    const part = (most: number) => fc.integer({ min: 0, max: most });
    fc.assert(
      fc.property(part(59), part(59), part(999), part(999), (m, s, ms, us) => {
        const expected = (m * 60_000_000 + s * 1_000_000 + ms * 1000 + us) / 1000;
        expect(routerosTimeMs(`${m}m${s}s${ms}ms${us}us`)).toBeCloseTo(expected, 3);
        expect(routerosTimeMs(`${m}m ${s}s ${ms}ms ${us}us`)).toBeCloseTo(expected, 3);
      }),
      { numRuns: 1000 },
    );
  });

  it('anything at all is null or a finite number that is not negative', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.double()), (time) => {
        const ms = routerosTimeMs(time);
        expect(ms === null || (Number.isFinite(ms) && ms >= 0)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
