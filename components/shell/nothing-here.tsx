'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Account } from './account-menu';
import { AppHeader } from './app-header';
import { MessageBody, PageMessage } from './page-message';

type NothingHereProps = {
  /** Who is signed in; null for nobody, who has no console to go on in. */
  account: Account | null;
  title: string;
  text: string;
};

/**
 * Says that there is nothing at this address for this person, below the header from which they can go on. Its scripts come
 * along with every page, so the search is left to the palette.
 */
export function NothingHere({ account, ...message }: NothingHereProps) {
  const t = useTranslations('problem');
  const home = (
    <Link href="/" className="rounded font-medium text-brand-ink underline underline-offset-4">
      {t('home')}
    </Link>
  );
  if (account === null) {
    return <PageMessage {...message}>{home}</PageMessage>;
  }
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      <AppHeader account={account} />
      <main
        id="content"
        className="mx-auto flex w-full max-w-md flex-1 flex-col items-start justify-center gap-4 px-4 pb-16"
      >
        <MessageBody {...message}>{home}</MessageBody>
      </main>
    </div>
  );
}
