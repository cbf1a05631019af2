import type { Face } from '@/lib/domain/face';
import { runsOf, type TrendPoint } from '@/lib/domain/line-trend';
import { TrendMark } from './trend-mark';
import { LOSS, NO_TIME_Y, PLOT_HEIGHT, TIMES, type TrendScale } from './trend-scale';

type Normal = { lowMs: number; highMs: number };

function Grid({ scale }: { scale: TrendScale }) {
  const rows = [0, scale.ceiling / 2, scale.ceiling].map(scale.yOfTime);
  return [...rows, LOSS.top, LOSS.top + LOSS.height].map((y) => (
    <line key={y} x1="0" x2="100%" y1={y} y2={y} stroke="var(--line)" />
  ));
}

function Band({ normal, scale }: { normal: Normal; scale: TrendScale }) {
  const top = scale.yOfTime(normal.highMs);
  return (
    <rect
      x="0"
      y={top - 1}
      width="100%"
      height={scale.yOfTime(normal.lowMs) - top + 2}
      fill="var(--unknown-line)"
      opacity="0.45"
      data-testid="trend-band"
    />
  );
}

/** The line through the medians. It goes from one ping to the next only where both have a time. */
function MedianLine({ points, scale }: { points: readonly TrendPoint[]; scale: TrendScale }) {
  return runsOf(points).flatMap((run) =>
    run.slice(1).map((point, index) => {
      const before = run[index] ?? point;
      return (
        <line
          key={point.ping.task_id}
          x1={`${scale.x(before.at)}%`}
          y1={scale.yOfTime(before.medianMs)}
          x2={`${scale.x(point.at)}%`}
          y2={scale.yOfTime(point.medianMs)}
          stroke="var(--ink-muted)"
          strokeWidth="1.25"
          opacity="0.7"
        />
      );
    }),
  );
}

/** A silence that says nothing is no trouble; any other loss is. */
const LOSSES: Partial<Record<Face, string>> = {
  no_internet: 'var(--silent)',
  inconclusive: 'var(--unknown)',
};

/** What a ping lost, from the bottom up; a ping that lost nothing is a dot there, and one without packets is nothing. */
function LossBar({ point, scale }: { point: TrendPoint; scale: TrendScale }) {
  if (point.lossPercent === null) return null;
  const bottom = LOSS.top + LOSS.height;
  const x = `${scale.x(point.at)}%`;
  if (point.lossPercent === 0) return <circle cx={x} cy={bottom} r="1.5" fill="var(--stable)" />;
  return (
    <line
      x1={x}
      x2={x}
      y1={bottom}
      y2={scale.yOfLoss(point.lossPercent)}
      stroke={LOSSES[point.face] ?? 'var(--intermittent)'}
      strokeWidth="4"
    />
  );
}

type TrendPlotProps = {
  points: readonly TrendPoint[];
  scale: TrendScale;
  normal: Normal | null;
  /** The ping that is told below. */
  active: TrendPoint | null;
  label: string;
};

/**
 * Round trips above and losses below, over the same time. What has no round trip stands in a row of its own between
 * them: what did not answer in red, and what could not be measured in grey, because it is neither good nor down.
 */
export function TrendPlot({ points, scale, normal, active, label }: TrendPlotProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height={PLOT_HEIGHT}
      className="block overflow-visible"
      data-testid="trend-plot"
    >
      {normal && <Band normal={normal} scale={scale} />}
      <Grid scale={scale} />
      {active && (
        <line
          x1={`${scale.x(active.at)}%`}
          x2={`${scale.x(active.at)}%`}
          y1={TIMES.top}
          y2={LOSS.top + LOSS.height}
          stroke="var(--line-strong)"
          className="print:hidden"
        />
      )}
      <MedianLine points={points} scale={scale} />
      {points.map((point) => (
        <LossBar key={point.ping.task_id} point={point} scale={scale} />
      ))}
      {points.map((point) => (
        <TrendMark
          key={point.ping.task_id}
          face={point.face}
          x={scale.x(point.at)}
          y={point.medianMs === null ? NO_TIME_Y : scale.yOfTime(point.medianMs)}
        />
      ))}
    </svg>
  );
}
