import { describe, expect, it } from 'vitest';
import { fullestWindow, meanWindow } from './sliding-window';

describe('the fullest window', () => {
  it('lies anywhere, and not only where a minute of the clock begins', () => {
    expect(fullestWindow([0, 55, 58, 61, 64, 110, 119], 60)).toBe(5);
  });

  it('holds what comes just before its end, and not what comes at its end', () => {
    expect(fullestWindow([0, 59.9], 60)).toBe(2);
    expect(fullestWindow([0, 60], 60)).toBe(1);
  });

  it('does not depend on the order in which the log was written', () => {
    expect(fullestWindow([64, 0, 58, 55, 61], 60)).toBe(4);
  });

  it('of an empty log holds nothing', () => {
    expect(fullestWindow([], 60)).toBe(0);
  });
});

describe('the mean window', () => {
  it('of one request in every second holds as many as it has seconds', () => {
    const steady = Array.from({ length: 300 }, (_, second) => second * 1000);
    expect(meanWindow(steady, 60_000, 60_000, 299_000)).toBeCloseTo(60, 1);
  });

  it('of a burst that is over is nearer to nothing the longer it is watched', () => {
    const burst = Array.from({ length: 60 }, () => 0);
    expect(meanWindow(burst, 60_000, 1000, 59_000)).toBe(60);
    expect(meanWindow(burst, 60_000, 1000, 120_000)).toBeLessThan(31);
  });
});
