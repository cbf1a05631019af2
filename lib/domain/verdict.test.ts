import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRules } from './rules';
import { isUnclear, judge, lossIntervalPercent } from './verdict';

const verdictOf = (received: number, sent: number) => judge({ sent, received }, defaultRules);

describe('the verdict', () => {
  it.each([
    [0, 1, 'no_internet'],
    [0, 4, 'no_internet'],
    [0, 100, 'no_internet'],
    [1, 1, 'stable'],
    [1, 4, 'intermittent'],
    [2, 4, 'intermittent'],
    [3, 4, 'intermittent'],
    [4, 4, 'stable'],
    [3, 5, 'intermittent'],
    [4, 5, 'stable'],
    [7, 10, 'intermittent'],
    [8, 10, 'stable'],
    [15, 20, 'intermittent'],
    [16, 20, 'stable'],
    [79, 100, 'intermittent'],
    [80, 100, 'stable'],
    [1, 100, 'intermittent'],
  ] as const)('%i of %i answered is %s', (received, sent, verdict) => {
    expect(verdictOf(received, sent)).toBe(verdict);
  });

  it('exactly 80 % is stable and one reply less is not, for every size that has an exact 80 %', () => {
    for (let sent = 5; sent <= 100; sent += 5) {
      const exact = (sent / 5) * 4;
      expect(verdictOf(exact, sent)).toBe('stable');
      expect(verdictOf(exact - 1, sent)).toBe('intermittent');
    }
  });

  it('one reply is enough for a line not to be called silent', () => {
    for (let sent = 1; sent <= 100; sent += 1) expect(verdictOf(1, sent)).not.toBe('no_internet');
  });
});

describe('the interval of the loss', () => {
  it.each([
    [0, 4, 0, 49],
    [1, 4, 5, 70],
    [0, 10, 0, 28],
    [0, 20, 0, 16],
    [4, 4, 51, 100],
    [10, 10, 72, 100],
  ])('%i lost of %i allows %i to %i %% of true loss', (lost, sent, low, high) => {
    const interval = lossIntervalPercent(lost, sent);
    expect(interval.map(Math.round)).toEqual([low, high]);
  });

  it('it lies within 0 and 100, holds what was measured, and mirrors when replies and losses change places', () => {
    const sample = fc
      .integer({ min: 1, max: 1000 })
      .chain((sent) => fc.tuple(fc.integer({ min: 0, max: sent }), fc.constant(sent)));
    fc.assert(
      fc.property(sample, ([lost, sent]) => {
        const [low, high] = lossIntervalPercent(lost, sent);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThan(high);
        const measured = (lost / sent) * 100;
        expect(low - 0.05).toBeLessThanOrEqual(measured);
        expect(high + 0.05).toBeGreaterThanOrEqual(measured);
        const [mirroredLow, mirroredHigh] = lossIntervalPercent(sent - lost, sent);
        expect(100 - mirroredHigh).toBeCloseTo(low, 5);
        expect(100 - mirroredLow).toBeCloseTo(high, 5);
      }),
      { numRuns: 2000 },
    );
  });

  it('more packets of the same loss narrow it', () => {
    const width = (lost: number, sent: number) => {
      const [low, high] = lossIntervalPercent(lost, sent);
      return high - low;
    };
    for (const times of [1, 2, 5, 10]) {
      expect(width(times * 2, times * 8)).toBeLessThan(width(times, times * 4));
    }
  });
});

describe('an unclear sample', () => {
  const unclear = (received: number, sent: number) => isUnclear({ sent, received }, defaultRules);

  it.each([
    [4, 4, true],
    [3, 4, true],
    [2, 4, true],
    [1, 4, false],
    [0, 4, false],
    [10, 10, true],
    [9, 10, true],
    [5, 10, false],
    [6, 10, true],
    [20, 20, false],
    [19, 20, true],
    [12, 20, false],
    [13, 20, true],
    [0, 10, false],
  ])('%i of %i answered: %s', (received, sent, expected) => {
    expect(unclear(received, sent)).toBe(expected);
  });

  it('the interval is compared with the boundary before it is rounded for the eye', () => {
    // The exact Wilson test of a share of 20 %: the score statistic lies within the 95 % quantile.
    const holdsBoundary = (lost: number, sent: number) =>
      Math.abs(lost / sent - 0.2) / Math.sqrt((0.2 * 0.8) / sent) <= 1.959963984540054;
    for (let sent = 1; sent <= 100; sent += 1) {
      for (let lost = 0; lost <= sent; lost += 1) {
        expect([lost, sent, unclear(sent - lost, sent)]).toEqual([lost, sent, holdsBoundary(lost, sent)]);
      }
    }
  });
});
