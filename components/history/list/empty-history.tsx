'use client';

import { Activity, SearchX, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryChoices } from '@/lib/domain/history-summary';
import { CONDITIONS, cleared, isSet, without } from '../filter-change';
import { useFilterWords } from '../filter-words';

type EmptyHistoryProps = {
  filter: HistoryFilter;
  choices: HistoryChoices | undefined;
  isTodayOnly: boolean;
  onFilter: (next: HistoryFilter) => void;
};

const PLACE = 'flex flex-col items-start gap-3 px-4 py-12 sm:px-8';

type NothingMeasuredProps = Omit<EmptyHistoryProps, 'isTodayOnly'> & {
  /** True where no longer period can be asked for. */
  isLongest: boolean;
};

/** Nothing was asked for but the period, and nobody has measured in it: says what this page is for. */
function NothingMeasured({ filter, choices, isLongest, onFilter }: NothingMeasuredProps) {
  const t = useTranslations('historyList');
  const tFilter = useTranslations('historyFilter');
  const { sentence } = useFilterWords(choices);
  return (
    <div data-testid="history-empty" className={PLACE}>
      <Activity className="size-8 text-ink-muted" aria-hidden />
      <h3 className="text-base font-semibold">{t('freshTitle')}</h3>
      <p className="max-w-prose text-pretty text-ink-muted">
        {t('freshText', { sentence: sentence(filter) })}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        {!isLongest && (
          <Button size="sm" onClick={() => onFilter({ ...filter, period: 'all' })}>
            {tFilter('allTime')}
          </Button>
        )}
        <Link href="/" className="rounded font-medium text-brand-ink underline underline-offset-4">
          {t('toDesk')}
        </Link>
      </div>
    </div>
  );
}

/** Nothing fits all of it: says what was asked, and offers to ask for less. */
export function EmptyHistory({ filter, choices, isTodayOnly, onFilter }: EmptyHistoryProps) {
  const t = useTranslations('historyList');
  const tFilter = useTranslations('historyFilter');
  const { word, sentence } = useFilterWords(choices);
  const { period, from, to } = filter;
  const isLongest = isTodayOnly || (period === 'all' && from === null && to === null);
  const set = CONDITIONS.filter((one) => isSet(filter, one) && !(one === 'period' && isLongest));
  if (set.length === 0)
    return <NothingMeasured filter={filter} choices={choices} isLongest={isLongest} onFilter={onFilter} />;
  return (
    <div data-testid="history-empty" className={PLACE}>
      <SearchX className="size-8 text-ink-muted" aria-hidden />
      <h3 className="text-base font-semibold">{t('emptyTitle')}</h3>
      <p className="text-ink-muted">{t('emptyText', { sentence: sentence(filter) })}</p>
      <div className="flex flex-wrap gap-2">
        {set.map((condition) => (
          <Button key={condition} size="sm" onClick={() => onFilter(without(filter, condition))}>
            <X className="size-4" aria-hidden />
            {tFilter('remove', { what: word(filter, condition) })}
          </Button>
        ))}
        {set.length > 1 && (
          <Button size="sm" onClick={() => onFilter(cleared(filter))}>
            {tFilter('clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
