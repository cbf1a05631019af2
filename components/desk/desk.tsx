'use client';

import dynamic from 'next/dynamic';
import { DirectoryItem } from '@/components/services/directory-item';
import { ServiceCardSkeleton } from '@/components/services/service-card-skeleton';
import { ServiceSearch } from '@/components/services/service-search';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import { useIdleImport } from '@/components/ui/use-idle-import';
import { SidePanels } from './side-panels';
import type { DeskRights } from './desk-rights';
import { useSelection } from './use-selection';
import { Welcome } from './welcome';

const loadCall = () => import('./call');
const Call = dynamic(() => loadCall().then((loaded) => loaded.Call), {
  loading: () => <ServiceCardSkeleton />,
});

/** The first screen: one column for the call, context around it, the search above. */
export function Desk({ account, rights }: { account: Account; rights: DeskRights }) {
  const { serviceId, taskId, select } = useSelection();
  useIdleImport(loadCall);
  return (
    <>
      <AppHeader account={account} menu={account.role === 'admin' && <DirectoryItem />}>
        <ServiceSearch onChoose={(id, task) => select({ serviceId: id, taskId: task })} />
      </AppHeader>
      <div className="mx-auto grid w-full max-w-screen-2xl flex-1 content-start lg:grid-cols-[16rem_minmax(0,1fr)] lg:content-stretch xl:grid-cols-[17rem_minmax(0,1fr)_20rem]">
        <main
          id="content"
          className="min-w-0 border-line bg-surface px-4 pt-6 pb-6 sm:px-8 lg:order-2 lg:row-span-2 lg:border-x xl:row-span-1"
        >
          <div className="mx-auto max-w-3xl">
            {serviceId === null ? (
              <Welcome />
            ) : (
              <Call
                key={serviceId}
                serviceId={serviceId}
                taskId={taskId}
                rights={rights}
                onClose={() => select({ serviceId: null, taskId: null })}
                onCurrent={() => select({ serviceId, taskId: null })}
              />
            )}
          </div>
        </main>
        <SidePanels serviceId={serviceId} taskId={taskId} select={select} />
      </div>
    </>
  );
}
