'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/field';
import type { AuditChoices } from '@/lib/domain/audit-item';

type WhoFieldProps = {
  value: string | null;
  choices: AuditChoices | undefined;
  onChange: (event: { target: { value: string } }) => void;
};

/** Whose doings are looked at: a person, a program, the system, or whoever had not signed in. */
export function WhoField({ value, choices, onChange }: WhoFieldProps) {
  const t = useTranslations('audit');
  const options = (kind: 'user' | 'token') =>
    choices?.who
      .filter((one) => one.kind === kind)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ));
  const isNamed = value === 'system' || value === 'anonymous' || choices?.who.some(({ id }) => id === value);
  return (
    <SelectField label={t('who')} value={value ?? ''} onChange={onChange}>
      <option value="">{t('anybody')}</option>
      {/* A link may name somebody who is not in the list, or not yet. */}
      {value !== null && !isNamed && <option value={value}>{value}</option>}
      <optgroup label={t('people')}>{options('user')}</optgroup>
      <optgroup label={t('tokens')}>{options('token')}</optgroup>
      <optgroup label={t('others')}>
        <option value="system">{t('system')}</option>
        <option value="anonymous">{t('anonymous')}</option>
      </optgroup>
    </SelectField>
  );
}
