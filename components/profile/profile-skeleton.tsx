import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { usePasswordWords } from '@/components/welcome/use-password-words';
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

/** Where somebody is signed in, once: a device, and when and from where. */
export function SessionPlace() {
  return (
    <div className="-mt-5 border-b border-line py-3">
      <Skeleton className="h-11 w-full" />
    </div>
  );
}

/** How the second step stands, and the button below it. */
export function StandingPlace() {
  return (
    <>
      <Skeleton className="h-5 w-32" />
      <ButtonPlace />
    </>
  );
}

const ButtonPlace = () => <Skeleton className="h-9 touch-row w-32" />;

/** A profile as nearly everybody has it; who comes by single sign-on alone has no password and no second step. */
export function ProfileSkeleton() {
  const t = useTranslations('profile');
  const tHeader = useTranslations('header');
  const tSecondStep = useTranslations('secondStep');
  const words = usePasswordWords();
  return (
    <div className="flex flex-col gap-10" aria-busy data-testid="profile-loading">
      <Section title={t('nameTitle')}>
        <div className="flex flex-col gap-4">
          <Place label={t('name')} hint={t('nameHint')} />
          <ButtonPlace />
        </div>
      </Section>
      <Section title={t('screenTitle')} hint={t('screenHint')}>
        <Place label={tHeader('language')} />
        <Place label={tHeader('theme')} />
        <Place label={t('zone')} hint={t('zoneHint')} />
      </Section>
      <Section title={t('passwordTitle')} hint={t('passwordHint')}>
        <div className="flex flex-col gap-4">
          <Place label={t('present')} />
          <Place label={t('next')} hint={words.hint} />
          <ButtonPlace />
        </div>
      </Section>
      <Section title={tSecondStep('title')} hint={tSecondStep('hint')}>
        <StandingPlace />
      </Section>
      <Section title={t('sessionsTitle')} hint={t('sessionsHint')}>
        <SessionPlace />
      </Section>
    </div>
  );
}
