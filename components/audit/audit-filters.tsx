'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from '@/lib/domain/audit';
import { defaultAuditFilter, parseAuditFilter, writeAuditFilter } from '@/lib/domain/audit-filter';
import type { AuditChoices } from '@/lib/domain/audit-item';
import { PeriodFields } from './period-fields';
import { TextFilter } from './text-filter';
import type { AuditFilterState } from './use-audit-filter';
import { WhoField } from './who-field';

type AuditFiltersProps = Pick<AuditFilterState, 'filter' | 'onFilter'> & {
  choices: AuditChoices | undefined;
};

/** What is looked at; every change is another address. */
export function AuditFilters({ filter, onFilter, choices }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const tAction = useTranslations('auditAction');
  const { target } = filter;
  /** As the address would have it, so that what a select holds is checked as the rest is. */
  const choose = (name: string) => (event: { target: { value: string } }) => {
    const query = writeAuditFilter(filter);
    query.set(name, event.target.value);
    onFilter(parseAuditFilter(query));
  };
  const isFiltered = writeAuditFilter(filter).size > 0;
  const actions = AUDIT_ACTIONS.map((action) => ({ action, word: tAction(action) })).sort((a, b) =>
    a.word.localeCompare(b.word),
  );
  return (
    <search aria-label={t('filters')} className="flex flex-col gap-3" data-testid="audit-filters">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <PeriodFields filter={filter} onFilter={onFilter} onPeriod={choose('period')} />
        <WhoField value={filter.who} choices={choices} onChange={choose('who')} />
        <SelectField label={t('action')} value={filter.action ?? ''} onChange={choose('action')}>
          <option value="">{t('anything')}</option>
          {actions.map(({ action, word }) => (
            <option key={action} value={action}>
              {word}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('outcome')} value={filter.outcome ?? ''} onChange={choose('outcome')}>
          <option value="">{t('anyOutcome')}</option>
          {AUDIT_OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {t(outcome)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <TextFilter value={filter.q} onValue={(q) => onFilter({ q }, 'replace')} />
        {target !== null && (
          <Button
            size="sm"
            aria-label={t('targetOff', { target })}
            onClick={() => onFilter({ target: null })}
            className="max-w-full shrink!"
          >
            <span className="truncate">{t('target', { target })}</span>
            <X className="size-4 shrink-0" aria-hidden />
          </Button>
        )}
        {isFiltered && (
          <Button variant="quiet" size="sm" onClick={() => onFilter(defaultAuditFilter)}>
            {t('clear')}
          </Button>
        )}
      </div>
    </search>
  );
}
