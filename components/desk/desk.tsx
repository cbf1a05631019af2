'use client';

import { useTranslations } from 'next-intl';
import { LineHistory } from '@/components/pings/line-history';
import { MyPings } from '@/components/pings/my-pings';
import { RecentServices } from '@/components/services/recent-services';
import { ServiceSearch } from '@/components/services/service-search';
import { AppHeader } from '@/components/shell/app-header';
import type { Account } from '@/components/shell/account-menu';
import { Call } from './call';
import { useSelection } from './use-selection';
import { Welcome } from './welcome';

/** The first screen: one column for the call, context on both sides of it, the search above. */
export function Desk({ account, mayMark }: { account: Account; mayMark: boolean }) {
  const t = useTranslations('desk');
  const { serviceId, taskId, select } = useSelection();
  const open = (id: number) => select({ serviceId: id, taskId: null });
  return (
    <>
      <AppHeader account={account}>
        <ServiceSearch onChoose={open} />
      </AppHeader>
      <div className="mx-auto grid w-full max-w-screen-2xl flex-1 lg:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[17rem_minmax(0,1fr)_18rem]">
        <main
          id="content"
          className="min-w-0 border-line bg-surface px-4 py-6 sm:px-8 lg:order-2 lg:border-x"
        >
          <div className="mx-auto max-w-3xl">
            {serviceId === null ? (
              <Welcome />
            ) : (
              <Call
                key={serviceId}
                serviceId={serviceId}
                taskId={taskId}
                mayMark={mayMark}
                onClose={() => select({ serviceId: null, taskId: null })}
              />
            )}
          </div>
        </main>
        <aside
          aria-label={t('context')}
          className="flex min-w-0 flex-col gap-8 px-4 py-6 lg:order-3 lg:col-start-1 lg:row-start-2 xl:col-start-auto xl:row-start-auto"
        >
          {serviceId !== null && (
            <LineHistory serviceId={serviceId} onOpen={(id) => select({ serviceId, taskId: id })} />
          )}
        </aside>
        <aside aria-label={t('myPings')} className="flex min-w-0 flex-col gap-8 px-4 py-6 lg:order-1">
          <MyPings serviceId={serviceId} onOpen={open} />
          <RecentServices serviceId={serviceId} onOpen={open} />
        </aside>
      </div>
    </>
  );
}
