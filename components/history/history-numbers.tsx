'use client';

import { ChevronDown, CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { LatePlace } from '@/components/shell/late-place';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { late } from '@/components/ui/late';
import { Notice } from '@/components/ui/notice';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { HistorySummary } from '@/lib/domain/history-summary';
import { ChartsSkeleton } from './charts-skeleton';
import { Totals } from './totals';
import type { useHistory } from './use-history';
import { useStoredFlag } from './use-stored-flag';

type HistoryNumbersProps = {
  filter: HistoryFilter;
  totals: ReturnType<typeof useHistory>['totals'];
  onFilter: (next: HistoryFilter) => void;
};

// The pictures come after the numbers, and only who opens the history loads them.
const historyCharts = late(() => import('./charts/history-charts'));

type ChartsProps = Pick<HistoryNumbersProps, 'filter' | 'onFilter'> & {
  summary: HistorySummary | undefined;
  isOld: boolean;
};

/** The pictures, which can be folded away by who works through the rows. */
function Charts({ filter, onFilter, ...now }: ChartsProps) {
  const t = useTranslations('history');
  const [folded, setFolded] = useStoredFlag('pulso-history-charts-folded');
  // They are a lot to draw: what somebody presses meanwhile comes first.
  const code = useDeferredValue(historyCharts.useDue(!folded));
  const summary = useDeferredValue(now.summary);
  const isOld = useDeferredValue(now.isOld);
  return (
    <div className="flex flex-col gap-2">
      <Button
        variant="quiet"
        size="sm"
        aria-expanded={!folded}
        onClick={() => setFolded(!folded)}
        className="-ml-2 self-start"
      >
        <ChevronDown className={classNames('size-4', folded && '-rotate-90')} aria-hidden />
        {t('charts')}
      </Button>
      {!folded && code === null && (
        <LatePlace part={historyCharts}>
          <ChartsSkeleton />
        </LatePlace>
      )}
      {!folded && code !== null && summary === undefined && <ChartsSkeleton />}
      {!folded && code !== null && summary !== undefined && (
        <code.HistoryCharts summary={summary} filter={filter} isOld={isOld} onFilter={onFilter} />
      )}
    </div>
  );
}

/** The totals and the pictures of the whole filter. Where they cannot be read nothing of another filter is shown. */
export function HistoryNumbers({ filter, totals, onFilter }: HistoryNumbersProps) {
  const t = useTranslations('history');
  const tProblem = useTranslations('problem');
  const { data: summary, isPlaceholderData: isOld, isError } = totals;
  if (isError && summary === undefined) {
    return (
      <Notice tone="bad" icon={CircleAlert} role="alert" className="items-center [&>svg]:mt-0">
        <span className="flex flex-wrap items-center gap-3">
          {t('totalsFailed')}
          <Button size="sm" onClick={() => void totals.refetch()}>
            {tProblem('retry')}
          </Button>
        </span>
      </Notice>
    );
  }
  return (
    <>
      <Totals summary={summary} filter={filter} isOld={isOld} onFilter={onFilter} />
      {summary?.total !== 0 && <Charts summary={summary} filter={filter} isOld={isOld} onFilter={onFilter} />}
    </>
  );
}
