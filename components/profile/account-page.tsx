'use client';

import type { ReactNode } from 'react';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import { HomeLink } from '@/components/shell/home-link';
import { classNames } from '@/components/ui/class-names';

type AccountPageProps = { account: Account; className: string; children: ReactNode };

/** A plain page of one column: the header with the way back, and what it is about. */
export function AccountPage({ account, className, children }: AccountPageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader account={account}>
        <HomeLink />
      </AppHeader>
      <main
        id="content"
        className={classNames(
          'mx-auto flex w-full flex-1 flex-col gap-4 border-line bg-surface px-4 py-6 sm:border-x sm:px-8',
          className,
        )}
      >
        {children}
      </main>
    </div>
  );
}
