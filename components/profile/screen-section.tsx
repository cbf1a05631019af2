'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useProblem } from '@/components/directory/use-problem';
import { LANGUAGES } from '@/components/shell/language-choices';
import { THEME_WORDS } from '@/components/shell/theme-words';
import { SelectField } from '@/components/ui/field';
import { THEMES, type ProfileItem } from '@/lib/domain/profile';
import { useChangeProfile, type ChangeProfile } from '@/lib/queries/profile';
import { Outcome, Section } from './section';

/** Language, colours and time zone, which follow the person to every browser. Each is saved as it is chosen. */
export function ScreenSection({ profile, operatorZone }: { profile: ProfileItem; operatorZone: string }) {
  const t = useTranslations('profile');
  const tHeader = useTranslations('header');
  const problem = useProblem();
  const router = useRouter();
  const change = useChangeProfile();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  // The page comes again as it was chosen, and this browser takes it over.
  const choose = (what: ChangeProfile) => change.mutate(what, { onSuccess: () => router.refresh() });
  const { locale, theme, time_zone: zone } = profile;
  const known = zone === null || zones.includes(zone) ? zones : [zone, ...zones];
  return (
    <Section title={t('screenTitle')} hint={t('screenHint')}>
      <SelectField
        label={tHeader('language')}
        value={locale ?? ''}
        onChange={({ target }) =>
          choose({ locale: LANGUAGES.find(({ value }) => value === target.value)?.value ?? null })
        }
      >
        <option value="">{t('ofBrowser')}</option>
        {LANGUAGES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={tHeader('theme')}
        value={theme ?? ''}
        onChange={({ target }) => choose({ theme: THEMES.find((value) => value === target.value) ?? null })}
      >
        <option value="">{t('ofBrowser')}</option>
        {THEMES.map((value) => (
          <option key={value} value={value}>
            {tHeader(THEME_WORDS[value])}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('zone')}
        hint={t('zoneHint')}
        value={zone ?? ''}
        onChange={({ target }) => choose({ time_zone: target.value === '' ? null : target.value })}
      >
        <option value="">{t('ofOperator', { zone: operatorZone })}</option>
        {known.map((value) => (
          <option key={value} value={value}>
            {value.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <Outcome done={change.isSuccess ? t('saved') : null} problem={change.error && problem(change.error)} />
    </Section>
  );
}
