'use client';

import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { Certainty } from '@/lib/domain/certainty';
import type { Face } from '@/lib/domain/face';
import { FACE_STYLES, FaceShape } from './ping-face';

type PingBadgeProps = {
  face: Face;
  certainty: Certainty['level'] | null;
  /** Why it is hollow, in two or three words. */
  note?: string | null;
  size?: 'sm' | 'lg';
  /** True for a line that is known to work without answering ping: its silence is grey and says so. */
  inconclusive?: boolean;
};

const SIZES = {
  sm: { badge: 'gap-1.5 h-6 px-2 text-xs', shape: 'size-3.5' },
  lg: { badge: 'gap-3 px-5 py-3 text-lg sm:text-xl', shape: 'size-8 sm:size-10 shrink-0' },
} as const;

/** What was measured, in a word, a shape and a colour; solid or hollow says how far it can be trusted. */
export function PingBadge({ face, certainty, note, size = 'lg', inconclusive = false }: PingBadgeProps) {
  const t = useTranslations('face');
  const isSolid = certainty === 'solid';
  const drawn = inconclusive ? 'failed' : face;
  const style = FACE_STYLES[drawn];
  return (
    <span
      data-testid="ping-badge"
      data-state={face === 'running' || face === 'failed' ? face : 'finished'}
      data-verdict={face === 'running' || face === 'failed' ? undefined : face}
      data-certainty={certainty ?? undefined}
      data-inconclusive={inconclusive || undefined}
      className={classNames(
        'inline-flex max-w-full items-center rounded-lg border-2 font-semibold',
        size === 'sm' && 'rounded-full border',
        SIZES[size].badge,
        isSolid ? style.solid : style.hollow,
      )}
    >
      <FaceShape face={drawn} filled={isSolid} className={SIZES[size].shape} />
      <span className="min-w-0">
        {inconclusive ? t('inconclusive') : t(face)}
        {note && <span className="font-medium"> · {note}</span>}
      </span>
    </span>
  );
}
