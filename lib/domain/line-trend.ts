import { faceOf, type Face } from './face';
import type { PingItem } from './ping-details';

/** One ping on the chart of its line. What could not be measured has neither a time nor a loss, never a zero. */
export type TrendPoint = {
  ping: PingItem;
  /** Milliseconds since 1970. */
  at: number;
  face: Face;
  medianMs: number | null;
  lossPercent: number | null;
};

const DAY_MS = 86_400_000;

/** Days that a chart may span. */
export const TREND_DAYS = [1, 7, 14, 30, 90] as const;
export type TrendDays = (typeof TREND_DAYS)[number];

/** Pings that a chart shows at most; beyond that its marks would hide each other. */
export const TREND_MOST = 200;

/** The ended pings of a line, the oldest first. A ping for the wrong customer is no part of the line's story. */
export const trendOf = (history: readonly PingItem[]): TrendPoint[] =>
  history
    .filter((ping) => ping.state !== 'running' && !ping.wrong_customer)
    .slice(0, TREND_MOST)
    .map((ping) => ({
      ping,
      at: Date.parse(ping.started_at),
      face: faceOf(ping),
      medianMs: ping.rtt_ms.median,
      lossPercent: ping.loss_percent,
    }))
    .reverse();

export const withinDays = (points: readonly TrendPoint[], days: number, nowMs: number) =>
  points.filter((point) => point.at > nowMs - days * DAY_MS);

/** The shortest span that leaves none of these pings out; the longest where none does. */
export const fittingDays = (points: readonly TrendPoint[], nowMs: number): TrendDays =>
  TREND_DAYS.find((days) => withinDays(points, days, nowMs).length === points.length) ?? 90;

export type Timed = TrendPoint & { medianMs: number };
const isTimed = (point: TrendPoint): point is Timed => point.medianMs !== null;

/** Pings in a row that have a time: the line of the chart breaks wherever nobody knows one. */
export function runsOf(points: readonly TrendPoint[]): Timed[][] {
  const runs: Timed[][] = [];
  let run: Timed[] = [];
  for (const point of points) {
    if (isTimed(point)) run.push(point);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}

const STEPS = [1, 2, 4, 5, 6, 8, 10];
const LEAST_CEILING_MS = 10;

/** A round number of ms that all of these fit under, and its half is round too: the top of an axis. */
export function ceilingMs(times: readonly number[]): number {
  const highest = Math.max(LEAST_CEILING_MS, ...times);
  const power = 10 ** Math.floor(Math.log10(highest));
  return (STEPS.find((step) => step * power >= highest) ?? 10) * power;
}

const MOST_PINGS_SHARE = 0.9;

/** The same for small bars, where one ping of seconds must not make all others look alike: it goes over the top. */
export function barCeilingMs(times: readonly number[], normalHighMs: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const most = sorted[Math.floor((sorted.length - 1) * MOST_PINGS_SHARE)] ?? 0;
  return ceilingMs([Math.min(sorted.at(-1) ?? 0, most * 2), normalHighMs]);
}

export type LineSummary = {
  count: Record<Exclude<Face, 'running'>, number>;
  /** The median of the medians, in ms; null where nothing answered. */
  medianMs: number | null;
  /** Of all packets that were measured; null where none was. */
  lossPercent: number | null;
};

/** A line in four numbers. */
export function summaryOf(points: readonly TrendPoint[]): LineSummary {
  const count = { stable: 0, intermittent: 0, no_internet: 0, failed: 0, inconclusive: 0 };
  let sent = 0;
  let received = 0;
  for (const { face, ping } of points) {
    if (face !== 'running') count[face] += 1;
    // Silence of a line that never answers ping is no loss.
    if (face === 'inconclusive') continue;
    sent += ping.sent ?? 0;
    received += ping.received ?? 0;
  }
  const times = points.flatMap((point) => (point.medianMs === null ? [] : [point.medianMs]));
  const sorted = times.sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
  return {
    count,
    medianMs: upper === undefined || lower === undefined ? null : (lower + upper) / 2,
    lossPercent: sent === 0 ? null : ((sent - received) / sent) * 100,
  };
}
