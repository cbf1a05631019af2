import { ceilingMs, type TrendPoint } from '@/lib/domain/line-trend';

/** Pixels from the top: round trips above, a row for pings without one, and what was lost below. */
export const TIMES = { top: 10, height: 150 } as const;
export const NO_TIME_Y = TIMES.top + TIMES.height + 16;
export const LOSS = { top: NO_TIME_Y + 20, height: 48 } as const;
export const PLOT_HEIGHT = LOSS.top + LOSS.height + 2;

/** Percent of the width that stays free at each side, so that no mark is cut. */
const MARGIN = 1.5;

export type TrendScale = {
  fromMs: number;
  toMs: number;
  /** The round trip in ms at the top. */
  ceiling: number;
  /** Percent of the width. */
  x: (atMs: number) => number;
  /** Pixels from the top. */
  yOfTime: (ms: number) => number;
  yOfLoss: (percent: number) => number;
  /** The moment at a place across, from 0 at the left to 1. */
  timeAt: (share: number) => number;
};

export function trendScale(
  points: readonly TrendPoint[],
  span: { fromMs: number; toMs: number },
  normalHighMs: number | null,
): TrendScale {
  const { fromMs, toMs } = span;
  const ceiling = ceilingMs([...points.map((point) => point.medianMs ?? 0), normalHighMs ?? 0]);
  const wide = 100 - 2 * MARGIN;
  return {
    ...span,
    ceiling,
    x: (atMs) => MARGIN + (wide * (atMs - fromMs)) / (toMs - fromMs),
    yOfTime: (ms) => TIMES.top + TIMES.height * (1 - Math.min(1, ms / ceiling)),
    yOfLoss: (percent) => LOSS.top + LOSS.height * (1 - percent / 100),
    timeAt: (share) => fromMs + ((share * 100 - MARGIN) / wide) * (toMs - fromMs),
  };
}
