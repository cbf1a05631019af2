'use client';

import { useTranslations } from 'next-intl';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import { HomeLink } from '@/components/shell/home-link';
import { ImportPanel } from './import-panel';
import { WispHubPanel } from './wisphub-panel';

/** Where the customers come from: WispHub, and files that an administrator brings. */
export function DirectoryScreen({ account }: { account: Account }) {
  const t = useTranslations('directory');
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader account={account}>
        <HomeLink className="xl:hidden" />
      </AppHeader>
      <main
        id="content"
        className="mx-auto w-full max-w-2xl flex-1 border-line bg-surface px-4 pt-6 pb-12 sm:border-x sm:px-8"
      >
        <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 mb-8 text-ink-muted">{t('hint')}</p>
        <div className="flex flex-col gap-12">
          <WispHubPanel />
          <ImportPanel />
        </div>
      </main>
    </div>
  );
}
