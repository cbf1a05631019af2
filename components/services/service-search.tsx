'use client';

import { Command } from 'cmdk';
import { useTranslations } from 'next-intl';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Kbd } from '@/components/ui/kbd';
import { FilterOptions } from './filter-options';
import { SearchField } from './search-field';
import { SearchNote } from './search-note';
import { firstOption, ServiceOptions, type ChooseService } from './service-options';
import { useFilterRows } from './use-filter-rows';
import { useHighlight } from './use-highlight';
import { useKeptText, useServiceFinder } from './use-service-finder';
import { useServiceResults } from './use-service-results';

/** Finds a service while somebody types; the arrows and Enter choose, and only from what is typed now. */
export function ServiceSearch({ onChoose }: { onChoose: ChooseService }) {
  const t = useTranslations('search');
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const finder = useServiceFinder(useKeptText());
  const { typed, isFiltered, asking, isChoosing } = finder;
  const results = useServiceResults(typed, finder.filter);
  const isFiltering = asking !== null || isChoosing;
  const filters = useFilterRows(finder);
  const highlight = useHighlight(
    isFiltering ? `filter ${finder.text}` : results.listed,
    isFiltering ? (filters.rows[0]?.value ?? '') : firstOption(typed, results),
  );
  useShortcuts({ '/': () => input.current?.select() });

  const choose: ChooseService = (serviceId, taskId) => {
    finder.clear();
    setOpen(false);
    input.current?.blur();
    onChoose(serviceId, taskId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !finder.undo()) input.current?.blur();
  };
  const isSearching = typed !== '' || isFiltered;
  const shown = open && (isSearching || isFiltering || results.items.length > 0);

  return (
    <Command
      shouldFilter={false}
      vimBindings={false}
      loop
      label={t('label')}
      onKeyDown={onKeyDown}
      className="relative w-full max-w-2xl"
      data-testid="service-search"
      {...highlight.props}
    >
      <SearchField
        input={input}
        finder={finder}
        placeholder={t('placeholder')}
        label={t('label')}
        hint={<Kbd className="text-ink-muted">/</Kbd>}
        onOpen={setOpen}
        className="h-10 touch-row rounded border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-(--brand)"
      />
      <div
        hidden={!shown}
        // A press on a row must not take the focus away before the row is chosen.
        onMouseDown={(event) => event.preventDefault()}
        className="absolute inset-x-0 top-full z-30 mt-1 rounded border border-line bg-surface p-1 shadow-floating"
      >
        {shown && !isSearching && !isFiltering && (
          <p className="px-3 py-1 text-xs text-ink-muted">{t('recent')}</p>
        )}
        <Command.List
          label={t('label')}
          aria-busy={!results.current}
          className="max-h-[min(28rem,70dvh)] overflow-y-auto"
        >
          {shown && isFiltering && <FilterOptions typed={asking?.value ?? ''} filters={filters} />}
          {shown && !isFiltering && <ServiceOptions typed={typed} results={results} onChoose={choose} />}
        </Command.List>
        {shown && isFiltering && <p className="px-3 py-1 text-xs text-ink-muted">{t('filterHint')}</p>}
        {shown && !isFiltering && (
          <SearchNote
            typed={typed}
            isFiltered={isFiltered}
            count={results.items.length + results.cases.length}
            current={results.current}
            isError={results.isError}
          />
        )}
      </div>
    </Command>
  );
}
