'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { PingItem } from '@/lib/domain/ping-details';
import { myPingsQuery } from '@/lib/queries/pings';
import { PingRow } from './ping-row';

/** The pings of whoever is signed in: running ones go on without the page and are found here again. */
export function MyPings({ taskId, onOpen }: { taskId: string | null; onOpen: (ping: PingItem) => void }) {
  const t = useTranslations('desk');
  const tProblem = useTranslations('problem');
  const { data, isPending, isError } = useQuery(myPingsQuery());
  return (
    <Panel title={t('myPings')}>
      {isPending && <SkeletonRows rows={12} row="h-11" />}
      {isError && data === undefined && <p className="text-sm text-ink-muted">{tProblem('load')}</p>}
      {data?.items.length === 0 && <p className="text-sm text-ink-muted">{t('noPings')}</p>}
      <ul className="-mx-2 flex flex-col">
        {data?.items.map((ping) => (
          <li key={ping.task_id}>
            <PingRow ping={ping} active={ping.task_id === taskId} onOpen={() => onOpen(ping)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
