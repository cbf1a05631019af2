'use client';

import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { Term } from '@/components/terms/term';
import type { Certainty, CertaintyReason } from '@/lib/domain/certainty';
import type { Face } from '@/lib/domain/face';
import { FACE_STYLES, FaceShape } from './ping-face';

type PingBadgeProps = {
  face: Face;
  certainty: Certainty['level'] | null;
  /** Why it is hollow, in two or three words. */
  note?: string | null;
  /** Given where the badge explains itself: what its note stands for, null without one. */
  reason?: CertaintyReason | 'never_answers' | null;
  /** `xl` is as wide as a phone. */
  size?: 'sm' | 'lg' | 'xl';
  /** True while its turn is still to come, and nothing is being measured. */
  isWaiting?: boolean;
};

const SIZES = {
  sm: { badge: 'gap-1 h-6 px-2 text-xs', shape: 'size-4' },
  lg: { badge: 'gap-3 px-5 py-3 text-lg sm:text-xl', shape: 'size-8 sm:size-10 shrink-0' },
  xl: { badge: 'gap-4 px-5 py-5 text-xl max-sm:w-full', shape: 'size-12 shrink-0' },
} as const;

/** What was measured, whatever is made of it. */
function verdictOf(face: Face): Face | undefined {
  if (face === 'running' || face === 'failed') return undefined;
  return face === 'inconclusive' ? 'no_internet' : face;
}

/** What was measured, in a word, a shape and a colour; solid or hollow says how far it can be trusted. */
export function PingBadge({ face, certainty, note, reason, size = 'lg', isWaiting = false }: PingBadgeProps) {
  const t = useTranslations('face');
  const tProgress = useTranslations('progress');
  const isSolid = certainty === 'solid';
  const style = FACE_STYLES[face];
  return (
    <span
      data-testid="ping-badge"
      data-state={face === 'running' || face === 'failed' ? face : 'finished'}
      data-verdict={verdictOf(face)}
      data-certainty={certainty ?? undefined}
      data-inconclusive={face === 'inconclusive' || undefined}
      className={classNames(
        'inline-flex max-w-full items-center rounded border-2 font-semibold',
        size === 'sm' && 'rounded-full border whitespace-nowrap',
        SIZES[size].badge,
        isSolid ? style.solid : style.hollow,
      )}
    >
      {isWaiting ? (
        <Clock className={SIZES[size].shape} aria-hidden />
      ) : (
        <FaceShape face={face} filled={isSolid} className={SIZES[size].shape} />
      )}
      <span className={size === 'sm' ? 'truncate' : 'min-w-0 text-balance'}>
        {reason === undefined || face === 'running' ? (
          isWaiting ? (
            tProgress('onHold')
          ) : (
            t(face)
          )
        ) : (
          <Term name={face} also={certainty ?? undefined}>
            {t(face)}
          </Term>
        )}
        {note && (
          <span className={classNames('font-medium', size === 'xl' && 'text-lg')}>
            {/* Where the note goes to a line of its own, the point stays with the word. */}
            {'\u00a0· '}
            {reason ? <Term name={reason}>{note}</Term> : note}
          </span>
        )}
      </span>
    </span>
  );
}
