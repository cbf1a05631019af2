'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { LatePlace } from '@/components/shell/late-place';
import { late } from '@/components/ui/late';
import { Panel } from '@/components/ui/panel';
import { lineBaseline } from '@/lib/domain/baseline';
import { LineTestsSkeleton, StripSkeleton } from './line-skeleton';
import { LineStrip } from './line-strip';
import type { LineHistory } from './use-line-history';

/** Pings of the strip: what still reads at a glance. */
const STRIP = 30;

/** The last pings as a strip: how the line has been, before anything is read. */
export function LinePast({ history }: { history: LineHistory }) {
  const t = useTranslations('linePage');
  const tDesk = useTranslations('desk');
  const tProblem = useTranslations('problem');
  const last = history.pings.slice(0, STRIP);
  const baseline = lineBaseline(history.pings, last[0]?.frozen.ip ?? null);
  return (
    <Panel
      title={tDesk('lineHint', { count: history.isPending ? STRIP : last.length })}
      aside={last.length > 0 && <span className="text-xs text-ink-muted">{t('stripHint')}</span>}
      className="break-inside-avoid"
    >
      {history.isPending && <StripSkeleton columns={STRIP} />}
      {history.isError && <p className="text-ink-muted">{tProblem('load')}</p>}
      {last.length > 0 && <LineStrip pings={last} normal={baseline.kind === 'known' ? baseline : null} />}
    </Panel>
  );
}

// Comes while the pings are read, which it is nothing without.
const measured = late(() => import('./measured-line'));

/** The line over time, and every ping of it. */
export function LineTests({ history }: { history: LineHistory }) {
  const t = useTranslations('linePage');
  const code = useDeferredValue(measured.useDue(true));
  if (history.isPending) return <LineTestsSkeleton />;
  if (history.pings.length === 0) return <p className="text-ink-muted">{t('never')}</p>;
  if (code !== null) return <code.MeasuredLine history={history} />;
  return (
    <LatePlace part={measured}>
      <LineTestsSkeleton />
    </LatePlace>
  );
}
