'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FaceShape } from '@/components/pings/ping-face';
import { Term } from '@/components/terms/term';
import { classNames } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import type { HistoryFilter, Outcome } from '@/lib/domain/history-filter';
import type { HistorySummary } from '@/lib/domain/history-summary';
import { withOutcomeToggled } from './filter-change';
import { OUTCOME_FILLS } from './outcome-style';
import { useDuration } from './use-duration';

const PLAIN = 'bg-line-strong';

/** A share from 0 to 1 as a length; nothing at all where there is none. */
function Bar({ share, fill }: { share: number; fill: string }) {
  const percent = share > 0 ? Math.max(2, Math.min(100, share * 100)) : 0;
  return (
    <span aria-hidden className="mt-2 block h-1 overflow-hidden rounded-full bg-sunken">
      <span className={classNames('block h-full rounded-full', fill)} style={{ width: `${percent}%` }} />
    </span>
  );
}

type FigureProps = {
  name: string;
  label: ReactNode;
  /** Null while it is counted: its place is held. */
  value: string | null;
  note?: string;
  share: number;
  fill?: string;
  pressed?: boolean;
  onPress?: () => void;
};

function Figure({ name, label, value, note, share, fill = PLAIN, pressed, onPress }: FigureProps) {
  const content = (
    <>
      <span className="flex items-start gap-1 text-xs text-ink-muted">{label}</span>
      <span className="mt-1 flex flex-wrap items-baseline gap-x-1">
        {value === null ? (
          <span className="flex h-7 items-center">
            <Skeleton className="h-5 w-16" />
          </span>
        ) : (
          <span className="text-lg font-semibold tabular-nums" data-total={name}>
            {value}
          </span>
        )}
        <span className="min-w-0 text-xs text-ink-muted tabular-nums">{note}</span>
      </span>
      <Bar share={share} fill={fill} />
    </>
  );
  const className = 'block w-full min-w-0 px-2 py-3 text-left sm:px-3';
  return (
    <li className="min-w-0 bg-surface">
      {onPress === undefined ? (
        <div className={className}>{content}</div>
      ) : (
        <button
          type="button"
          aria-pressed={pressed}
          onClick={onPress}
          className={classNames(className, 'h-full hover:bg-sunken aria-pressed:bg-brand-soft')}
        >
          {content}
        </button>
      )}
    </li>
  );
}

type TotalsProps = {
  summary: HistorySummary | undefined;
  filter: HistoryFilter;
  /** True while these are the numbers of the filter before. */
  isOld: boolean;
  onFilter: (next: HistoryFilter) => void;
};

const FRAME =
  'grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-4 xl:grid-cols-8';

const OUTCOMES: readonly Outcome[] = ['stable', 'intermittent', 'no_internet', 'failed'];

function OutcomeLabel({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('face');
  return (
    <>
      <FaceShape face={outcome} filled className="mt-px size-4 shrink-0" />
      {t(outcome)}
    </>
  );
}

/** The same line with its names, so that nothing moves when the numbers come. */
function TotalsSkeleton() {
  const t = useTranslations('history');
  const place = (name: string, label: ReactNode) => (
    <Figure key={name} name={name} label={label} value={null} share={0} />
  );
  return (
    <ul aria-label={t('totals')} aria-busy data-testid="history-totals-loading" className={FRAME}>
      {place('total', t('pings'))}
      {OUTCOMES.map((outcome) => place(outcome, <OutcomeLabel outcome={outcome} />))}
      {place('contacts', <Term name="contacts">{t('contacts')}</Term>)}
      {place('repeats', <Term name="repeats">{t('repeats')}</Term>)}
      {place('time', <Term name="timeToResult">{t('medianTime')}</Term>)}
    </ul>
  );
}

function useShareText(): (part: number, whole: number) => string {
  const format = useFormatter();
  return (part, whole) =>
    whole === 0 ? '' : format.number(part / whole, { style: 'percent', maximumFractionDigits: 0 });
}

/** The whole filter in one line of numbers, each with its share as a small bar. A verdict can be clicked to filter by it. */
export function Totals({ summary, filter, isOld, onFilter }: TotalsProps) {
  const t = useTranslations('history');
  const format = useFormatter();
  const duration = useDuration();
  const shareText = useShareText();
  if (summary === undefined) return <TotalsSkeleton />;
  const { total, counts, contacts, repeat_contacts: repeats, services } = summary;
  const { median, p95 } = summary.time_to_verdict_ms;
  return (
    <ul
      aria-label={t('totals')}
      aria-busy={isOld}
      data-testid="history-totals"
      className={classNames(FRAME, isOld && 'opacity-50')}
    >
      <Figure
        name="total"
        label={t('pings')}
        value={format.number(total)}
        note={
          counts.running > 0 ? t('running', { count: counts.running }) : t('ofServices', { count: services })
        }
        share={total > 0 ? 1 : 0}
      />
      {OUTCOMES.map((outcome) => (
        <Figure
          key={outcome}
          name={outcome}
          label={<OutcomeLabel outcome={outcome} />}
          value={format.number(counts[outcome])}
          note={shareText(counts[outcome], total)}
          share={total === 0 ? 0 : counts[outcome] / total}
          fill={OUTCOME_FILLS[outcome]}
          pressed={filter.outcomes.includes(outcome)}
          onPress={() => onFilter(withOutcomeToggled(filter, outcome))}
        />
      ))}
      <Figure
        name="contacts"
        label={<Term name="contacts">{t('contacts')}</Term>}
        value={format.number(contacts)}
        share={total === 0 ? 0 : contacts / total}
      />
      <Figure
        name="repeats"
        label={<Term name="repeats">{t('repeats')}</Term>}
        value={format.number(repeats)}
        note={shareText(repeats, contacts)}
        share={contacts === 0 ? 0 : repeats / contacts}
      />
      <Figure
        name="time"
        label={
          <Term name="timeToResult" now={p95 === null ? undefined : t('p95', { time: duration(p95) })}>
            {t('medianTime')}
          </Term>
        }
        value={median === null ? '—' : duration(median)}
        share={median === null || p95 === null || p95 === 0 ? 0 : median / p95}
      />
    </ul>
  );
}
