'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { OutcomeCounts } from '@/lib/domain/history-summary';
import { WORST_FIRST } from '../outcome-style';
import { badShareOf, sumOf } from '@/lib/domain/outcome-share';
import type { ChartNumbers } from './chart-panel';

export type Named = { name: string; counts: OutcomeCounts };

/** A share from 0 to 1 in per cent; a dash where nothing was measured. */
export function usePercent(): (share: number | null) => string {
  const format = useFormatter();
  return (share) =>
    share === null ? '—' : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
}

/** The table behind a chart of outcomes: a row for each name, a column for each outcome. */
export function useOutcomeNumbers(): (of: string, rows: readonly Named[]) => ChartNumbers {
  const t = useTranslations('historyChart');
  const tFace = useTranslations('face');
  const format = useFormatter();
  const percent = usePercent();
  return (of, rows) => {
    const isRunning = rows.some(({ counts }) => counts.running > 0);
    const outcomes = WORST_FIRST.filter((outcome) => outcome !== 'running' || isRunning);
    return {
      head: [of, t('all'), t('badShare'), ...outcomes.map((outcome) => tFace(outcome))],
      rows: rows.map(({ name, counts }) => [
        name,
        format.number(sumOf(counts)),
        percent(badShareOf(counts)),
        ...outcomes.map((outcome) => format.number(counts[outcome])),
      ]),
    };
  };
}

/** The counts of one bar as a sentence, without the outcomes that did not occur. */
export function useCountsText(): (counts: OutcomeCounts) => string {
  const t = useTranslations('historyChart');
  const tFace = useTranslations('face');
  const format = useFormatter();
  return (counts) => {
    const parts = WORST_FIRST.filter((outcome) => counts[outcome] > 0).map(
      (outcome) => `${tFace(outcome)} ${format.number(counts[outcome])}`,
    );
    return [t('count', { count: sumOf(counts) }), ...parts].join(' · ');
  };
}
