'use client';

import { DirectoryItem } from '@/components/services/directory-item';
import { ServiceCardSkeleton } from '@/components/services/service-card-skeleton';
import { ServiceSearch } from '@/components/services/service-search';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import { LatePlace } from '@/components/shell/late-place';
import { classNames } from '@/components/ui/class-names';
import { late } from '@/components/ui/late';
import { useIdleImport } from '@/components/ui/use-idle-import';
import { SidePanels } from './side-panels';
import type { DeskRights } from './desk-rights';
import { useSelection } from './use-selection';
import { Welcome } from './welcome';

// Not on the server, which knows nothing of a call yet: what answers before this has arrived would not be what it drew.
const call = late(() => import('./call'));

/** The first screen: one column for the call, context around it, the search above. */
export function Desk({ account, rights }: { account: Account; rights: DeskRights }) {
  const { serviceId, taskId, select } = useSelection();
  useIdleImport(call.fetch);
  const code = call.useDue(serviceId !== null);
  return (
    <>
      <AppHeader account={account} keys="desk" menu={account.role === 'admin' && <DirectoryItem />}>
        <ServiceSearch onChoose={(id, task) => select({ serviceId: id, taskId: task })} />
      </AppHeader>
      <div className="mx-auto grid w-full max-w-screen-2xl flex-1 content-start lg:grid-cols-[16rem_minmax(0,1fr)] lg:content-stretch xl:grid-cols-[17rem_minmax(0,1fr)_20rem]">
        <main
          id="content"
          className={classNames(
            'min-w-0 border-line bg-surface px-4 pt-6 pb-6 sm:px-8 lg:order-2 lg:row-span-2 lg:border-x xl:row-span-1',
            // A call fills a phone from the beginning, so that the tabs below it are not pushed out of sight when it comes.
            serviceId !== null && 'max-sm:min-h-[calc(100dvh-7rem)]',
          )}
        >
          <div className="mx-auto max-w-3xl">
            {serviceId === null ? (
              <Welcome />
            ) : code === null ? (
              <LatePlace part={call}>
                <ServiceCardSkeleton />
              </LatePlace>
            ) : (
              <code.Call
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
