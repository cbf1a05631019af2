import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { Section } from './section';

/** A field of which only the name is known. */
function Place({ label, hint }: { label: string; hint?: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm font-medium">{label}</p>
      <Skeleton className="h-11 w-full sm:h-10" />
      {hint && <p className="text-sm text-pretty text-ink-muted">{hint}</p>}
    </div>
  );
}

/** The parts that everybody's profile has; whether there is a password is not known yet. */
export function ProfileSkeleton() {
  const t = useTranslations('profile');
  const tHeader = useTranslations('header');
  return (
    <div className="flex flex-col gap-10" aria-busy data-testid="profile-loading">
      <Section title={t('nameTitle')}>
        <div className="flex flex-col gap-4">
          <Place label={t('name')} hint={t('nameHint')} />
          <Skeleton className="h-9 w-32" />
        </div>
      </Section>
      <Section title={t('screenTitle')} hint={t('screenHint')}>
        <Place label={tHeader('language')} />
        <Place label={tHeader('theme')} />
        <Place label={t('zone')} hint={t('zoneHint')} />
      </Section>
      <Skeleton className="h-60 w-full" />
    </div>
  );
}
