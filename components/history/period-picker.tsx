'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { PERIODS, periodSchema, type HistoryFilter } from '@/lib/domain/history-filter';
import { ChoiceList } from './choice-list';
import { PERIOD_WORDS } from './filter-words';

type PeriodPickerProps = {
  filter: HistoryFilter;
  isTodayOnly: boolean;
  onFilter: (next: HistoryFilter) => void;
};

const FIELD = 'h-9 min-w-0 flex-1 rounded border border-line-strong bg-surface px-2 text-sm tabular-nums';

function OwnDays({ filter, onFilter }: Omit<PeriodPickerProps, 'isTodayOnly'>) {
  const t = useTranslations('historyFilter');
  const [from, setFrom] = useState(filter.from ?? '');
  const [to, setTo] = useState(filter.to ?? '');
  const isWrong = from !== '' && to !== '' && from > to;
  const isEmpty = from === '' && to === '';
  return (
    <form
      className="flex flex-col gap-2 border-t border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong && !isEmpty) onFilter({ ...filter, from: from || null, to: to || null });
      }}
    >
      <p className="text-xs font-semibold text-ink-muted">{t('ownDays')}</p>
      <label className="flex items-center gap-2">
        <span className="w-12 text-ink-muted">{t('from')}</span>
        <input
          type="date"
          value={from}
          max={to || undefined}
          onChange={(event) => setFrom(event.target.value)}
          className={FIELD}
        />
      </label>
      <label className="flex items-center gap-2">
        <span className="w-12 text-ink-muted">{t('to')}</span>
        <input
          type="date"
          value={to}
          min={from || undefined}
          onChange={(event) => setTo(event.target.value)}
          className={FIELD}
        />
      </label>
      <p role="status" className="text-xs text-silent-ink empty:hidden">
        {isWrong && t('daysWrong')}
      </p>
      <Button type="submit" size="sm" disabled={isWrong || isEmpty}>
        {t('apply')}
      </Button>
    </form>
  );
}

/** Presets of one click, or days of one's own; those who see this day only are offered nothing else. */
export function PeriodPicker({ filter, isTodayOnly, onFilter }: PeriodPickerProps) {
  const t = useTranslations('historyFilter');
  const offered = isTodayOnly ? (['shift', 'today'] as const) : PERIODS;
  const choices = offered.map((period) => ({ value: period, label: t(PERIOD_WORDS[period]) }));
  const hasOwnDays = filter.from !== null || filter.to !== null;
  return (
    <>
      <ChoiceList
        label={t('period')}
        choices={choices}
        chosen={hasOwnDays ? null : filter.period}
        onChoose={(value) => onFilter({ ...filter, period: periodSchema.parse(value), from: null, to: null })}
      />
      {!isTodayOnly && <OwnDays filter={filter} onFilter={onFilter} />}
    </>
  );
}
