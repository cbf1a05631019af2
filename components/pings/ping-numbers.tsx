'use client';

import { CircleHelp } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Popover } from '@/components/ui/popover';
import type { PingItem } from '@/lib/domain/ping-details';

function Figure({ label, children, help }: { label: string; children: ReactNode; help?: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <dt className="flex items-center gap-1 text-xs text-ink-muted">
        {label}
        {help}
      </dt>
      <dd className="text-base font-medium tabular-nums">{children}</dd>
    </div>
  );
}

/** The interval behind the loss, one click away: numbers first, statistics second. */
function LossHelp({ ping }: { ping: PingItem }) {
  const t = useTranslations('result');
  const format = useFormatter();
  const [low, high] = ping.loss_interval_percent ?? [0, 100];
  const percent = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  const trigger = (
    <button
      type="button"
      aria-label={t('interval', { low: percent(low), high: percent(high) })}
      className="rounded-full p-0.5"
    >
      <CircleHelp className="size-3.5" aria-hidden />
    </button>
  );
  return (
    <Popover trigger={trigger} label={t('loss')}>
      <p className="font-medium">{t('interval', { low: percent(low), high: percent(high) })}</p>
      <p className="mt-2 text-ink-muted">{t('intervalHelp', { sent: ping.sent ?? 0 })}</p>
    </Popover>
  );
}

/** Loss, latency and jitter of a measured ping. Nothing that was not measured is shown as zero. */
export function PingNumbers({ ping }: { ping: PingItem }) {
  const t = useTranslations('result');
  const format = useFormatter();
  const { min, median, max, jitter } = ping.rtt_ms;
  const ms = (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  if (ping.loss_percent === null) return null;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3" data-testid="ping-numbers">
      <Figure label={t('loss')} help={<LossHelp ping={ping} />}>
        {format.number(ping.loss_percent / 100, { style: 'percent', maximumFractionDigits: 1 })}
      </Figure>
      <Figure label={t('rtt')}>
        {median === null || min === null || max === null ? (
          <span className="text-ink-muted">{ping.received === 0 ? t('noReply') : t('noTimes')}</span>
        ) : (
          <>
            {ms(median)} ms
            {ms(min) !== ms(max) && (
              <span className="ml-2 text-sm font-normal text-ink-muted">
                {t('rttRange', { min: ms(min), max: ms(max) })}
              </span>
            )}
          </>
        )}
      </Figure>
      {jitter !== null && <Figure label={t('jitter')}>{ms(jitter)} ms</Figure>}
    </dl>
  );
}
