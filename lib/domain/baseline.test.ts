import { describe, expect, it } from 'vitest';
import { BASELINE_LOOKS_BACK, BASELINE_NEEDS, baselineOf } from './baseline';
import type { PingItem } from './ping-details';
import { measured, notMeasuredBy } from './test-finished';
import { atMs, packetsOf, reply } from './test-ping';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const answering = (rttMs: number) => Array.from({ length: 4 }, () => reply({ rttMs }));

/** The item as it was `minutes` before the one that is judged. */
const ago = (minutes: number, ping: PingItem): PingItem => ({
  ...ping,
  task_id: idOf(minutes),
  started_at: atMs(-minutes * 60_000).toISOString(),
});
const now = measured(answering(48));
/** From the newest to the oldest, as the store lists them. */
const historyOf = (...rtts: number[]) => rtts.map((rtt, index) => ago(index + 1, measured(answering(rtt))));

describe('the normal of a line', () => {
  it('is the middle 80 % of the medians of its earlier pings', () => {
    const history = historyOf(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
    expect(baselineOf(history, now)).toEqual({
      kind: 'known',
      lowMs: 11,
      highMs: 19,
      usualLossPercent: 0,
      count: 11,
    });
  });

  it('is interpolated between two pings, and does not depend on their order', () => {
    expect(baselineOf(historyOf(30, 10, 20, 50, 40), now)).toMatchObject({ lowMs: 14, highMs: 46 });
  });

  it(`says that it does not know below ${BASELINE_NEEDS} pings, and how many there are`, () => {
    expect(baselineOf(historyOf(10, 10, 10, 10), now)).toEqual({ kind: 'too_few', count: 4 });
    expect(baselineOf([], now)).toEqual({ kind: 'too_few', count: 0 });
    expect(baselineOf(historyOf(10, 10, 10, 10, 10), now)).toMatchObject({ kind: 'known', count: 5 });
  });

  it(`looks at the last ${BASELINE_LOOKS_BACK} pings and not at what was before`, () => {
    const old = Array.from({ length: 20 }, () => 900);
    const history = historyOf(...Array.from({ length: BASELINE_LOOKS_BACK }, () => 10), ...old);
    expect(baselineOf(history, now)).toMatchObject({ lowMs: 10, highMs: 10, count: BASELINE_LOOKS_BACK });
  });

  it('is made of earlier pings only: neither of itself nor of what came after', () => {
    const later = ago(-5, measured(answering(900)));
    const history = [later, now, ...historyOf(10, 10, 10, 10)];
    expect(baselineOf(history, now)).toEqual({ kind: 'too_few', count: 4 });
  });

  it('learns nothing from the wrong customer, another address, or what could not be measured', () => {
    const wrong = { ...ago(6, measured(answering(900))), wrong_customer: true };
    const moved = ago(7, measured(answering(900), { frozen: { ip: '10.20.30.99' } }));
    const failed = ago(8, notMeasuredBy('router'));
    const history = [...historyOf(10, 10, 10, 10), wrong, moved, failed];
    expect(baselineOf(history, now)).toEqual({ kind: 'too_few', count: 4 });
  });

  it('counts silence as usual loss, and not as a time', () => {
    const silent = [6, 7, 8, 9, 10, 11].map((minutes) => ago(minutes, measured(packetsOf(4, 0))));
    expect(baselineOf([...historyOf(10, 10, 10, 10, 10), ...silent], now)).toEqual({
      kind: 'known',
      lowMs: 10,
      highMs: 10,
      usualLossPercent: 100,
      count: 5,
    });
    expect(baselineOf(silent, now)).toEqual({ kind: 'too_few', count: 0 });
  });
});
