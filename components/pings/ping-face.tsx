import type { ReactNode } from 'react';
import type { Face } from '@/lib/domain/face';

type FaceStyle = { text: string; solid: string; hollow: string; soft: string };

/** How each face is drawn. Exhaustive: a new face does not compile until it has its colours and its shape. */
export const FACE_STYLES: Record<Face, FaceStyle> = {
  running: {
    text: 'text-running-ink',
    solid: 'border-running bg-running-soft text-running-ink',
    hollow: 'border-running bg-running-soft text-running-ink',
    soft: 'bg-running-soft',
  },
  stable: {
    text: 'text-stable-ink',
    solid: 'border-stable bg-stable-soft text-stable-ink',
    hollow: 'border-stable border-dashed bg-surface text-stable-ink',
    soft: 'bg-stable-soft',
  },
  intermittent: {
    text: 'text-intermittent-ink',
    solid: 'border-intermittent bg-intermittent-soft text-intermittent-ink',
    hollow: 'border-intermittent border-dashed bg-surface text-intermittent-ink',
    soft: 'bg-intermittent-soft',
  },
  no_internet: {
    text: 'text-silent-ink',
    solid: 'border-silent bg-silent-soft text-silent-ink',
    hollow: 'border-silent border-dashed bg-surface text-silent-ink',
    soft: 'bg-silent-soft',
  },
  failed: {
    text: 'text-unknown-ink',
    solid: 'border-unknown bg-unknown-soft text-unknown-ink',
    hollow: 'border-unknown bg-unknown-soft text-unknown-ink',
    soft: 'bg-unknown-soft',
  },
  inconclusive: {
    text: 'text-unknown-ink',
    solid: 'border-unknown bg-unknown-soft text-unknown-ink',
    hollow: 'border-unknown border-dashed bg-unknown-soft text-unknown-ink',
    soft: 'bg-unknown-soft',
  },
};

const STROKE = { fill: 'none', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const questionMark = () => (
  <>
    <path d="M12 2.2 21.8 12 12 21.8 2.2 12Z" stroke="var(--unknown)" {...STROKE} />
    <path
      d="M10.2 10.2a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.7-.9 1.3M12 15.8v.05"
      stroke="var(--unknown)"
      {...STROKE}
    />
  </>
);

/** Each face has a shape of its own, so that nobody needs the colour; what says nothing of a line is a diamond. */
const SHAPES: Record<Face, (filled: boolean) => ReactNode> = {
  running: () => (
    <>
      <circle cx="12" cy="12" r="9" stroke="var(--running-line)" {...STROKE} />
      <path
        d="M12 3a9 9 0 0 1 9 9"
        stroke="var(--running)"
        {...STROKE}
        className="origin-center animate-ring"
      />
    </>
  ),
  stable: (filled) => (
    <>
      <circle
        cx="12"
        cy="12"
        r="9.5"
        stroke="var(--stable)"
        {...STROKE}
        fill={filled ? 'var(--stable)' : 'none'}
      />
      <path d="m7.8 12.4 2.8 2.8 5.6-6" stroke={filled ? 'var(--surface)' : 'var(--stable)'} {...STROKE} />
    </>
  ),
  intermittent: (filled) => (
    <>
      <rect
        x="1.5"
        y="5"
        width="21"
        height="14"
        rx="7"
        stroke="var(--intermittent)"
        {...STROKE}
        fill={filled ? 'var(--intermittent)' : 'none'}
      />
      <path
        d="M5.2 12.6c1.3-3.4 3-3.4 4.3-.6m5 0c1.3 2.8 3 2.8 4.3-.6"
        stroke={filled ? 'var(--surface)' : 'var(--intermittent)'}
        {...STROKE}
      />
    </>
  ),
  no_internet: (filled) => (
    <>
      <rect
        x="2.8"
        y="2.8"
        width="18.4"
        height="18.4"
        rx="4"
        stroke="var(--silent)"
        {...STROKE}
        fill={filled ? 'var(--silent)' : 'none'}
      />
      <path
        d="m8.3 8.3 7.4 7.4m0-7.4-7.4 7.4"
        stroke={filled ? 'var(--surface)' : 'var(--silent)'}
        {...STROKE}
      />
    </>
  ),
  failed: questionMark,
  inconclusive: questionMark,
};

/** The shape of a face, filled when the verdict is solid. */
export function FaceShape({ face, filled, className }: { face: Face; filled: boolean; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className}>
      {SHAPES[face](filled)}
    </svg>
  );
}
