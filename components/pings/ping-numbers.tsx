'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Term } from '@/components/terms/term';
import type { PingItem } from '@/lib/domain/ping-details';
import { useRtt } from './use-rtt';

function Figure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <dt className="text-xs text-ink-muted">{label}</dt>
      <dd className="text-base font-medium tabular-nums">{children}</dd>
    </div>
  );
}

/** The loss by name, and the interval behind it one click away: numbers first, statistics second. */
function Loss({ ping }: { ping: PingItem }) {
  const t = useTranslations('result');
  const format = useFormatter();
  const [low, high] = ping.loss_interval_percent ?? [0, 100];
  const percent = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  const interval = t('interval', { low: percent(low), high: percent(high) });
  return (
    <Term name="loss" also="interval" now={interval}>
      {t('loss')}
    </Term>
  );
}

/** Loss, latency and jitter of a measured ping. Nothing that was not measured is shown as zero. */
export function PingNumbers({ ping }: { ping: PingItem }) {
  const t = useTranslations('result');
  const format = useFormatter();
  const { min, median, max, jitter } = ping.rtt_ms;
  const { figure, withUnit } = useRtt();
  if (ping.loss_percent === null) return null;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3" data-testid="ping-numbers">
      <Figure label={<Loss ping={ping} />}>
        {format.number(ping.loss_percent / 100, { style: 'percent', maximumFractionDigits: 1 })}
      </Figure>
      <Figure label={<Term name="rtt">{t('rtt')}</Term>}>
        {median === null || min === null || max === null ? (
          <span className="text-ink-muted">{ping.received === 0 ? t('noReply') : t('noTimes')}</span>
        ) : (
          <>
            {withUnit(median)}
            {figure(min) !== figure(max) && (
              <span className="ml-2 text-sm font-normal text-ink-muted">
                {t('rttRange', { min: figure(min), max: figure(max) })}
              </span>
            )}
          </>
        )}
      </Figure>
      {jitter !== null && (
        <Figure label={<Term name="jitter">{t('jitter')}</Term>}>{withUnit(jitter)}</Figure>
      )}
    </dl>
  );
}
