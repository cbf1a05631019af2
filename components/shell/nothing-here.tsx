'use client';

import type { ReactNode } from 'react';
import { ConsolePage } from '@/components/line/console-page';
import type { Account } from './account-menu';
import { MessageBody, PageMessage } from './page-message';

type NothingHereProps = {
  /** Who is signed in; null for nobody, who has no console to go on in. */
  account: Account | null;
  title: string;
  text: string;
  children: ReactNode;
};

/** Says that there is nothing at this address for this person, below the header from which they can go on. */
export function NothingHere({ account, title, text, children }: NothingHereProps) {
  if (account === null) {
    return (
      <PageMessage title={title} text={text}>
        {children}
      </PageMessage>
    );
  }
  return (
    <ConsolePage account={account} keys="find" hasLaunchBar={false}>
      <div className="mx-auto flex w-full max-w-md flex-1 flex-col items-start justify-center gap-4 pb-16">
        <MessageBody title={title} text={text}>
          {children}
        </MessageBody>
      </div>
    </ConsolePage>
  );
}
