import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolling, nextLookDelayMs } from './polling';
import { anyPolling } from './test-polling';

const random = fc.double({ min: 0, max: 1, noNaN: true });

describe('the pace of looks', () => {
  it('the first look comes 2 s after creation, whatever the dice say', () => {
    for (const dice of [0, 0.5, 1]) expect(nextLookDelayMs(0, dice, defaultPolling)).toBe(2000);
  });

  it('later looks stay between 2 s and 5 s, at any look and any dice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), random, (looks, dice) => {
        const ms = nextLookDelayMs(looks, dice, defaultPolling);
        expect(ms).toBeGreaterThanOrEqual(2000);
        expect(ms).toBeLessThanOrEqual(5000);
      }),
      { numRuns: 3000 },
    );
  });

  it('the bounds of the settings hold for every sensible setting', () => {
    fc.assert(
      fc.property(anyPolling, fc.integer({ min: 0, max: 100 }), random, (settings, looks, dice) => {
        const ms = nextLookDelayMs(looks, dice, settings);
        if (looks === 0) expect(ms).toBe(settings.firstMs);
        else {
          expect(ms).toBeGreaterThanOrEqual(settings.minMs);
          expect(ms).toBeLessThanOrEqual(settings.maxMs);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('without jitter the pace never shrinks, starts at 2 s and reaches 5 s', () => {
    const delays = Array.from({ length: 20 }, (_, index) => nextLookDelayMs(index + 1, 0.5, defaultPolling));
    expect(delays[0]).toBe(2000);
    expect([...delays].sort((a, b) => a - b)).toEqual(delays);
    expect(delays.at(-1)).toBe(5000);
    expect(delays.filter((ms) => ms > 2000 && ms < 5000).length).toBeGreaterThanOrEqual(4);
  });

  it('two pings launched together drift apart', () => {
    expect(nextLookDelayMs(4, 0.1, defaultPolling)).not.toBe(nextLookDelayMs(4, 0.9, defaultPolling));
  });
});
