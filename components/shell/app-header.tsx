'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CommandPalette } from '@/components/palette/command-palette';
import { AccountMenu, type Account } from './account-menu';
import { ApiDocsLink } from './api-docs-link';
import { ConnectionBanner } from './connection-banner';
import { LanguageMenu } from './language-menu';
import { Logo } from './logo';
import { MainNav, NavItems } from './main-nav';
import { SignInAgain } from './sign-in-again';
import type { KeySheet } from './shortcut-keys';
import { ShortcutSheet } from './shortcut-sheet';
import { ThemeMenu } from './theme-menu';
import { UpstreamBanner } from './upstream-banner';
import { UpstreamStatus } from './upstream-status';
import { useHeaderHeight } from './use-header-height';

type AppHeaderProps = {
  account: Account;
  /** Items of the account menu that only this role has. */
  menu?: ReactNode;
  /** Whose keys the sheet of keys shows; only those that work everywhere unless the page has its own. */
  keys?: KeySheet;
  children?: ReactNode;
};

/** The top of every page: the way home, the pages, the search, how WispHub is, and who is signed in. */
export function AppHeader({ account, menu, keys = 'none', children }: AppHeaderProps) {
  const t = useTranslations('app');
  const { header, notices } = useHeaderHeight();
  return (
    <header
      ref={header}
      className="sticky top-(--practice,0px) z-20 border-b border-line bg-surface print:hidden"
    >
      <a
        href="#content"
        className="sr-only rounded bg-brand px-3 py-2 text-brand-contrast focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:px-3 focus:py-2"
      >
        {t('skip')}
      </a>
      {/* Over the edge of the page, which is empty as high: a notice comes and goes, and nothing moves under a pointer. */}
      <div ref={notices} className="md:absolute md:inset-x-0 md:top-full">
        <ConnectionBanner />
        <UpstreamBanner />
      </div>
      <SignInAgain email={account.email} />
      <div className="mx-auto flex min-h-14 max-w-screen-2xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
        <Link
          href="/"
          className="touch-area flex items-center gap-2 rounded text-base font-semibold tracking-tight"
        >
          <Logo className="size-7" />
          <span className="sr-only sm:not-sr-only">{t('name')}</span>
        </Link>
        <MainNav role={account.role} />
        {children && (
          <div className="order-last flex w-full min-w-0 justify-center sm:order-none sm:w-auto sm:min-w-64 sm:flex-1 lg:min-w-48">
            {children}
          </div>
        )}
        <div className="ml-auto flex items-center">
          <UpstreamStatus />
          <CommandPalette role={account.role} keys={keys} />
          <ShortcutSheet keys={keys} />
          <LanguageMenu />
          <ThemeMenu />
          <AccountMenu account={account}>
            <NavItems role={account.role} />
            {menu}
            <ApiDocsLink />
          </AccountMenu>
        </div>
      </div>
    </header>
  );
}
