'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useProblemText } from '@/components/desk/launch-problem';
import { AccountPage } from '@/components/profile/account-page';
import type { Account } from '@/components/shell/account-menu';
import { useAge } from '@/components/shell/age';
import { classNames } from '@/components/ui/class-names';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { StatusItem } from '@/lib/domain/status';
import { statusQuery } from '@/lib/queries/status';
import { DataSigns } from './data-signs';
import { InstanceSigns } from './instance-signs';
import { StatusSkeleton } from './status-skeleton';
import { StatusSummary } from './status-summary';
import { UpstreamSigns } from './upstream-signs';
import { WorkSigns } from './work-signs';

function Reading({ status, isStale }: { status: StatusItem; isStale: boolean }) {
  return (
    <>
      <StatusSummary status={status} isStale={isStale} />
      <div
        className={classNames('grid gap-x-12 gap-y-10 pt-4 lg:grid-cols-2', isStale && 'opacity-80')}
        data-testid="status-signs"
      >
        <div className="flex min-w-0 flex-col gap-10">
          <UpstreamSigns status={status} />
          <DataSigns status={status} />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <WorkSigns status={status} />
          <InstanceSigns status={status} />
        </div>
      </div>
    </>
  );
}

/** How Pulso, its database and WispHub are at this moment, and what to do about what is not well. */
export function StatusScreen({ account }: { account: Account }) {
  const t = useTranslations('status');
  const age = useAge();
  const problem = useProblemText();
  const { data, error, dataUpdatedAt } = useQuery(statusQuery());
  const readAge = dataUpdatedAt === 0 ? '' : age(new Date(dataUpdatedAt).toISOString());
  return (
    <AccountPage account={account} className="max-w-5xl">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
          <p className="mt-1 text-pretty text-ink-muted">{t('hint')}</p>
        </div>
        {!data && !error && <Skeleton className="h-5 w-44" />}
        {data && (
          <p className="text-sm text-ink-muted tabular-nums" data-testid="status-age">
            {t('readAt', { age: readAge })}
          </p>
        )}
      </div>
      {error && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {data ? t('stale', { why: problem(error), age: readAge }) : t('failed', { why: problem(error) })}
        </Notice>
      )}
      {data && <Reading status={data} isStale={error !== null} />}
      {!data && !error && <StatusSkeleton />}
    </AccountPage>
  );
}
