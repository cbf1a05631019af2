'use client';

import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import { ChartPanel } from '@/components/history/charts/chart-panel';
import { lineBaseline } from '@/lib/domain/baseline';
import {
  fittingDays,
  summaryOf,
  TREND_DAYS,
  trendOf,
  withinDays,
  type TrendDays,
  type TrendPoint,
} from '@/lib/domain/line-trend';
import type { PingItem } from '@/lib/domain/ping-details';
import { LineSummary, SUMMED_FACES } from './line-summary';
import { TrendChart } from './trend-chart';
import { useTrendNumbers } from './use-trend-numbers';

const DAY_MS = 86_400_000;

function Days({ days, onDays }: { days: TrendDays; onDays: (days: TrendDays) => void }) {
  const t = useTranslations('linePage');
  const choose = (value: string) => {
    const chosen = TREND_DAYS.find((count) => String(count) === value);
    if (chosen !== undefined) onDays(chosen);
  };
  return (
    <ToggleGroup.Root
      type="single"
      value={String(days)}
      onValueChange={choose}
      aria-label={t('span')}
      className="flex gap-1 self-start rounded border border-line p-0.5 print:hidden"
    >
      {TREND_DAYS.map((count) => (
        <ToggleGroup.Item
          key={count}
          value={String(count)}
          className="h-8 rounded-sm px-1 text-xs whitespace-nowrap text-ink-muted tabular-nums hover:bg-sunken data-[state=on]:bg-brand-soft data-[state=on]:text-brand-ink sm:px-3 sm:text-sm"
        >
          {t('days', { count })}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

function usePlotLabel(points: readonly TrendPoint[], days: TrendDays): string {
  const t = useTranslations('linePage');
  const tFace = useTranslations('face');
  const { count } = summaryOf(points);
  const list = SUMMED_FACES.filter((face) => count[face] > 0)
    .map((face) => `${tFace(face)} ${count[face]}`)
    .join(', ');
  return t('plot', { count: points.length, days: t('days', { count: days }), list });
}

/** Round trips and losses of a line over time, with its normal behind them; the span is as short as holds them all. */
export function TrendPanel({ history, nowMs }: { history: readonly PingItem[]; nowMs: number }) {
  const t = useTranslations('linePage');
  const all = trendOf(history);
  const [chosen, choose] = useState<TrendDays | null>(null);
  const days = chosen ?? fittingDays(all, nowMs);
  const points = withinDays(all, days, nowMs);
  const baseline = lineBaseline(history, history[0]?.frozen.ip ?? null);
  const label = usePlotLabel(points, days);
  const numbers = useTrendNumbers(points);
  return (
    <ChartPanel name="line-trend" title={t('trend')} hint={t('trendHint')} numbers={numbers}>
      <Days days={days} onDays={choose} />
      {points.length === 0 ? (
        <p className="py-8 text-ink-muted">{t('noneInSpan')}</p>
      ) : (
        <>
          <LineSummary summary={summaryOf(points)} />
          <TrendChart
            points={points}
            span={{ fromMs: nowMs - days * DAY_MS, toMs: nowMs }}
            normal={baseline.kind === 'known' ? baseline : null}
            label={label}
          />
        </>
      )}
    </ChartPanel>
  );
}
