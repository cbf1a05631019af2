'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { faceOf } from '@/lib/domain/face';
import type { PingItem } from '@/lib/domain/ping-details';
import { useRtt } from './use-rtt';

/** An older run is the line's past and belongs to its history, not beside the answer to this call. */
const LOOKS_BACK_MS = 24 * 3_600_000;

function previousOf(history: readonly PingItem[], ping: PingItem): PingItem | null {
  const start = Date.parse(ping.started_at);
  const earlier = history.filter((past) => Date.parse(past.started_at) < start && past.state !== 'running');
  const last = earlier[0];
  return last && start - Date.parse(last.started_at) < LOOKS_BACK_MS ? last : null;
}

/** This run beside the one before it: what changed since. */
export function Comparison({ ping, history }: { ping: PingItem; history: readonly PingItem[] }) {
  const t = useTranslations('compare');
  const tFace = useTranslations('face');
  const format = useFormatter();
  const rtt = useRtt();
  const age = useAge();
  const before = previousOf(history, ping);
  if (before === null) return null;
  const percent = (value: number | null) =>
    value === null ? '—' : format.number(value / 100, { style: 'percent', maximumFractionDigits: 0 });
  const ms = (value: number | null) => (value === null ? '—' : rtt.withUnit(value));
  const change = (from: string, to: string) => (from === to ? to : `${from} → ${to}`);
  return (
    <p className="text-sm text-ink-muted" data-testid="comparison">
      {t('title')} ({age(before.started_at)}):{' '}
      <span className="text-ink tabular-nums">
        {[
          change(tFace(faceOf(before)), tFace(faceOf(ping))),
          (before.loss_percent !== null || ping.loss_percent !== null) &&
            `${t('loss')} ${change(percent(before.loss_percent), percent(ping.loss_percent))}`,
          // Latency is compared only where both runs have one.
          before.rtt_ms.median !== null &&
            ping.rtt_ms.median !== null &&
            `${t('rtt')} ${change(ms(before.rtt_ms.median), ms(ping.rtt_ms.median))}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  );
}
