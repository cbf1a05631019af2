'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Logo } from '@/components/shell/logo';
import { useOperatorZone } from '@/components/shell/operator-zone';
import { classNames } from '@/components/ui/class-names';
import { spanOf, type HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryItem } from '@/lib/queries/history';
import { LONG_MOMENT } from '@/lib/i18n/moments';
import { COLUMNS, type ColumnName } from './list/column-names';
import { useCells } from './list/use-cells';

/** What fits on paper beside each other. */
const ON_PAPER: readonly ColumnName[] = [
  'time',
  'customer',
  'verdict',
  'lost',
  'rtt',
  'zone',
  'router',
  'who',
];
const WHOLE: readonly ColumnName[] = ['time', 'verdict', 'lost', 'rtt'];
const FIRST_PAGE = 50;

type PrintTitleProps = { sentence: string; filter: HistoryFilter; readAt: string | null };

/** From when to when a report is: paper outlives "yesterday". Null when it is of everything. */
function useSpanWords(): (filter: HistoryFilter, readAt: string) => string | null {
  const format = useFormatter();
  const timeZone = useOperatorZone();
  return (filter, readAt) => {
    const read = new Date(readAt);
    const { from, to } = spanOf(filter, read, timeZone);
    if (from === null) return null;
    // A day that has ended is told by itself, and not by the first moment of the next.
    const end = to === null || to > read ? read : new Date(to.getTime() - 1);
    const style = { day: 'numeric', month: 'short', year: 'numeric', timeZone } as const;
    return format.dateTimeRange(from, end, style);
  };
}

/** The head of the report: what it is of, of which days, and when it was read. */
export function PrintTitle({ sentence, filter, readAt }: PrintTitleProps) {
  const t = useTranslations('history');
  const format = useFormatter();
  const spanWords = useSpanWords();
  const moment = readAt && format.dateTime(new Date(readAt), LONG_MOMENT);
  const days = readAt && spanWords(filter, readAt);
  return (
    <div className="flex items-center gap-3 border-b border-line pb-3">
      <Logo className="size-8" />
      <div>
        <p className="text-lg font-semibold">{sentence}</p>
        {moment !== null && (
          <p className="text-xs text-ink-muted">
            {days !== null && `${days} · `}
            {t('printed', { moment })}
          </p>
        )}
      </div>
    </div>
  );
}

/** The first rows as a plain table, for paper cannot be scrolled. */
export function PrintTable({ pings, total }: { pings: readonly HistoryItem[]; total: number | null }) {
  const t = useTranslations('historyList');
  const cells = useCells();
  const rows = pings.slice(0, FIRST_PAGE);
  const isAll = total === null || total <= rows.length;
  return (
    <div aria-hidden>
      <h2 className="mb-2 text-base font-semibold">
        {isAll ? t('count', { count: rows.length }) : t('firstRows', { count: rows.length, total })}
      </h2>
      <table className="w-full border-collapse text-left text-xs">
        <thead>
          <tr>
            {ON_PAPER.map((column) => (
              <th key={column} className="border-b border-line-strong py-1 pr-2 font-medium">
                {t(COLUMNS[column].title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {rows.map((ping) => (
            <tr key={ping.task_id} className="break-inside-avoid border-b border-line">
              {ON_PAPER.map((column) => (
                <td
                  key={column}
                  className={classNames('py-1 pr-2', WHOLE.includes(column) && 'whitespace-nowrap')}
                >
                  {cells[column](ping) ?? '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
