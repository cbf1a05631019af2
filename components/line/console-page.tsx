'use client';

import { useRouter } from 'next/navigation';
import { Suspense, type ReactNode } from 'react';
import { ServiceSearch } from '@/components/services/service-search';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import type { KeySheet } from '@/components/shell/shortcut-keys';
import { classNames } from '@/components/ui/class-names';

type ConsolePageProps = {
  account: Account;
  keys: KeySheet;
  /** True where the launch bar lies over the foot of a phone's screen. */
  hasLaunchBar: boolean;
  children: ReactNode;
};

/** A page to look at things with time: the header with its search, which leads to the same kind of page. */
export function ConsolePage({ account, keys, hasLaunchBar, children }: ConsolePageProps) {
  const router = useRouter();
  const open = (serviceId: number, taskId: string | null) =>
    router.push(taskId === null ? `/services/${serviceId}` : `/pings/${taskId}`);
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader account={account} keys={keys}>
        <ServiceSearch onChoose={open} />
      </AppHeader>
      <main
        id="content"
        className={classNames(
          'mx-auto flex w-full max-w-screen-2xl flex-1 flex-col gap-8 bg-surface px-4 py-6 sm:px-8',
          'print:max-w-none print:gap-5 print:p-0!',
          hasLaunchBar && 'max-sm:pb-36',
        )}
      >
        {/* Begins to listen after the header, in a task of its own. */}
        <Suspense>{children}</Suspense>
      </main>
    </div>
  );
}
