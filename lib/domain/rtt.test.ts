import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rttSchema, rttStatistics } from './rtt';

describe('round-trip statistics', () => {
  it('without a reply every figure is null, never a fake zero', () => {
    expect(rttStatistics([])).toEqual({ min: null, avg: null, median: null, max: null, jitter: null });
  });

  it('one reply has no jitter', () => {
    expect(rttStatistics([7])).toEqual({ min: 7, avg: 7, median: 7, max: 7, jitter: null });
  });

  it('a real zero stays zero', () => {
    expect(rttStatistics([0, 0])).toEqual({ min: 0, avg: 0, median: 0, max: 0, jitter: 0 });
  });

  it('jitter is the mean difference of consecutive times, in the order they were sent, not the spread', () => {
    expect(rttStatistics([10, 20, 10, 20]).jitter).toBe(10);
    expect(rttStatistics([10, 10, 20, 20]).jitter).toBeCloseTo(3.333, 3);
    expect(rttStatistics([1, 2, 3, 100]).jitter).toBe(33);
  });

  it('times are compared as numbers, not as words', () => {
    expect(rttStatistics([100, 9, 20])).toMatchObject({ min: 9, median: 20, max: 100 });
  });

  it('the median of an even number of replies is the middle of the two in the middle', () => {
    expect(rttStatistics([1, 3, 8, 100]).median).toBe(5.5);
  });

  it('the list that was given is left in its order', () => {
    const times = [3, 1, 2];
    rttStatistics(times);
    expect(times).toEqual([3, 1, 2]);
  });

  it('min ≤ median ≤ max, min ≤ avg ≤ max, and the jitter is at most the spread', () => {
    const times = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(times, (list) => {
        const rtt = rttSchema.parse(rttStatistics(list));
        const { min, median, avg, max } = rtt;
        const near = 0.002;
        expect(min).not.toBeNull();
        expect(min ?? NaN).toBeLessThanOrEqual((median ?? NaN) + near);
        expect(median ?? NaN).toBeLessThanOrEqual((max ?? NaN) + near);
        expect(min ?? NaN).toBeLessThanOrEqual((avg ?? NaN) + near);
        expect(avg ?? NaN).toBeLessThanOrEqual((max ?? NaN) + near);
        expect(rtt.jitter === null).toBe(list.length === 1);
        if (rtt.jitter !== null) expect(rtt.jitter).toBeLessThanOrEqual((max ?? NaN) - (min ?? NaN) + near);
      }),
      { numRuns: 1000 },
    );
  });
});
