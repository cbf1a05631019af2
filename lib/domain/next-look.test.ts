import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextLookInMs, type LookState } from './next-look';
import { defaultPolling, nextLookDelayMs } from './polling';
import { taskTimesOf, type SeenEnd, type TaskTimes } from './task-times';
import { anyPolling } from './test-polling';

const random = fc.double({ min: 0, max: 1, noNaN: true });

const anEnd: fc.Arbitrary<SeenEnd> = fc
  .tuple(fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([afterMs, lengthMs]) => ({ afterMs, byMs: afterMs + lengthMs }));
const ends = fc.array(anEnd, { minLength: 4, maxLength: 30 });
const anyTimes = (finestMs: number) =>
  fc
    .tuple(ends, ends, ends)
    .map(([own, all, around]): TaskTimes | null => taskTimesOf({ own, all, around }, finestMs));

const known = (ms: number, spreadMs = 100): TaskTimes | null => {
  const seen = Array.from({ length: 40 }, () => ({ afterMs: ms - spreadMs, byMs: ms + spreadMs }));
  return taskTimesOf({ own: seen, all: seen, around: [] }, 50);
};
const fresh: LookState = { looks: 0, nowMs: 0, askedMs: 0, unfinishedMs: 0 };

describe('the next look', () => {
  it('comes at the documented pace while nothing is known', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), random, anyPolling, (looks, dice, settings) => {
        const state = { looks, nowMs: looks * 3000, askedMs: looks * 3000, unfinishedMs: looks * 3000 };
        expect(nextLookInMs(state, dice, settings, null)).toBe(nextLookDelayMs(looks, dice, settings));
      }),
    );
  });

  it('is never before the first moment that is allowed, whatever is known and whatever the dice say', () => {
    fc.assert(
      fc.property(anyPolling, anyTimes(50), random, (settings, times, dice) => {
        const ms = nextLookInMs(fresh, dice, settings, times);
        expect(ms).toBeGreaterThanOrEqual(settings.firstMs);
        expect(ms).toBeLessThanOrEqual(Math.max(settings.firstMs, settings.limitMs));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the shortest and the longest pause since the last one was asked, whatever is known', () => {
    const state = fc
      .record({
        ...{ looks: fc.integer({ min: 1, max: 99 }), nowMs: fc.nat(600_000) },
        ...{ answerMs: fc.nat(8000), agoMs: fc.nat(10_000) },
      })
      .map(({ looks, nowMs, answerMs, agoMs }) => {
        const askedMs = Math.max(0, nowMs - answerMs);
        return { looks, nowMs, askedMs, unfinishedMs: Math.max(0, askedMs - agoMs) };
      });
    fc.assert(
      fc.property(anyPolling, anyTimes(50), state, random, (settings, times, at, dice) => {
        const ms = nextLookInMs(at, dice, settings, times);
        expect(ms).toBeGreaterThanOrEqual(0);
        const pauseMs = at.nowMs + ms - at.askedMs;
        expect(pauseMs).toBeGreaterThanOrEqual(settings.minMs);
        // The documented pace, which goes on where nothing is known, pauses after the answer.
        expect(pauseMs).toBeLessThanOrEqual(at.nowMs - at.askedMs + settings.maxMs);
      }),
      { numRuns: 300 },
    );
  });

  it('of a task that never ends is still made shortly before the limit, with no look more than allowed', () => {
    fc.assert(
      fc.property(anyTimes(50), fc.array(random, { minLength: 20, maxLength: 20 }), (times, dice) => {
        let [state, lastMs] = [fresh, 0];
        while (state.looks < defaultPolling.maxLooks) {
          const ms = nextLookInMs(state, dice[state.looks] ?? 0, defaultPolling, times);
          if (state.nowMs + ms >= defaultPolling.limitMs) break;
          lastMs = state.nowMs + ms;
          state = { looks: state.looks + 1, nowMs: lastMs, askedMs: lastMs, unfinishedMs: lastMs };
        }
        expect(lastMs).toBeGreaterThanOrEqual(defaultPolling.limitMs - defaultPolling.maxMs);
      }),
      { numRuns: 200 },
    );
  });

  it('comes just after the tasks of this kind have ended', () => {
    const ms = nextLookInMs(fresh, 0.9, defaultPolling, known(4300));
    expect(ms).toBeGreaterThanOrEqual(4300);
    expect(ms).toBeLessThan(4800);
  });

  it('waits on for those that take longer, and not for those that must be done', () => {
    const mixed = [4300, 4300, 4300, 8500].flatMap((ms) => [
      { afterMs: ms - 100, byMs: ms + 100 },
      { afterMs: ms - 120, byMs: ms + 80 },
      { afterMs: ms - 80, byMs: ms + 120 },
    ]);
    const times = taskTimesOf({ own: mixed, all: mixed, around: [] }, 50);
    const first = nextLookInMs(fresh, 0.9, defaultPolling, times);
    expect(first).toBeLessThan(4900);
    const again = { looks: 1, nowMs: first, askedMs: first, unfinishedMs: first };
    const second = nextLookInMs(again, 0.9, defaultPolling, times);
    expect(first + second).toBeGreaterThanOrEqual(8500);
    expect(first + second).toBeLessThan(9200);
  });

  it('goes on at the documented pace for a task that outlives all that were seen', () => {
    const state = { looks: 4, nowMs: 15_000, askedMs: 15_000, unfinishedMs: 15_000 };
    const ms = nextLookInMs(state, 0.5, defaultPolling, known(4300));
    expect(ms).toBe(nextLookDelayMs(4, 0.5, defaultPolling));
  });

  it('is now and then tried earlier, and never later, than what is best', () => {
    const times = known(4300, 400);
    const best = nextLookInMs(fresh, 0.9, defaultPolling, times);
    const tried = [0, 0.01, 0.02, 0.04].map((dice) => nextLookInMs(fresh, dice, defaultPolling, times));
    expect(tried.every((ms) => ms <= best)).toBe(true);
    expect(Math.min(...tried)).toBeLessThan(best - 200);
  });
});
