import type { ReactNode } from 'react';
import { classNames } from './class-names';

const TONES = {
  plain: 'border-line bg-surface text-ink-muted',
  good: 'border-stable-line bg-stable-soft text-stable-ink',
  warn: 'border-intermittent-line bg-intermittent-soft text-intermittent-ink',
  bad: 'border-silent-line bg-silent-soft text-silent-ink',
  unknown: 'border-unknown-line bg-unknown-soft text-unknown-ink',
} as const;

export type TagTone = keyof typeof TONES;

/** A word that classifies. */
export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex h-6 items-center gap-1 rounded-full border px-2 text-xs font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
