'use client';

import { ArrowRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { faceOf } from '@/lib/domain/face';
import type { PingItem } from '@/lib/domain/ping-details';
import { FACE_STYLES } from './ping-face';

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
  const age = useAge();
  const before = previousOf(history, ping);
  if (before === null) return null;
  const percent = (value: number | null) =>
    value === null ? '—' : format.number(value / 100, { style: 'percent', maximumFractionDigits: 0 });
  const ms = (value: number | null) =>
    value === null ? '—' : `${format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 })} ms`;
  const runs = [before, ping];
  return (
    <section aria-label={t('title')} className="text-sm" data-testid="comparison">
      <table className="tabular-nums">
        <caption className="pb-1 text-left text-xs text-ink-muted">
          {t('title')} · {t('before', { age: age(before.started_at) })}
        </caption>
        <tbody>
          <tr>
            {runs.map((run, index) => (
              <td key={run.task_id} className={`pr-6 ${FACE_STYLES[faceOf(run)].text}`}>
                {index === 1 && <ArrowRight className="mr-2 inline size-3.5 text-ink-muted" aria-hidden />}
                {tFace(faceOf(run))}
              </td>
            ))}
          </tr>
          <tr>
            <td className="pr-6">
              {t('loss')} {t('was', { value: percent(before.loss_percent) })}
            </td>
            <td>{t('now', { value: percent(ping.loss_percent) })}</td>
          </tr>
          <tr>
            <td className="pr-6">
              {t('rtt')} {t('was', { value: ms(before.rtt_ms.median) })}
            </td>
            <td>{t('now', { value: ms(ping.rtt_ms.median) })}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
