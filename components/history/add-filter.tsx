'use client';

import { Command } from 'cmdk';
import { ChevronRight, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { Popover } from '@/components/ui/popover';
import { useTypedAhead } from '@/components/ui/use-typed-ahead';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryChoices } from '@/lib/domain/history-summary';
import { ChoiceList, ChoiceSearch, matching, OPTION } from './choice-list';
import { useOffers, useTypedOffers, type OfferKind } from './use-offers';

type AddFilterProps = {
  filter: HistoryFilter;
  choices: HistoryChoices | undefined;
  onFilter: (next: HistoryFilter) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
};

/** Of one kind this many are shown beside the others. */
const MOST_OF_A_KIND = 6;

/** What fits what was typed, by kind; at the end, what the text stands for by itself. */
function useFound(filter: HistoryFilter, kinds: readonly OfferKind[], typed: string): OfferKind[] {
  const t = useTranslations('historyFilter');
  const typedOffers = useTypedOffers(filter, typed);
  const found = kinds.map((kind) => ({
    ...kind,
    offers: matching(kind.offers, typed).slice(0, MOST_OF_A_KIND),
  }));
  const all = [...found, { kind: 'typed', title: t('typed'), offers: typedOffers }];
  return all.filter(({ offers }) => offers.length > 0);
}

/** The first is the active one, also when names come late and push what stood first down. */
function useActive(first: string | undefined) {
  const [active, setActive] = useState(first);
  const [before, setBefore] = useState(first);
  if (first !== before) {
    setBefore(first);
    setActive(first);
  }
  return { value: active ?? '', onValueChange: setActive };
}

type FoundProps = { found: readonly OfferKind[]; onChoose: (next: HistoryFilter) => void };

function Found({ found, onChoose }: FoundProps) {
  return found.map(({ kind, title, offers }) => (
    <Command.Group
      key={kind}
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-muted"
    >
      {offers.map((offer) => (
        <Command.Item
          key={offer.value}
          value={offer.value}
          onSelect={() => onChoose(offer.next)}
          className={OPTION}
        >
          <span className="min-w-0 truncate">{offer.label}</span>
        </Command.Item>
      ))}
    </Command.Group>
  ));
}

function Kinds({ kinds, onKind }: { kinds: readonly OfferKind[]; onKind: (kind: OfferKind) => void }) {
  return kinds.map((kind) => (
    <Command.Item key={kind.kind} value={kind.kind} onSelect={() => onKind(kind)} className={OPTION}>
      <span className="min-w-0 flex-1 truncate">{kind.title}</span>
      <ChevronRight className="size-4 text-ink-muted" aria-hidden />
    </Command.Item>
  ));
}

type SearchProps = Pick<AddFilterProps, 'filter' | 'choices'> & {
  /** What was typed before the field was there. */
  typedAhead: string;
  onChoose: (next: HistoryFilter) => void;
};

function Search({ filter, choices, typedAhead, onChoose }: SearchProps) {
  const t = useTranslations('historyFilter');
  const [typed, setTyped] = useState(typedAhead);
  const [kind, setKind] = useState<OfferKind | null>(null);
  const kinds = useOffers(filter, choices).filter(({ offers }) => offers.length > 0);
  const found = useFound(filter, kinds, typed);
  const isTyped = typed.trim() !== '';
  const active = useActive(isTyped ? found[0]?.offers[0]?.value : kinds[0]?.kind);
  if (kind !== null) {
    const choose = (value: string) => {
      const offer = kind.offers.find((one) => one.value === value);
      if (offer !== undefined) onChoose(offer.next);
    };
    return <ChoiceList label={kind.title} choices={kind.offers} chosen={null} onChoose={choose} />;
  }
  const onKind = (next: OfferKind) => {
    const only = next.offers.length === 1 ? next.offers[0] : undefined;
    if (only === undefined) setKind(next);
    else onChoose(only.next);
  };
  return (
    <Command {...active} shouldFilter={false} loop label={t('add')} className="outline-none">
      <ChoiceSearch value={typed} onValue={setTyped} label={t('addHint')} />
      <Command.List label={t('add')} className="max-h-80 overflow-y-auto p-1">
        {isTyped ? <Found found={found} onChoose={onChoose} /> : <Kinds kinds={kinds} onKind={onKind} />}
      </Command.List>
    </Command>
  );
}

/** One more condition: by its kind, or by typing any of its names. */
export function AddFilter({ filter, choices, onFilter, open, onOpen }: AddFilterProps) {
  const t = useTranslations('historyFilter');
  const typedAhead = useTypedAhead(open, () => onOpen(false));
  const trigger = (
    <button
      type="button"
      className="inline-flex h-8 items-center gap-2 rounded-full border border-dashed border-line-strong px-3 text-sm text-ink-muted hover:text-ink"
    >
      <Plus className="size-4" aria-hidden />
      {t('add')}
      <Kbd>F</Kbd>
    </button>
  );
  const choose = (next: HistoryFilter) => {
    onOpen(false);
    onFilter(next);
  };
  return (
    <Popover
      trigger={trigger}
      label={t('add')}
      open={open}
      onOpenChange={onOpen}
      align="start"
      className="w-80"
    >
      <Search filter={filter} choices={choices} typedAhead={typedAhead} onChoose={choose} />
    </Popover>
  );
}
