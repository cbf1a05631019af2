'use client';

import { useTranslations } from 'next-intl';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import { isOfToday, isSameFilter, VIEW_NAMES, viewFilter } from './views';

type ViewsRowProps = {
  filter: HistoryFilter;
  isTodayOnly: boolean;
  onFilter: (next: HistoryFilter) => void;
};

/** The questions of every day, each one click. */
export function ViewsRow({ filter, isTodayOnly, onFilter }: ViewsRowProps) {
  const t = useTranslations('history');
  const offered = VIEW_NAMES.filter((name) => !isTodayOnly || isOfToday(name));
  return (
    <nav aria-label={t('views')} className="-mx-3 flex gap-1 overflow-x-auto px-1 py-1 lg:mx-0 print:hidden">
      {offered.map((name) => {
        const next = viewFilter(name);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={isSameFilter(filter, next)}
            onClick={() => onFilter(next)}
            className="h-8 rounded px-3 text-sm font-medium whitespace-nowrap text-ink-muted hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink"
          >
            {t(name)}
          </button>
        );
      })}
    </nav>
  );
}
