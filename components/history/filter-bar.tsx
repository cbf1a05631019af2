'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryChoices } from '@/lib/domain/history-summary';
import { AddFilter } from './add-filter';
import { ChoiceList } from './choice-list';
import { CONDITIONS, cleared, isSet, without, type Condition } from './filter-change';
import { FilterChip } from './filter-chip';
import { countOfConditions, useFilterWords } from './filter-words';
import { OutcomePicker } from './outcome-picker';
import { PeriodPicker } from './period-picker';
import { TextFilter } from './text-filter';
import { useOffers } from './use-offers';
import type { FilterState } from './use-history-filter';

type FilterBarProps = Pick<FilterState, 'filter' | 'onFilter'> & {
  choices: HistoryChoices | undefined;
  isTodayOnly: boolean;
};

/** Where most questions begin, so they stand in the sentence even while nothing is chosen. */
const ALWAYS: readonly Condition[] = ['period', 'outcomes', 'zone'];
/** These have a place of their own. */
const ELSEWHERE: readonly Condition[] = ['q'];

function Chip({ condition, ...props }: FilterBarProps & { condition: Condition }) {
  const { filter, choices, isTodayOnly, onFilter } = props;
  const t = useTranslations('historyFilter');
  const { word } = useFilterWords(choices);
  const offers = useOffers(filter, choices).find(({ kind }) => kind === condition)?.offers ?? [];
  const active = isSet(filter, condition);
  const titles: Partial<Record<Condition, string>> = {
    period: t('period'),
    outcomes: t('outcome'),
    zone: t('zone'),
    router: t('router'),
    sector: t('sector'),
    remark: t('remark'),
    agent: t('agent'),
    source: t('source'),
    serviceId: t('service'),
    last: t('last'),
  };
  const name = titles[condition] ?? '';
  const any = condition === 'outcomes' ? t('anyOutcome') : t('anyZone');
  const pick = (close: () => void) => {
    const go = (next: HistoryFilter) => {
      close();
      onFilter(next);
    };
    if (condition === 'period')
      return <PeriodPicker filter={filter} isTodayOnly={isTodayOnly} onFilter={go} />;
    if (condition === 'outcomes') return <OutcomePicker filter={filter} onFilter={onFilter} />;
    const choose = (value: string) => {
      const offer = offers.find((one) => one.value === value);
      if (offer !== undefined) go(offer.next);
    };
    const chosen = `${condition} ${filter[condition]}`;
    return <ChoiceList label={name} choices={offers} chosen={chosen} onChoose={choose} />;
  };
  const isFixed = condition === 'last' || condition === 'serviceId';
  // Those who see this day only have no period to take back.
  const isRemovable = active && !(condition === 'period' && isTodayOnly);
  return (
    <FilterChip
      name={name}
      text={active || condition === 'period' ? word(filter, condition) : any}
      active={isRemovable}
      onRemove={isRemovable ? () => onFilter(without(filter, condition)) : undefined}
      picker={isFixed ? undefined : pick}
    />
  );
}

/** What is looked at, as a sentence that can be read and changed; on a phone it opens from one button. */
export function FilterBar(props: FilterBarProps) {
  const { filter, choices, onFilter } = props;
  const t = useTranslations('historyFilter');
  const { sentence } = useFilterWords(choices);
  const [adding, setAdding] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const text = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => text.current?.focus(), f: () => setAdding(true) });
  const count = countOfConditions(filter);
  const shown = CONDITIONS.filter(
    (condition) => !ELSEWHERE.includes(condition) && (ALWAYS.includes(condition) || isSet(filter, condition)),
  );
  return (
    <search aria-label={t('title')} data-testid="history-filter" className="flex flex-col gap-3 print:hidden">
      <div className="flex items-center gap-3 sm:hidden">
        <Button onClick={() => setUnfolded(!unfolded)} aria-expanded={unfolded}>
          <SlidersHorizontal className="size-4" aria-hidden />
          {t('title')}
          {count > 0 && <span className="tabular-nums">· {count}</span>}
        </Button>
        <p className="min-w-0 flex-1 text-sm text-ink-muted">{sentence(filter)}</p>
      </div>
      <div className={classNames('flex flex-wrap items-center gap-2', !unfolded && 'max-sm:hidden')}>
        {shown.map((condition) => (
          <Chip key={condition} condition={condition} {...props} />
        ))}
        <AddFilter filter={filter} choices={choices} onFilter={onFilter} open={adding} onOpen={setAdding} />
        {count > 0 && (
          <Button variant="quiet" size="sm" onClick={() => onFilter(cleared(filter))}>
            {t('clear')}
          </Button>
        )}
        <div className="w-full sm:w-auto sm:min-w-80 sm:flex-1 lg:ml-auto lg:max-w-80">
          <TextFilter
            input={text}
            value={filter.q}
            onValue={(q, settled) => onFilter({ ...filter, q }, settled ? 'push' : 'replace')}
          />
        </div>
      </div>
    </search>
  );
}
