import { useTranslations } from 'next-intl';
import { SearchNote } from '@/components/services/search-note';
import { ServiceOptions, type ChooseService } from '@/components/services/service-options';
import type { ServiceResults } from '@/components/services/use-service-results';
import { PaletteGroup } from './palette-group';

type PaletteServicesProps = {
  typed: string;
  isFiltered: boolean;
  results: ServiceResults;
  onChoose: ChooseService;
};

/** The customers that were opened last, or those that fit what was typed. */
export function PaletteServices({ typed, isFiltered, results, onChoose }: PaletteServicesProps) {
  const t = useTranslations('palette');
  const tSearch = useTranslations('search');
  const isSearching = typed !== '' || isFiltered;
  const count = results.items.length;
  if (!isSearching && count === 0) return null;
  return (
    <PaletteGroup heading={isSearching ? t('services') : tSearch('recent')}>
      <ServiceOptions typed={typed} results={results} onChoose={onChoose} />
      {isSearching && <SearchNote typed={typed} isFiltered={isFiltered} count={count} {...results} />}
    </PaletteGroup>
  );
}
