import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SERVICE_FILTERS } from '@/lib/domain/service-filter';
import type { ServiceFinder } from './use-service-finder';

/** The filters in force, each to be taken back. */
export function FilterChips({ finder: { filter, isFiltered, setFilter } }: { finder: ServiceFinder }) {
  const t = useTranslations('search');
  if (!isFiltered) return null;
  return (
    <ul className="flex max-w-[60%] shrink-0 gap-1 overflow-x-auto">
      {SERVICE_FILTERS.map((name) => {
        const value = filter[name];
        if (value === null) return null;
        return (
          <li key={name}>
            <button
              type="button"
              title={`${t(`by_${name}`)}: ${value}`}
              aria-label={t('removeFilter', { name: `${t(`by_${name}`)}: ${value}` })}
              // The field keeps the focus, so that the hand can go on typing.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setFilter(name, null)}
              className="flex h-7 max-w-36 items-center gap-1 rounded-full bg-brand-soft pr-2 pl-3 text-xs font-medium text-brand-ink"
              data-filter-chip={name}
            >
              <span className="truncate">{value}</span>
              <X className="size-3 shrink-0" aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
