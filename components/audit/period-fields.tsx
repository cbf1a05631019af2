'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field, SelectField } from '@/components/ui/field';
import type { AuditFilter } from '@/lib/domain/audit-filter';
import type { AuditFilterState } from './use-audit-filter';

/** The usual periods, each with its message. */
export const PERIODS = [
  ['today', 'today'],
  ['yesterday', 'yesterday'],
  ['7d', 'days7'],
  ['30d', 'days30'],
  ['90d', 'days90'],
  ['all', 'all'],
] as const;

const OWN_DAYS = 'own';

type PeriodFieldsProps = Pick<AuditFilterState, 'onFilter'> & {
  filter: AuditFilter;
  onPeriod: (event: { target: { value: string } }) => void;
};

/** One of the usual periods, or days of one's own. */
export function PeriodFields({ filter, onFilter, onPeriod }: PeriodFieldsProps) {
  const t = useTranslations('audit');
  const [isOwn, setOwn] = useState(false);
  const { from, to } = filter;
  const hasOwnDays = isOwn || from !== null || to !== null;
  const choose = (event: { target: { value: string } }) => {
    setOwn(event.target.value === OWN_DAYS);
    if (event.target.value === OWN_DAYS) return;
    if (from === null && to === null) onPeriod(event);
    else {
      const period = PERIODS.find(([value]) => value === event.target.value)?.[0];
      onFilter({ period, from: null, to: null });
    }
  };
  return (
    <>
      <SelectField label={t('period')} value={hasOwnDays ? OWN_DAYS : filter.period} onChange={choose}>
        {PERIODS.map(([value, word]) => (
          <option key={value} value={value}>
            {t(word)}
          </option>
        ))}
        <option value={OWN_DAYS}>{t('ownDays')}</option>
      </SelectField>
      {hasOwnDays && (
        <div className="order-last col-span-2 grid grid-cols-2 gap-3">
          <Field
            label={t('from')}
            type="date"
            value={from ?? ''}
            max={to ?? undefined}
            onChange={(event) => onFilter({ from: event.target.value || null })}
          />
          <Field
            label={t('to')}
            type="date"
            value={to ?? ''}
            min={from ?? undefined}
            onChange={(event) => onFilter({ to: event.target.value || null })}
          />
        </div>
      )}
    </>
  );
}
