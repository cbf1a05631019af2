'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleAlert, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AccountPage } from '@/components/profile/account-page';
import type { Account } from '@/components/shell/account-menu';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { MadeLink } from '@/lib/domain/account';
import { usersQuery } from '@/lib/queries/users';
import { InviteDialog } from './invite-dialog';
import { LinkDialog } from './link-dialog';
import { UserList } from './user-list';

/** Everybody who has an account, and the way in for a colleague. */
export function UsersScreen({ account }: { account: Account }) {
  const t = useTranslations('users');
  const tProblem = useTranslations('problem');
  const [isInviting, setInviting] = useState(false);
  const [made, setMade] = useState<MadeLink | null>(null);
  const [told, setTold] = useState('');
  const { data, isError, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(usersQuery());
  const users = data?.pages.flatMap(({ items }) => items);
  return (
    <AccountPage account={account} className="max-w-5xl">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
          <p className="mt-1 text-pretty text-ink-muted">{t('hint')}</p>
        </div>
        <Button variant="primary" onClick={() => setInviting(true)}>
          <UserPlus className="size-4" aria-hidden />
          {t('invite')}
        </Button>
      </div>
      <p role="status" className="min-h-5 text-sm text-ink-muted">
        {told}
      </p>
      {!users && isError && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {tProblem('load')}
        </Notice>
      )}
      {!users && !isError && <SkeletonRows rows={7} row="h-16 border-b border-line" />}
      {users && <UserList users={users} ownEmail={account.email} onLink={setMade} onTold={setTold} />}
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage} className="self-start">
          {t('more')}
        </Button>
      )}
      {isInviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onMade={(link) => {
            setInviting(false);
            setMade(link);
          }}
        />
      )}
      {made && <LinkDialog made={made} onClose={() => setMade(null)} />}
    </AccountPage>
  );
}
