'use client';

import { Printer, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import { ExportPanel } from './export/export-panel';
import type { useHistory } from './use-history';
import { ViewsRow } from './views-row';

type HistoryToolbarProps = {
  filter: HistoryFilter;
  history: ReturnType<typeof useHistory>;
  isTodayOnly: boolean;
  mayExport: boolean;
  total: number | null;
  onFilter: (next: HistoryFilter) => void;
};

/** The questions of every day, how old the numbers are, and what leaves the page: paper and files. */
export function HistoryToolbar(props: HistoryToolbarProps) {
  const { filter, history, isTodayOnly, mayExport, total, onFilter } = props;
  const t = useTranslations('history');
  const { readAt, isReading, refresh } = history;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
      <div className="order-last w-full min-w-0 lg:order-none lg:w-auto">
        <ViewsRow filter={filter} isTodayOnly={isTodayOnly} onFilter={onFilter} />
      </div>
      <div className="ml-auto flex items-center gap-2">
        <Button variant="quiet" size="sm" disabled={isReading} onClick={() => void refresh()}>
          <RefreshCw className={classNames('size-4', isReading && 'animate-ring')} aria-hidden />
          <span className="sr-only">{t('refresh')}</span>
        </Button>
        <span className="mr-2 text-sm text-ink-muted tabular-nums">
          {readAt === null ? <Skeleton className="h-4 w-12" /> : <Moment at={readAt} />}
        </span>
        <Button onClick={() => window.print()} className="max-sm:hidden">
          <Printer className="size-4" aria-hidden />
          {t('print')}
        </Button>
        {mayExport && <ExportPanel filter={filter} total={total} />}
      </div>
    </div>
  );
}
