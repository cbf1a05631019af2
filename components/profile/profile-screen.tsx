'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Account } from '@/components/shell/account-menu';
import { useSignInWays } from '@/components/sign-in/sign-in-ways';
import { Notice } from '@/components/ui/notice';
import { profileQuery } from '@/lib/queries/profile';
import { SecondStepSection } from '@/components/second-step/second-step-section';
import { AccountPage } from './account-page';
import { NameSection } from './name-section';
import { PasswordSection } from './password-section';
import { ProfileSkeleton } from './profile-skeleton';
import { ScreenSection } from './screen-section';
import { SessionsSection } from './sessions-section';

/** What is one's own: name, screen, password, and where one is signed in. `operatorZone` is the zone of those without one. */
export function ProfileScreen({ account, operatorZone }: { account: Account; operatorZone: string }) {
  const t = useTranslations('profile');
  const tProblem = useTranslations('problem');
  const tRole = useTranslations('role');
  const { data, isError } = useQuery(profileQuery());
  const hasPassword = useSignInWays().password && data?.has_password;
  return (
    <AccountPage account={account} className="max-w-2xl gap-10">
      <div>
        <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 wrap-anywhere text-ink-muted">
          {account.email} · {tRole(account.role)}
        </p>
      </div>
      {!data && isError && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {tProblem('load')}
        </Notice>
      )}
      {!data && !isError && <ProfileSkeleton />}
      {data && (
        <>
          <NameSection profile={data} />
          <ScreenSection profile={data} operatorZone={operatorZone} />
          {hasPassword && <PasswordSection profile={data} />}
          {hasPassword && <SecondStepSection email={data.email} />}
          <SessionsSection />
        </>
      )}
    </AccountPage>
  );
}
