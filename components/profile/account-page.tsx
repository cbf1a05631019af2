'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import { classNames } from '@/components/ui/class-names';

type AccountPageProps = { account: Account; className: string; children: ReactNode };

/** A plain page of one column: the header with the way back, and what it is about. */
export function AccountPage({ account, className, children }: AccountPageProps) {
  const t = useTranslations('problem');
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader account={account}>
        <Link
          href="/"
          className="mr-auto flex h-9 items-center gap-2 rounded text-sm font-medium text-brand-ink underline-offset-4 hover:underline"
        >
          <ArrowLeft className="size-4" aria-hidden />
          {t('home')}
        </Link>
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
