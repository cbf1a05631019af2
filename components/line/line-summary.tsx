'use client';

import { useTranslations } from 'next-intl';
import { FaceShape } from '@/components/pings/ping-face';
import { Term } from '@/components/terms/term';
import type { LineSummary as Summary } from '@/lib/domain/line-trend';
import { useLineFigures } from './line-figures';

const COUNTS = {
  stable: 'countStable',
  intermittent: 'countIntermittent',
  no_internet: 'countSilent',
  failed: 'countFailed',
  inconclusive: 'countInconclusive',
} as const;
export const SUMMED_FACES = ['stable', 'intermittent', 'no_internet', 'failed', 'inconclusive'] as const;

/** How a line fared, in numbers that add up. */
export function LineSummary({ summary }: { summary: Summary }) {
  const t = useTranslations('linePage');
  const { ms, percent } = useLineFigures();
  return (
    <ul
      className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm tabular-nums"
      data-testid="line-summary"
    >
      {SUMMED_FACES.filter((face) => summary.count[face] > 0).map((face) => (
        <li key={face} className="flex items-center gap-2" data-face={face} data-count={summary.count[face]}>
          <FaceShape face={face} filled={false} className="size-4" />
          {t(COUNTS[face], { count: summary.count[face] })}
        </li>
      ))}
      {summary.medianMs !== null && (
        <li>
          <Term name="rtt">{t('median', { ms: ms(summary.medianMs) })}</Term>
        </li>
      )}
      {summary.lossPercent !== null && (
        <li>
          <Term name="loss">{t('lossOfAll', { percent: percent(summary.lossPercent) })}</Term>
        </li>
      )}
    </ul>
  );
}
