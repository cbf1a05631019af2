import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundMiddle, endedBy, probableLagMs, taskTimesOf, type SeenEnd } from './task-times';

const STEP_MS = 50;

const anEnd: fc.Arbitrary<SeenEnd> = fc
  .tuple(fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 1, max: 70_000 }))
  .map(([afterMs, lengthMs]) => ({ afterMs, byMs: afterMs + lengthMs }));
const ends = fc.array(anEnd, { maxLength: 60 });
const moved = fc.array(
  fc.tuple(anEnd, fc.integer({ min: 0, max: 70_000 })).map(([end, middleMs]) => aroundMiddle(end, middleMs)),
  { maxLength: 60 },
);

/** What looks every two seconds see of a task that takes so long, begun at any moment of the two seconds. */
const seenBy = (ms: number, phaseMs: number): SeenEnd => {
  const byMs = phaseMs + Math.ceil((ms - phaseMs) / 2000) * 2000;
  return { afterMs: Math.max(0, byMs - 2000), byMs };
};
const phases = Array.from({ length: 40 }, (_, index) => 2000 + ((index * 617) % 2000));
const alike = (ms: number, count = 40) => phases.slice(0, count).map((phaseMs) => seenBy(ms, phaseMs));

const of = (own: SeenEnd[], all: SeenEnd[]) => taskTimesOf({ own, all, around: [] }, STEP_MS);

function shareBetween(
  own: SeenEnd[],
  all: SeenEnd[],
  fromMs: number,
  toMs: number,
  around: SeenEnd[] = [],
): number {
  const times = taskTimesOf({ own, all, around }, STEP_MS);
  if (times === null) return NaN;
  const ended = endedBy(times);
  const at = (ms: number) => ended[Math.min(Math.round(ms / times.stepMs), ended.length - 1)] ?? NaN;
  return at(toMs) - at(fromMs);
}

describe('how long tasks take', () => {
  it('is not known before a few were seen', () => {
    expect(of([], alike(3800, 3))).toBeNull();
    expect(of([], alike(3800, 4))).not.toBeNull();
  });

  it('is a distribution, whatever was seen', () => {
    fc.assert(
      fc.property(ends, ends, moved, fc.integer({ min: 1, max: 2000 }), (own, all, around, finestMs) => {
        const times = taskTimesOf({ own, all, around }, finestMs);
        if (times === null) return;
        expect(times.shares.length).toBeLessThanOrEqual(601);
        expect(times.shares.every((share) => share >= 0 && Number.isFinite(share))).toBe(true);
        expect(endedBy(times).at(-1)).toBeCloseTo(1, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('is found to a few tenths of a second, although no look ever saw a task end', () => {
    expect(shareBetween(alike(4300), alike(4300), 4000, 4600)).toBeGreaterThan(0.8);
  });

  it('is not thought longer because timers fire some milliseconds late', () => {
    const found = (lateMs: number): SeenEnd[] =>
      Array.from({ length: 40 }, () => ({ afterMs: 0, byMs: 4300 + lateMs }));
    const others = alike(4100);
    const onTime = shareBetween(found(0), others, 0, 4300);
    expect(onTime).toBeGreaterThan(0.95);
    for (const lateMs of [1, 2, 5]) {
      expect(shareBetween(found(lateMs), others, 0, 4300)).toBeCloseTo(onTime, 3);
    }
  });

  it('keeps two kinds of lines apart', () => {
    const mixed = alike(4300).map((end, index) => (index % 4 === 0 ? seenBy(7400, phases[index] ?? 0) : end));
    expect(shareBetween(mixed, mixed, 3900, 4700)).toBeGreaterThan(0.6);
    expect(shareBetween(mixed, mixed, 7000, 7800)).toBeGreaterThan(0.15);
    expect(shareBetween(mixed, mixed, 5200, 6600)).toBeLessThan(0.1);
  });

  it('is taken from all routers for one of which little was seen, and from its own tasks once there are some', () => {
    expect(shareBetween([], alike(4300), 4000, 4600)).toBeGreaterThan(0.8);
    expect(shareBetween(alike(6500), alike(4300), 6200, 6800)).toBeGreaterThan(0.7);
  });

  it('spreads at a slower router as at the others, once a few of its own were seen', () => {
    // Seen to a tenth of a second, its own four lie around 6500; the others take 4300, a fifth of them 600 longer.
    const own = alike(6500, 4).map(() => ({ afterMs: 6450, byMs: 6550 }));
    const others = Array.from({ length: 40 }, (_, index) => 4300 + (index % 5 === 0 ? 600 : 0)).map((ms) => ({
      afterMs: ms - 50,
      byMs: ms + 50,
    }));
    const around = others.map((end) => aroundMiddle(end, 4300));
    expect(shareBetween(own, others, 6900, 7300, around)).toBeGreaterThan(0.08);
    expect(shareBetween(own, others, 6900, 7300)).toBeLessThan(0.02);
    expect(shareBetween(own, others, 0, 6000, around)).toBeLessThan(0.02);
  });

  it('is not thought longer than nothing for an end that nobody saw coming', () => {
    const around = alike(4300, 8).map((end) => aroundMiddle({ ...end, afterMs: 0 }, 4300));
    const own = alike(6500, 8);
    expect(shareBetween(own, own, 6000, 7000, around)).toBeGreaterThan(0.3);
  });

  it('follows a router that has become slower', () => {
    expect(shareBetween([...alike(6500, 24), ...alike(4300, 24)], [], 0, 1)).toBeNaN();
    const changed = [...alike(6500, 24), ...alike(4300, 24)];
    expect(shareBetween(changed, alike(4300), 6100, 6900)).toBeGreaterThan(0.5);
  });
});

describe('how long a result has waited', () => {
  it('is half the interval when nothing is known', () => {
    expect(probableLagMs(null, { afterMs: 2000, byMs: 4000 })).toBe(1000);
  });

  it('is what the known times make likely', () => {
    const times = of(alike(4300), alike(4300));
    expect(probableLagMs(times, { afterMs: 2500, byMs: 4500 })).toBeLessThan(500);
  });

  it('lies within the interval, whatever is known', () => {
    fc.assert(
      fc.property(ends, anEnd, (all, end) => {
        const ms = probableLagMs(of([], all), end);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(end.byMs - end.afterMs);
      }),
      { numRuns: 300 },
    );
  });
});
