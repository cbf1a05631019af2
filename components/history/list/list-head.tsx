'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CSSProperties, Ref } from 'react';
import { Term } from '@/components/terms/term';
import { classNames } from '@/components/ui/class-names';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import { COLUMNS, NUMBER_COLUMNS, type ColumnName } from './column-names';

type Sort = HistoryFilter['sort'];

type ListHeadProps = {
  ref: Ref<HTMLDivElement>;
  columns: readonly ColumnName[];
  grid: CSSProperties | undefined;
  sort: Sort;
  onSort: (sort: Sort) => void;
};

/** What a click on a column sorts by, and how it is sorted now. */
function sortOf(
  column: ColumnName,
  sort: Sort,
): { next: Sort; now: 'ascending' | 'descending' | 'none' } | null {
  if (column === 'time') {
    const now = sort === 'newest' ? 'descending' : sort === 'oldest' ? 'ascending' : 'none';
    return { next: sort === 'newest' ? 'oldest' : 'newest', now };
  }
  if (column === 'duration')
    return {
      next: sort === 'slowest' ? 'newest' : 'slowest',
      now: sort === 'slowest' ? 'descending' : 'none',
    };
  return null;
}

/** Columns whose name is a word of the trade. */
const HEAD_TERMS = { lost: 'loss', rtt: 'rtt', remarks: 'remarks' } as const;
const isTerm = (column: ColumnName): column is keyof typeof HEAD_TERMS => column in HEAD_TERMS;

/** The names of the columns, which stay in sight while the rows scroll. */
export function ListHead({ ref, columns, grid, sort, onSort }: ListHeadProps) {
  const t = useTranslations('historyList');
  return (
    <div
      ref={ref}
      role="rowgroup"
      className="sticky top-(--covered-height) z-10 overflow-hidden border-b border-line bg-sunken"
    >
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-9 items-center gap-4 px-4 text-xs font-medium text-ink-muted"
        style={grid}
      >
        {columns.map((column) => {
          const sorting = sortOf(column, sort);
          const title = t(COLUMNS[column].title);
          const Arrow = sorting?.now === 'ascending' ? ArrowUp : ArrowDown;
          return (
            <span
              key={column}
              role="columnheader"
              aria-sort={sorting?.now}
              className={classNames('min-w-0 truncate', NUMBER_COLUMNS.includes(column) && 'text-right')}
            >
              {isTerm(column) ? (
                <Term name={HEAD_TERMS[column]}>{title}</Term>
              ) : sorting === null ? (
                title
              ) : (
                <button
                  type="button"
                  onClick={() => onSort(sorting.next)}
                  className="inline-flex items-center gap-1 rounded-sm hover:text-ink"
                >
                  {title}
                  {sorting.now !== 'none' && <Arrow className="size-4" aria-hidden />}
                </button>
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}
