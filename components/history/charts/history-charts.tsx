'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { HistorySummary } from '@/lib/domain/history-summary';
import { toggled } from '../filter-change';
import { usePeriodWords } from '../filter-words';
import { measuredOf } from '@/lib/domain/outcome-share';
import { useDuration } from '../use-duration';
import { AgentBars } from './agent-bars';
import { OutcomeSeries } from './outcome-series';
import { PlainBars } from './plain-bars';
import { ShareBars } from './share-bars';
import { usePercent } from './use-outcome-numbers';
import { WorstServices } from './worst-services';

type Days = Pick<HistoryFilter, 'period' | 'from' | 'to'>;

type HistoryChartsProps = {
  summary: HistorySummary;
  filter: HistoryFilter;
  isOld: boolean;
  onFilter: (next: HistoryFilter) => void;
};

function TimeToVerdict({ summary }: { summary: HistorySummary }) {
  const t = useTranslations('historyChart');
  const duration = useDuration();
  const { median, p95 } = summary.time_to_verdict_ms;
  const rows = [
    { name: t('median'), value: median ?? 0, text: median === null ? '—' : duration(median) },
    { name: t('p95'), value: p95 ?? 0, text: p95 === null ? '—' : duration(p95) },
  ];
  return (
    <PlainBars
      name="time"
      title={t('time')}
      hint={t('timeHint')}
      head={[t('time'), t('value')]}
      rows={rows}
    />
  );
}

function RepeatContacts({ summary }: { summary: HistorySummary }) {
  const t = useTranslations('historyChart');
  const format = useFormatter();
  const percent = usePercent();
  const { contacts, repeat_contacts: repeats } = summary;
  const share = contacts === 0 ? null : repeats / contacts;
  const rows = [
    { name: t('contacts'), value: contacts, text: format.number(contacts) },
    { name: t('repeatsOf'), value: repeats, text: `${format.number(repeats)} · ${percent(share)}` },
  ];
  return (
    <PlainBars
      name="repeats"
      title={t('repeats')}
      hint={t('repeatsHint')}
      head={[t('repeats'), t('value')]}
      rows={rows}
    />
  );
}

/** The whole filter in pictures; a click on a bar looks closer, and a second one steps back. */
export function HistoryCharts({ summary, filter, isOld, onFilter }: HistoryChartsProps) {
  const t = useTranslations('historyChart');
  const periodWords = usePeriodWords();
  // Where the days that were clicked lead back to.
  const [wider, setWider] = useState<Days | null>(null);
  const onDays = (from: string, to: string) => {
    setWider({ period: filter.period, from: filter.from, to: filter.to });
    onFilter({ ...filter, from, to });
  };
  const back = filter.from !== null &&
    wider !== null && {
      label: t('backTo', { period: periodWords(wider) }),
      run: () => {
        setWider(null);
        onFilter({ ...filter, ...wider });
      },
    };
  return (
    <div
      aria-busy={isOld}
      data-testid="history-charts"
      className={classNames(
        'grid gap-4 lg:grid-cols-2 xl:grid-cols-3 print:grid-cols-2',
        isOld && 'opacity-50',
      )}
    >
      <OutcomeSeries
        summary={summary}
        onDays={onDays}
        back={back || null}
        className="lg:col-span-2 print:-order-1 print:col-span-2"
      />
      <WorstServices
        services={summary.worst_services}
        leftOut={summary.quiet_left_out}
        measured={measuredOf(summary.counts)}
        chosen={filter.serviceId}
        onChoose={(id) => onFilter({ ...filter, serviceId: filter.serviceId === id ? null : id })}
      />
      <ShareBars
        name="zones"
        title={t('zones')}
        of={t('zone')}
        rows={summary.zones}
        chosen={filter.zone}
        onChoose={(name) => onFilter(toggled(filter, 'zone', name))}
      />
      <ShareBars
        name="routers"
        title={t('routers')}
        of={t('router')}
        rows={summary.routers}
        chosen={filter.router}
        onChoose={(name) => onFilter(toggled(filter, 'router', name))}
      />
      <AgentBars
        agents={summary.agents}
        chosen={filter.agent}
        onChoose={(id) => onFilter(toggled(filter, 'agent', id))}
      />
      {/* On paper the small ones fill the first page, and the tall ones share the second. */}
      <div className="grid gap-4 sm:grid-cols-2 lg:col-span-2 xl:col-span-3 print:-order-1 print:col-span-2 print:grid-cols-2">
        <TimeToVerdict summary={summary} />
        <RepeatContacts summary={summary} />
      </div>
    </div>
  );
}
