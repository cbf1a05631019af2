'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useRtt } from '@/components/pings/use-rtt';
import { Term } from '@/components/terms/term';
import { LegendMark } from './trend-mark';

function Item({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1">
      {mark}
      {children}
    </li>
  );
}

/** What the signs of the plot mean. */
export function TrendLegend({ normal }: { normal: { lowMs: number; highMs: number } | null }) {
  const t = useTranslations('linePage');
  const tFace = useTranslations('face');
  const { figure } = useRtt();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-muted">
      {(['stable', 'intermittent', 'no_internet', 'failed'] as const).map((face) => (
        <Item key={face} mark={<LegendMark face={face} />}>
          <Term name={face}>{tFace(face)}</Term>
        </Item>
      ))}
      {normal && (
        <Item mark={<span className="h-3 w-4 bg-unknown-line opacity-55" />}>
          <Term name="normal">{t('band', { low: figure(normal.lowMs), high: figure(normal.highMs) })}</Term>
        </Item>
      )}
      <Item mark={<span className="h-3 w-1 bg-intermittent" />}>
        <Term name="loss">{t('lossBar')}</Term>
      </Item>
    </ul>
  );
}
