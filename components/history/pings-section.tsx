'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { SORTS, type HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryChoices } from '@/lib/domain/history-summary';
import { ColumnMenu } from './list/column-menu';
import { withColumn } from './list/column-names';
import { EmptyHistory } from './list/empty-history';
import { ListEnd } from './list/list-end';
import { PingList } from './list/ping-list';
import { useColumns } from './list/use-columns';
import type { useHistory } from './use-history';

type PingsSectionProps = {
  filter: HistoryFilter;
  history: ReturnType<typeof useHistory>;
  choices: HistoryChoices | undefined;
  isTodayOnly: boolean;
  onFilter: (next: HistoryFilter) => void;
  onLeave: () => void;
};

/** At most this many rows have their place held below those that are loaded. */
const MOST_HELD = 50;
/** Before any has come, so many have theirs. */
const FIRST_HELD = 20;

const SORT_WORDS = { newest: 'newest', oldest: 'oldest', slowest: 'slowest' } as const;

function SortChoice({
  sort,
  onSort,
}: {
  sort: HistoryFilter['sort'];
  onSort: (sort: HistoryFilter['sort']) => void;
}) {
  const t = useTranslations('historyList');
  return (
    <select
      aria-label={t('sort')}
      value={sort}
      onChange={(event) => onSort(SORTS.find((name) => name === event.target.value) ?? sort)}
      className="h-8 rounded border border-line bg-surface px-2 text-sm"
    >
      {SORTS.map((name) => (
        <option key={name} value={name}>
          {t(SORT_WORDS[name])}
        </option>
      ))}
    </select>
  );
}

/** The pings themselves, below the numbers and pictures of all of them. */
export function PingsSection(props: PingsSectionProps) {
  const { filter, history, choices, isTodayOnly, onFilter, onLeave } = props;
  const t = useTranslations('historyList');
  const tProblem = useTranslations('problem');
  const { columns: chosen, toggle } = useColumns();
  // Who looks at the last ping of each customer takes over from somebody, and needs what was written down.
  const noted = filter.last ? withColumn(chosen, 'note') : chosen;
  const columns = filter.sort === 'slowest' ? withColumn(noted, 'duration') : noted;
  const { list, pings } = history;
  const { fetchNextPage, hasNextPage, isFetching, isFetchNextPageError } = list;
  const total = history.totals.isPlaceholderData ? null : (history.totals.data?.total ?? null);
  const left = total === null ? MOST_HELD : Math.max(1, total - pings.length);
  const held = hasNextPage && !isFetchNextPageError ? Math.min(MOST_HELD, left) : 0;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  const isOld = list.isPlaceholderData;
  const onSort = (sort: HistoryFilter['sort']) => onFilter({ ...filter, sort });
  const shown = { columns, sort: filter.sort, isOld, onSort, onNearEnd, onLeave };
  return (
    <section aria-label={t('title')} className="rounded border border-line bg-surface print:hidden">
      <div className="flex flex-wrap items-center gap-2 px-4 py-2">
        <h2 className="text-sm font-semibold">{t('title')}</h2>
        <p role="status" className="text-sm text-ink-muted tabular-nums">
          {total !== null && !isOld && t('count', { count: total })}
        </p>
        {list.isPending && <Skeleton className="h-4 w-28" />}
        <div className="ml-auto flex items-center gap-2">
          <SortChoice sort={filter.sort} onSort={onSort} />
          <span className="max-md:hidden">
            <ColumnMenu columns={chosen} onToggle={toggle} />
          </span>
        </div>
      </div>
      {list.isError && list.data === undefined && (
        <Notice tone="bad" icon={CircleAlert} role="alert" className="m-4 items-center [&>svg]:mt-0">
          <span className="flex flex-wrap items-center gap-3">
            {tProblem('load')}
            <Button size="sm" onClick={() => void list.refetch()}>
              {tProblem('retry')}
            </Button>
          </span>
        </Notice>
      )}
      {list.data !== undefined && pings.length === 0 && (
        <EmptyHistory filter={filter} choices={choices} isTodayOnly={isTodayOnly} onFilter={onFilter} />
      )}
      {/* Once the pings are there it is another list, which begins where somebody comes back from. */}
      {list.isPending && <PingList key="held" {...shown} pings={[]} held={FIRST_HELD} total={null} />}
      {pings.length > 0 && (
        <>
          <PingList key="pings" {...shown} pings={pings} held={held} total={total} />
          <ListEnd
            loaded={pings.length}
            wrong={pings.filter((ping) => ping.wrong_customer).length}
            hasMore={hasNextPage}
            isError={isFetchNextPageError}
            onRetry={() => void fetchNextPage()}
          />
        </>
      )}
    </section>
  );
}
