'use client';

import type { ReactNode } from 'react';
import type { Account } from './account-menu';
import { AppHeader } from './app-header';
import { MessageBody, PageMessage } from './page-message';

type NothingHereProps = {
  /** Who is signed in; null for nobody, who has no console to go on in. */
  account: Account | null;
  title: string;
  text: string;
  children: ReactNode;
};

/**
 * Says that there is nothing at this address for this person, below the header from which they can go on. Its scripts come
 * along with every page, so the search is left to the palette.
 */
export function NothingHere({ account, title, text, children }: NothingHereProps) {
  if (account === null) {
    return (
      <PageMessage title={title} text={text}>
        {children}
      </PageMessage>
    );
  }
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      <AppHeader account={account} />
      <main
        id="content"
        className="mx-auto flex w-full max-w-md flex-1 flex-col items-start justify-center gap-4 px-4 pb-16"
      >
        <MessageBody title={title} text={text}>
          {children}
        </MessageBody>
      </main>
    </div>
  );
}
