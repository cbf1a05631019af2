'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { usePacketCounts } from '@/components/pings/use-packet-counts';
import { classNames } from '@/components/ui/class-names';
import type { HistoryItem } from '@/lib/queries/history';
import { NUMBER_COLUMNS, type ColumnName } from './column-names';
import type { Cells } from './use-cells';

type Shape = { ping: HistoryItem; cells: Cells; onOpen: () => void };

/** The whole row leads to the ping, and stays a link that can be opened in a tab of its own. */
type RowLinkProps = Pick<Shape, 'ping' | 'onOpen'> & { children: ReactNode };

function RowLink({ ping, onOpen, children }: RowLinkProps) {
  return (
    <Link
      href={`/pings/${ping.task_id}`}
      prefetch={false}
      onClick={onOpen}
      className="truncate font-medium text-ink outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--brand)"
    >
      {children}
    </Link>
  );
}

const QUIET: readonly ColumnName[] = [
  'time',
  'remarks',
  'zone',
  'router',
  'sector',
  'who',
  'reason',
  'source',
  'note',
];

/** One ping as a row of the table, on a wide screen. */
export function PingLine({ ping, cells, onOpen, columns }: Shape & { columns: readonly ColumnName[] }) {
  return columns.map((column) => {
    const content = cells[column](ping);
    return (
      <span
        key={column}
        role="cell"
        title={typeof content === 'string' && content.length > 16 ? content : undefined}
        className={classNames(
          'min-w-0 truncate tabular-nums',
          NUMBER_COLUMNS.includes(column) && 'text-right',
          (content === null || QUIET.includes(column)) && 'text-ink-muted',
        )}
      >
        {column === 'customer' ? (
          <RowLink ping={ping} onOpen={onOpen}>
            {content}
          </RowLink>
        ) : (
          (content ?? '—')
        )}
      </span>
    );
  });
}

/** One ping as a card, on a phone. */
export function PingCard({ ping, cells, onOpen }: Shape) {
  const t = useTranslations('historyList');
  const countsOf = usePacketCounts();
  const lost = (ping.sent === 0 ? null : countsOf(ping)) ?? t('noPackets');
  const facts = [lost, cells.rtt(ping), ping.frozen.zone?.name, ping.frozen.router?.name];
  return (
    <span role="cell" className="flex h-full flex-col justify-center gap-1 px-3">
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate">
          <RowLink ping={ping} onOpen={onOpen}>
            {cells.customer(ping)}
          </RowLink>
        </span>
        <span className="shrink-0 text-xs text-ink-muted tabular-nums">{cells.time(ping)}</span>
      </span>
      <span className="flex items-center gap-2">
        {cells.verdict(ping)}
        <span className="ml-auto min-w-0 truncate text-xs text-ink-muted">{cells.who(ping)}</span>
      </span>
      <span className="truncate text-xs text-ink-muted tabular-nums">
        {facts.filter(Boolean).join(' · ')}
      </span>
      {ping.note && <span className="truncate text-xs text-ink">{ping.note.text}</span>}
    </span>
  );
}
