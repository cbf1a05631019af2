import { Command } from 'cmdk';
import { useTranslations } from 'next-intl';
import { useState, type KeyboardEvent } from 'react';
import { FilterOptions } from '@/components/services/filter-options';
import { SearchField } from '@/components/services/search-field';
import { firstOption } from '@/components/services/service-options';
import { useFilterRows } from '@/components/services/use-filter-rows';
import { useHighlight } from '@/components/services/use-highlight';
import { useServiceFinder } from '@/components/services/use-service-finder';
import { useServiceResults, type ServiceResults } from '@/components/services/use-service-results';
import type { KeySheet } from '@/components/shell/shortcut-keys';
import type { Role } from '@/lib/domain/role';
import { CommandGroup } from './palette-group';
import { PaletteHints } from './palette-hints';
import { PaletteServices } from './palette-services';
import { useCommands, type PaletteCommand, type PaletteCommands } from './use-commands';
import { useOpenService } from './use-open-service';

/** So many customers leave room for the pages below them. */
const MOST_RECENT = 5;

/** What Enter means when nobody moved to another row. */
function firstRow(
  typed: string,
  results: ServiceResults,
  { named, pages, here, actions }: PaletteCommands,
): string {
  return (
    named?.key ?? (firstOption(typed, results) || (pages[0]?.key ?? here[0]?.key ?? actions[0]?.key ?? ''))
  );
}

/** The service that a row stands for; null for a page or an action. */
const serviceOfRow = (value: string) => (/^(id-)?\d+$/.test(value) ? Number(value.replace('id-', '')) : null);

type PaletteListProps = {
  role: Role;
  keys: KeySheet;
  /** What the field begins with. */
  typedAhead: string;
  onDone: (run: () => void) => void;
};

/** What the palette holds while it is open: customers first, then where to go and what to do. */
export function PaletteList({ role, keys, typedAhead, onDone }: PaletteListProps) {
  const t = useTranslations('palette');
  const tKeys = useTranslations('shortcuts');
  const open = useOpenService();
  const finder = useServiceFinder(useState(typedAhead));
  const { typed, isFiltered } = finder;
  const found = useServiceResults(typed, finder.filter);
  const isSearching = typed !== '' || isFiltered;
  const results = isSearching ? found : { ...found, items: found.items.slice(0, MOST_RECENT) };
  const commands = useCommands(role, keys, typed);
  const isFiltering = finder.asking !== null || finder.isChoosing;
  const filters = useFilterRows(finder);
  const highlight = useHighlight(
    isFiltering ? `filter ${finder.text}` : `${results.listed} ${commands.named?.key ?? ''}`,
    isFiltering ? (filters.rows[0]?.value ?? '') : firstRow(typed, results, commands),
  );
  const serviceId = results.current ? serviceOfRow(highlight.value) : null;

  const run = (command: PaletteCommand) => onDone(command.run);
  const toPage = serviceId === null ? null : () => onDone(() => open.onPage(serviceId));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    toPage?.();
  };

  return (
    <Command
      shouldFilter={false}
      vimBindings={false}
      loop
      label={t('title')}
      onKeyDown={onKeyDown}
      data-testid="palette"
      {...highlight.props}
    >
      <SearchField
        finder={finder}
        placeholder={t('placeholder')}
        label={t('title')}
        hint={null}
        autoFocus
        className="h-12 border-b border-line"
      />
      <Command.List
        label={t('title')}
        aria-busy={!results.current}
        className="max-h-[min(26rem,60dvh)] overflow-y-auto p-1"
      >
        {isFiltering && <FilterOptions typed={finder.asking?.value ?? ''} filters={filters} />}
        {!isFiltering && (
          <>
            {commands.named && <CommandGroup heading={t('pages')} commands={[commands.named]} onRun={run} />}
            <PaletteServices
              typed={typed}
              isFiltered={isFiltered}
              results={results}
              onChoose={(id, taskId) => onDone(() => open.onDesk(id, taskId))}
            />
            <CommandGroup heading={t('pages')} commands={commands.pages} onRun={run} />
            <CommandGroup heading={tKeys('here')} commands={commands.here} onRun={run} />
            <CommandGroup heading={t('actions')} commands={commands.actions} onRun={run} />
          </>
        )}
      </Command.List>
      <PaletteHints isFiltering={isFiltering} onPage={toPage} />
    </Command>
  );
}
