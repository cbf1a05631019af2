'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { MyPings } from '@/components/pings/my-pings';
import { RecentServices } from '@/components/services/recent-services';
import { LatePlace } from '@/components/shell/late-place';
import { classNames } from '@/components/ui/class-names';
import { late } from '@/components/ui/late';
import { useIdleImport } from '@/components/ui/use-idle-import';
import type { Selection } from './use-selection';

// What belongs to a service waits for the first one, as the call itself does. Not on the server, which has nothing to show
// of it: what answers before it has arrived would not be what the server drew.
const linePanels = late(() => import('./line-panels'));

type Tab = 'line' | 'mine' | 'recent';
const TABS = ['line', 'mine', 'recent'] as const;

type SidePanelsProps = Selection & { select: (next: Selection) => void };

/** Radio buttons, because the browser already moves between those with the arrows. */
function TabBar({ tab, tabs, onTab }: { tab: Tab; tabs: readonly Tab[]; onTab: (tab: Tab) => void }) {
  const t = useTranslations('desk');
  const group = useId();
  const labels: Record<Tab, string> = { line: t('line'), mine: t('myPings'), recent: t('recentTab') };
  return (
    <div
      role="radiogroup"
      aria-label={t('context')}
      className="col-span-full flex gap-1 overflow-x-auto border-b border-line px-4 lg:hidden print:hidden"
    >
      {tabs.map((name) => (
        <label
          key={name}
          className="relative -mb-px flex h-11 items-center border-b-2 border-transparent px-2 text-sm font-medium whitespace-nowrap text-ink-muted has-checked:border-brand has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-(--brand) max-[22rem]:px-1"
        >
          <input
            type="radio"
            name={group}
            checked={tab === name}
            onChange={() => onTab(name)}
            className="sr-only"
          />
          {labels[name]}
        </label>
      ))}
    </div>
  );
}

/** The context of a call: at both sides on a wide screen, as tabs under the story on a narrow one. */
export function SidePanels({ serviceId, taskId, select }: SidePanelsProps) {
  const t = useTranslations('desk');
  useIdleImport(linePanels.fetch);
  const line = linePanels.useDue(serviceId !== null);
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
        {serviceId !== null && line === null && <LatePlace part={linePanels} />}
        {serviceId !== null && line !== null && (
          <line.LinePanels
            serviceId={serviceId}
            onOpen={open}
            onPing={(id) => select({ serviceId, taskId: id })}
          />
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
