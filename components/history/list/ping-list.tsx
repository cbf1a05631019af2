'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useMedia } from '@/components/shell/use-media';
import { classNames } from '@/components/ui/class-names';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryItem } from '@/lib/queries/history';
import { rowStyle, type ColumnName } from './column-names';
import { HeldRow } from './held-row';
import { ListHead } from './list-head';
import { keepOpened, openedIn } from './opened-ping';
import { PingCard, PingLine } from './ping-line';
import { useCells, type Cells } from './use-cells';
import { useIsSettled } from './use-is-settled';
import { useRowKeys } from './use-row-keys';
import { CARD_PX, ROW_PX, useRows } from './use-rows';

type PingListProps = {
  pings: readonly HistoryItem[];
  /** Rows that are still to come, whose place is held. */
  held: number;
  /** Of the whole filter; null while nobody knows. */
  total: number | null;
  columns: readonly ColumnName[];
  sort: HistoryFilter['sort'];
  isOld: boolean;
  onSort: (sort: HistoryFilter['sort']) => void;
  /** The end of what is loaded comes into sight. */
  onNearEnd: () => void;
  onLeave: () => void;
};

type RowProps = { ping: HistoryItem | undefined; cells: Cells; columns: readonly ColumnName[] | null };

/** A ping as a row or as a card; the place of one that has not come yet. */
function Row({ ping, cells, columns }: RowProps) {
  if (ping === undefined) return <HeldRow columns={columns} />;
  const open = () => keepOpened(ping.task_id);
  if (columns === null) return <PingCard ping={ping} cells={cells} onOpen={open} />;
  return <PingLine ping={ping} cells={cells} onOpen={open} columns={columns} />;
}

/** How many rows before the end of what is loaded the next ones are asked for. */
const AHEAD = 20;

/**
 * The pings, of which only those in sight are drawn: rows on a wide screen, cards on a phone. Without pings it holds the
 * places of the first ones, under the head that they will have.
 */
export function PingList(props: PingListProps) {
  const { pings, held, total, columns, sort, isOld, onSort, onNearEnd, onLeave } = props;
  const t = useTranslations('historyList');
  const isWide = useMedia('(min-width: 768px)', true);
  const cells = useCells();
  const head = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(() => openedIn(pings));
  const count = pings.length + held;
  const rowPx = isWide ? ROW_PX : CARD_PX;
  const { list, top, virtualizer, focus } = useRows({ count, rowPx, active });
  const { onKeyDown } = useRowKeys({
    count: pings.length,
    active,
    onActive: setActive,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    focus,
    onLeave,
  });
  const isSettled = useIsSettled();
  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  const isNearEnd = held > 0 && last >= pings.length - AHEAD;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, pings.length, onNearEnd]);
  const grid = isWide ? rowStyle(columns) : undefined;
  const scrollHead = (left: number) => head.current?.scrollTo({ left });
  return (
    <div
      role="table"
      aria-label={t('title')}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-busy={isOld || pings.length === 0}
      onKeyDown={onKeyDown}
      data-testid={pings.length === 0 ? 'history-list-loading' : 'history-list'}
      className={classNames('print:hidden', isOld && 'opacity-50')}
    >
      {isWide && <ListHead ref={head} columns={columns} grid={grid} sort={sort} onSort={onSort} />}
      <div
        role="rowgroup"
        className="overflow-x-auto overflow-y-hidden"
        onScroll={(event) => scrollHead(event.currentTarget.scrollLeft)}
      >
        {/* Below the edge of the window the rows are laid out after the rest, which is there a fifth sooner. */}
        <div
          ref={list}
          role="presentation"
          className={classNames('relative', !isSettled && '[content-visibility:auto]')}
          style={{ height: virtualizer.getTotalSize(), minWidth: grid?.minWidth }}
        >
          {rows.map(({ index, key, start }) => (
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              data-task-id={pings[index]?.task_id}
              className={classNames(
                'absolute inset-x-0 top-0 border-b border-line hover:bg-sunken',
                isWide && 'grid items-center gap-4 px-4 text-sm',
                index === active && 'bg-brand-soft',
              )}
              style={{ ...grid, height: rowPx, transform: `translateY(${start - top}px)` }}
            >
              <Row ping={pings[index]} cells={cells} columns={isWide ? columns : null} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
