'use client';

import { useTranslations } from 'next-intl';
import { FaceShape } from '@/components/pings/ping-face';
import { OUTCOMES, type HistoryFilter } from '@/lib/domain/history-filter';
import { withOutcomeToggled } from './filter-change';

type OutcomePickerProps = { filter: HistoryFilter; onFilter: (next: HistoryFilter) => void };

/** Any of the outcomes at once. */
export function OutcomePicker({ filter, onFilter }: OutcomePickerProps) {
  const t = useTranslations('historyFilter');
  const tFace = useTranslations('face');
  return (
    <fieldset className="p-1">
      <legend className="sr-only">{t('outcome')}</legend>
      {OUTCOMES.map((outcome) => (
        <label
          key={outcome}
          className="flex h-9 cursor-pointer items-center gap-2 rounded-sm px-2 hover:bg-sunken has-focus-visible:bg-sunken"
        >
          <input
            type="checkbox"
            checked={filter.outcomes.includes(outcome)}
            onChange={() => onFilter(withOutcomeToggled(filter, outcome))}
            className="size-4 accent-(--brand)"
          />
          <FaceShape face={outcome} filled className="size-4" />
          {tFace(outcome)}
        </label>
      ))}
    </fieldset>
  );
}
