'use client';

import { useTranslations } from 'next-intl';
import { FaceShape } from '@/components/pings/ping-face';
import { Term } from '@/components/terms/term';
import type { Outcome } from '@/lib/domain/history-filter';
import { OUTCOME_FILLS } from '../outcome-style';

/** Which filling is which outcome, with the shape that it has everywhere. */
export function OutcomeLegend({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useTranslations('face');
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-muted">
      {outcomes.map((outcome) => (
        <li key={outcome} className="flex items-center gap-1">
          <span className={`size-2.5 rounded-[2px] ${OUTCOME_FILLS[outcome]}`} aria-hidden />
          <FaceShape face={outcome} filled={false} className="size-4" />
          {outcome === 'running' ? t(outcome) : <Term name={outcome}>{t(outcome)}</Term>}
        </li>
      ))}
    </ul>
  );
}
