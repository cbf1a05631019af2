'use client';

import { SearchX, X } from 'lucide-react';
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

/** Nothing fits all of it: says what was asked, and offers to ask for less. */
export function EmptyHistory({ filter, choices, isTodayOnly, onFilter }: EmptyHistoryProps) {
  const t = useTranslations('historyList');
  const tFilter = useTranslations('historyFilter');
  const { word, sentence } = useFilterWords(choices);
  const set = CONDITIONS.filter((one) => isSet(filter, one) && !(one === 'period' && isTodayOnly));
  return (
    <div data-testid="history-empty" className="flex flex-col items-start gap-3 px-4 py-12 sm:px-8">
      <SearchX className="size-8 text-ink-muted" aria-hidden />
      <h3 className="text-base font-semibold">{t('emptyTitle')}</h3>
      <p className="text-ink-muted">{t('emptyText', { sentence: sentence(filter) })}</p>
      {set.length > 0 && (
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
      )}
    </div>
  );
}
