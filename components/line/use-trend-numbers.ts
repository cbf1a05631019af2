'use client';

import { useTranslations } from 'next-intl';
import type { ChartNumbers } from '@/components/history/charts/chart-panel';
import type { TrendPoint } from '@/lib/domain/line-trend';
import { useLineFigures } from './line-figures';

/** The chart of a line as a table, the newest ping first. */
export function useTrendNumbers(points: readonly TrendPoint[]): ChartNumbers {
  const t = useTranslations('linePage');
  const tFace = useTranslations('face');
  const { ms, percent, moment } = useLineFigures();
  return {
    head: [t('when'), t('result'), t('rtt'), t('range'), t('loss')],
    rows: [...points].reverse().map(({ ping, face, medianMs, lossPercent }) => {
      const { min, max } = ping.rtt_ms;
      const range = min === null || max === null ? ms(null) : `${ms(min)} – ${ms(max)}`;
      return [moment(ping.started_at), tFace(face), ms(medianMs), range, percent(lossPercent)];
    }),
  };
}
