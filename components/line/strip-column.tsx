import { classNames } from '@/components/ui/class-names';
import { faceOf, type Face } from '@/lib/domain/face';
import type { PingItem } from '@/lib/domain/ping-details';
import { FaceShape } from '@/components/pings/ping-face';

const SIZES = {
  sm: { up: 'h-5', down: 'h-2', width: 'w-2.5', shape: 'size-4' },
  lg: { up: 'h-16', down: 'h-6', width: 'w-3.5', shape: 'size-5' },
} as const;

/** The bar of a ping that has a time, in the colour of its verdict. */
const BARS: Record<Face, string> = {
  running: 'bg-running',
  stable: 'bg-stable',
  intermittent: 'bg-intermittent',
  no_internet: 'bg-silent',
  failed: 'bg-unknown',
  inconclusive: 'bg-unknown',
};

/** A silence that says nothing is no trouble; any other loss is. */
const LOSSES: Partial<Record<Face, string>> = { no_internet: 'bg-silent', inconclusive: 'bg-unknown' };

const MIDDLE = 'left-1/2 -translate-x-1/2';

/** A bar is never so low that nobody sees it. */
const LEAST_PERCENT = 8;
const share = (value: number, ceiling: number) =>
  LEAST_PERCENT + (100 - LEAST_PERCENT) * Math.min(1, value / ceiling);

type Normal = { lowMs: number; highMs: number };

type StripColumnProps = {
  ping: PingItem;
  /** The round trip in ms that fills the whole height; a bar that goes beyond it is drawn broken. */
  ceiling: number;
  /** This line's normal round trip, drawn as a band behind the bar. */
  normal?: Normal | null;
  size: keyof typeof SIZES;
};

/** What could not be measured is an empty box: it has no time and no loss. */
const Unmeasured = ({ width }: { width: string }) => (
  <span
    className={`absolute bottom-0 h-3 rounded-sm border border-dashed border-unknown ${MIDDLE} ${width}`}
  />
);

function Band({ normal, ceiling }: { normal: Normal; ceiling: number }) {
  const low = share(normal.lowMs, ceiling);
  const high = share(normal.highMs, ceiling);
  return (
    <span
      className="absolute inset-x-0 bg-unknown-line opacity-55"
      style={{ bottom: `${low}%`, height: `max(3px, ${high - low}%)` }}
    />
  );
}

/** One ping of a strip: upwards its round trip, hanging down what it lost, and under it the shape of its face. */
export function StripColumn({ ping, ceiling, normal = null, size }: StripColumnProps) {
  const { up, down, width, shape } = SIZES[size];
  const face = faceOf(ping);
  const median = ping.rtt_ms.median;
  const loss = ping.loss_percent ?? 0;
  return (
    <span aria-hidden className={classNames('flex flex-col', ping.wrong_customer && 'opacity-40')}>
      <span className={`relative ${up}`}>
        {normal && <Band normal={normal} ceiling={ceiling} />}
        {face === 'failed' && <Unmeasured width={width} />}
        {median !== null && median > ceiling && (
          <span className="absolute inset-x-0 top-2 z-1 h-0.5 -skew-y-6 bg-surface" />
        )}
        {median !== null && (
          <span
            className={`absolute bottom-0 rounded-t-sm ${MIDDLE} ${width} ${BARS[face]}`}
            style={{ height: `${share(median, ceiling)}%` }}
          />
        )}
      </span>
      <span className="h-px bg-line-strong" />
      <span className={`relative ${down}`}>
        {loss > 0 && (
          <span
            className={`absolute top-0 rounded-b-sm ${MIDDLE} ${width} ${LOSSES[face] ?? 'bg-intermittent'}`}
            style={{ height: `${share(loss, 100)}%` }}
          />
        )}
      </span>
      <FaceShape
        face={face}
        filled={ping.certainty?.level === 'solid'}
        className={`mx-auto mt-1 shrink-0 ${shape}`}
      />
    </span>
  );
}
