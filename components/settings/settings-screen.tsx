'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import { HomeLink } from '@/components/shell/home-link';
import { Notice } from '@/components/ui/notice';
import { settingsQuery } from '@/lib/queries/settings';
import { SettingsForm } from './settings-form';
import { SettingsSkeleton } from './settings-skeleton';

/** What an operator may change. The fields are filled once, with what is stored now and not with what a desk read earlier. */
export function SettingsScreen({ account }: { account: Account }) {
  const t = useTranslations('settings');
  const tProblem = useTranslations('problem');
  const { data, isError, isFetchedAfterMount } = useQuery({ ...settingsQuery(), staleTime: 0 });
  const stored = isFetchedAfterMount ? data : undefined;
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader account={account}>
        <HomeLink />
      </AppHeader>
      <main
        id="content"
        className="mx-auto w-full max-w-2xl flex-1 border-line bg-surface px-4 pt-6 sm:border-x sm:px-8"
      >
        <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 mb-8 text-ink-muted">{t('hint')}</p>
        {stored && <SettingsForm stored={stored} />}
        {!stored && isError && (
          <Notice tone="bad" icon={CircleAlert} role="alert">
            {tProblem('load')}
          </Notice>
        )}
        {!stored && !isError && <SettingsSkeleton />}
      </main>
    </div>
  );
}
