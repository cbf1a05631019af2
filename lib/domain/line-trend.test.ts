import { describe, expect, it } from 'vitest';
import {
  barCeilingMs,
  ceilingMs,
  fittingDays,
  runsOf,
  summaryOf,
  TREND_MOST,
  trendOf,
  withinDays,
  type TrendPoint,
} from './line-trend';
import type { PingItem } from './ping-details';
import { judgedUpstream, measured, notMeasuredBy, stillRunning } from './test-finished';
import { atMs, packetsOf, reply } from './test-ping';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const nowMs = atMs(0).getTime();

const ago = (ms: number, ping: PingItem): PingItem => ({ ...ping, started_at: atMs(-ms).toISOString() });
const answering = (rttMs: number) => measured(Array.from({ length: 4 }, () => reply({ rttMs })));
/** From the newest on, as the API lists them: one each minute. */
const historyOf = (...pings: PingItem[]) => pings.map((ping, index) => ago(index * MINUTE, ping));
const times = (points: readonly TrendPoint[]) => points.map((point) => point.medianMs);

describe('the points of a line', () => {
  it('go from the oldest to the newest', () => {
    expect(times(trendOf(historyOf(answering(3), answering(2), answering(1))))).toEqual([1, 2, 3]);
  });

  it('of what could not be measured have neither a time nor a loss', () => {
    const [point] = trendOf(historyOf(notMeasuredBy('router')));
    expect(point).toMatchObject({ face: 'failed', medianMs: null, lossPercent: null });
  });

  it('of silence have no time, and lost everything', () => {
    const [point] = trendOf(historyOf(measured(packetsOf(10, 0))));
    expect(point).toMatchObject({ face: 'no_internet', medianMs: null, lossPercent: 100 });
  });

  it('of a verdict without packets have no numbers that nobody gave', () => {
    const [point] = trendOf(historyOf(judgedUpstream('stable')));
    expect(point).toMatchObject({ face: 'stable', medianMs: null, lossPercent: null });
  });

  it('leave out what still runs and what was meant for another customer', () => {
    const wrong = { ...answering(9), wrong_customer: true };
    expect(times(trendOf(historyOf(stillRunning(), wrong, answering(1))))).toEqual([1]);
  });

  it('are the newest ones where there are too many', () => {
    const many = Array.from({ length: TREND_MOST + 1 }, (_, index) => answering(index + 1));
    const points = trendOf(historyOf(...many));
    expect(points).toHaveLength(TREND_MOST);
    expect(points.at(-1)?.medianMs).toBe(1);
  });
});

describe('the span of a chart', () => {
  it.each([
    [[], 1],
    [[0.5], 1],
    [[0.5, 3], 7],
    [[8], 14],
    [[15], 30],
    [[0, 89], 90],
    [[0, 400], 90],
  ])('with pings %j days ago is %i days', (days, expected) => {
    const points = trendOf(days.map((count) => ago(count * DAY, answering(1))));
    expect(fittingDays(points, nowMs)).toBe(expected);
  });

  it('leaves out what is older', () => {
    const points = trendOf([ago(DAY - 1, answering(1)), ago(DAY, answering(2))]);
    expect(times(withinDays(points, 1, nowMs))).toEqual([1]);
  });
});

describe('the line of a chart', () => {
  it('breaks where nothing answered, nothing was measured, and nothing was told', () => {
    const silent = measured(packetsOf(4, 0));
    const history = historyOf(
      silent,
      answering(6),
      judgedUpstream('stable'),
      answering(5),
      notMeasuredBy('upstream'),
      silent,
      answering(4),
      answering(3),
    );
    expect(runsOf(trendOf(history)).map(times)).toEqual([[3, 4], [5], [6]]);
  });

  it('of a line that never answered is not there', () => {
    expect(runsOf(trendOf(historyOf(measured(packetsOf(4, 0)))))).toEqual([]);
  });
});

describe('the top of an axis', () => {
  it.each([
    [[], 10],
    [[3], 10],
    [[10], 10],
    [[10.1], 20],
    [[42, 7], 50],
    [[51], 60],
    [[640], 800],
    [[1000], 1000],
    [[1001], 2000],
  ])('over %j ms is %i ms', (list, expected) => {
    expect(ceilingMs(list)).toBe(expected);
  });
});

describe('the top of small bars', () => {
  it.each([
    ['nothing', [], 0, 10],
    ['times that are alike', [12, 14, 13, 18], 14, 20],
    ['one ping of seconds among quick ones', [...Array.from({ length: 29 }, () => 12), 3000], 14, 40],
    ['a line that was slow more than once', [12, 12, 12, 300, 310], 14, 400],
    ['a normal that is slower than all of them', [12], 90, 100],
  ])('of %s', (_name, list, normalHigh, expected) => {
    expect(barCeilingMs(list, normalHigh)).toBe(expected);
  });
});

describe('a line in numbers', () => {
  it('counts each outcome, and what could not be measured as nothing else', () => {
    const history = historyOf(
      answering(10),
      answering(20),
      measured(packetsOf(4, 2)),
      measured(packetsOf(4, 0)),
      notMeasuredBy('deadline'),
    );
    const summary = summaryOf(trendOf(history));
    expect(summary.count).toEqual({ stable: 2, intermittent: 1, no_internet: 1, failed: 1, inconclusive: 0 });
    expect(summary.medianMs).toBe(12);
    expect(summary.lossPercent).toBe((6 / 16) * 100);
  });

  it('takes the silence of a line that never answers ping for no loss', () => {
    const quiet = { ...measured(packetsOf(10, 0)), quiet_line: true };
    const summary = summaryOf(trendOf(historyOf(answering(10), quiet)));
    expect(summary.count).toMatchObject({ no_internet: 0, inconclusive: 1 });
    expect(summary.lossPercent).toBe(0);
  });

  it('has no loss and no time where nothing was measured', () => {
    const summary = summaryOf(trendOf(historyOf(notMeasuredBy('router'), judgedUpstream('no_internet'))));
    expect(summary).toMatchObject({ medianMs: null, lossPercent: null });
  });
});
