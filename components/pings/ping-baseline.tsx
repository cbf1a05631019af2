'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Term } from '@/components/terms/term';
import { BASELINE_NEEDS, type Baseline } from '@/lib/domain/baseline';
import type { PingItem } from '@/lib/domain/ping-details';
import { useRtt } from './use-rtt';

/** A quarter above the usual top of a line, and never for a few milliseconds. */
const isAbove = (ms: number, baseline: { highMs: number }) =>
  ms > baseline.highMs * 1.25 && ms - baseline.highMs > 3;

/** Today against this line's own normal; says so when it has not enough history to speak. */
export function PingBaseline({ ping, baseline }: { ping: PingItem; baseline: Baseline }) {
  const t = useTranslations('baseline');
  const format = useFormatter();
  const { figure } = useRtt();
  if (ping.state !== 'finished') return null;
  if (baseline.kind === 'too_few') {
    return (
      <p className="text-sm text-ink-muted">
        <Term name="normal">{t('tooFew', { count: baseline.count, needed: BASELINE_NEEDS })}</Term>
      </p>
    );
  }
  const { lowMs, highMs, count, usualLossPercent } = baseline;
  const today = ping.rtt_ms.median;
  const percent = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  return (
    <p className="text-sm" data-testid="ping-baseline">
      {today !== null && (
        <>
          <span className="font-medium">{t('today', { ms: figure(today) })}</span>
          {'\u00a0· '}
        </>
      )}
      <Term name="normal">{t('normal', { low: figure(lowMs), high: figure(highMs), count })}</Term>
      {today !== null && (
        <span className={isAbove(today, baseline) ? 'font-medium text-intermittent-ink' : 'text-ink-muted'}>
          {'\u00a0· '}
          {isAbove(today, baseline) ? t('above') : t('within')}
        </span>
      )}
      {ping.loss_percent !== null && ping.loss_percent !== usualLossPercent && (
        <span className="text-ink-muted">
          {'\u00a0· '}
          {t('lossUsual', { today: percent(ping.loss_percent), usual: percent(usualLossPercent) })}
        </span>
      )}
    </p>
  );
}
