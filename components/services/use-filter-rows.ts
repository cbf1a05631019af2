import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { SERVICE_FILTERS } from '@/lib/domain/service-filter';
import { filterChoicesQuery } from '@/lib/queries/services';
import { matchingChoices } from './typed-filter';
import type { ServiceFinder } from './use-service-finder';

export type FilterRow = {
  value: string;
  label: string;
  /** How many services this choice leaves; null for a kind of filter. */
  services: number | null;
  choose: () => void;
};

export type FilterRows = { rows: readonly FilterRow[]; isPending: boolean; isError: boolean };

/** More choices than these are reached by typing. */
const MOST_CHOICES = 50;

/** What there is to filter by: first the kinds, and then the names that the directory has for the one being typed. */
export function useFilterRows(finder: ServiceFinder): FilterRows {
  const t = useTranslations('search');
  const { asking, isChoosing, typed } = finder;
  const { data, isPending, isError } = useQuery({
    ...filterChoicesQuery(),
    enabled: asking !== null || isChoosing,
  });
  if (asking === null) {
    const rows = SERVICE_FILTERS.map((name) => ({
      value: `filter-${name}`,
      label: t(`by_${name}`),
      services: null,
      // Choosing a kind is typing its word.
      choose: () => finder.setText(`${typed} ${t(`word_${name}`)}:`.trimStart()),
    }));
    return { rows, isPending: false, isError: false };
  }
  const choices = matchingChoices(data?.[asking.name] ?? [], asking.value).slice(0, MOST_CHOICES);
  const rows = choices.map(({ name, services }) => ({
    value: `choice-${name}`,
    label: name,
    services,
    choose: () => finder.setFilter(asking.name, name),
  }));
  return { rows, isPending, isError };
}
