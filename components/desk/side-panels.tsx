'use client';

import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import { NotesPanel } from '@/components/notes/notes-panel';
import { LineHistory } from '@/components/pings/line-history';
import { MyPings } from '@/components/pings/my-pings';
import { Neighbours } from '@/components/services/neighbours';
import { RecentServices } from '@/components/services/recent-services';
import { classNames } from '@/components/ui/class-names';
import type { Selection } from './use-selection';

type Tab = 'line' | 'mine' | 'recent';
const TABS = ['line', 'mine', 'recent'] as const;

type SidePanelsProps = Selection & { select: (next: Selection) => void };

function TabBar({ tab, tabs, onTab }: { tab: Tab; tabs: readonly Tab[]; onTab: (tab: Tab) => void }) {
  const t = useTranslations('desk');
  const labels: Record<Tab, string> = { line: t('line'), mine: t('myPings'), recent: t('recentServices') };
  const choose = (value: string) => onTab(TABS.find((name) => name === value) ?? tab);
  return (
    <ToggleGroup.Root
      type="single"
      value={tab}
      onValueChange={choose}
      aria-label={t('context')}
      className="col-span-full flex gap-1 overflow-x-auto border-b border-line px-4 lg:hidden print:hidden"
    >
      {tabs.map((name) => (
        <ToggleGroup.Item
          key={name}
          value={name}
          className="-mb-px h-11 border-b-2 border-transparent px-2 text-sm font-medium whitespace-nowrap text-ink-muted data-[state=on]:border-brand data-[state=on]:text-ink"
        >
          {labels[name]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

/** The context of a call: at both sides on a wide screen, as tabs under the story on a narrow one. */
export function SidePanels({ serviceId, taskId, select }: SidePanelsProps) {
  const t = useTranslations('desk');
  const [chosen, setTab] = useState<Tab>('line');
  const tabs = serviceId === null ? TABS.slice(1) : TABS;
  const tab = tabs.includes(chosen) ? chosen : 'mine';
  const open = (id: number) => select({ serviceId: id, taskId: null });
  const onlyAs = (name: Tab) => classNames(tab !== name && 'max-lg:hidden');
  return (
    <>
      <TabBar tab={tab} tabs={tabs} onTab={setTab} />
      <aside
        aria-label={t('line')}
        className={classNames(
          'flex min-w-0 flex-col gap-8 px-4 py-6 lg:col-start-1 lg:row-start-2 xl:order-3 xl:col-start-auto xl:row-start-auto print:hidden',
          onlyAs('line'),
          serviceId === null && 'max-xl:hidden',
        )}
      >
        {serviceId !== null && (
          <>
            <Neighbours serviceId={serviceId} onOpen={open} />
            <LineHistory serviceId={serviceId} onOpen={(id) => select({ serviceId, taskId: id })} />
            <NotesPanel serviceId={serviceId} />
          </>
        )}
      </aside>
      <aside
        aria-label={t('myPings')}
        className={classNames(
          'flex min-w-0 flex-col gap-8 px-4 py-6 lg:order-1 lg:row-start-1 print:hidden',
          tab === 'line' && 'max-lg:hidden',
        )}
      >
        <div className={onlyAs('mine')}>
          <MyPings
            taskId={taskId}
            onOpen={(ping) => select({ serviceId: ping.service_id, taskId: ping.task_id })}
          />
        </div>
        <div className={onlyAs('recent')}>
          <RecentServices serviceId={serviceId} onOpen={open} />
        </div>
      </aside>
    </>
  );
}
