import type { ReactNode } from 'react';
import type { Face } from '@/lib/domain/face';

const UNKNOWN = (
  <path d="M0-4.5 4.5 0 0 4.5-4.5 0Z" fill="var(--surface)" stroke="var(--unknown)" strokeWidth="1.5" />
);

/** The shapes of the faces in a few pixels, around the origin: circle, pill, square, diamond. */
const MARKS: Record<Exclude<Face, 'running'>, ReactNode> = {
  stable: <circle r="3.5" fill="var(--stable)" />,
  intermittent: <rect x="-5" y="-3" width="10" height="6" rx="3" fill="var(--intermittent)" />,
  no_internet: <rect x="-4" y="-4" width="8" height="8" rx="1.5" fill="var(--silent)" />,
  failed: UNKNOWN,
  inconclusive: UNKNOWN,
};

type TrendMarkProps = {
  face: Face;
  /** Percent of the width. */ x: number;
  /** Pixels from the top. */ y: number;
};

/** One ping on a plot whose width nobody knows: its place across is a share, its size is in pixels. */
export function TrendMark({ face, x, y }: TrendMarkProps) {
  if (face === 'running') return null;
  return (
    <svg x={`${x}%`} y={y} overflow="visible" aria-hidden>
      {MARKS[face]}
    </svg>
  );
}

/** The same mark for a legend. */
export function LegendMark({ face }: { face: Exclude<Face, 'running'> }) {
  return (
    <svg viewBox="-6 -6 12 12" aria-hidden className="size-3 shrink-0">
      {MARKS[face]}
    </svg>
  );
}
