'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { recentServicesQuery } from '@/lib/queries/services';
import { useServiceName } from './service-name';

/** The customers that this person opened last. */
export function RecentServices({
  serviceId,
  onOpen,
}: {
  serviceId: number | null;
  onOpen: (serviceId: number) => void;
}) {
  const t = useTranslations('desk');
  const tService = useTranslations('service');
  const tProblem = useTranslations('problem');
  const name = useServiceName();
  const { data, isPending, isError } = useQuery(recentServicesQuery());
  return (
    <Panel title={t('recentServices')}>
      {isPending && <SkeletonRows rows={8} row="h-7" />}
      {isError && data === undefined && <p className="text-sm text-ink-muted">{tProblem('load')}</p>}
      {data?.items.length === 0 && <p className="text-sm text-ink-muted">{t('noServices')}</p>}
      <ul className="-mx-2 flex flex-col">
        {data?.items.map((service) => (
          <li key={service.service_id}>
            <button
              type="button"
              onClick={() => onOpen(service.service_id)}
              aria-current={service.service_id === serviceId || undefined}
              className="flex touch-row w-full items-baseline gap-2 rounded px-2 py-1 text-left text-sm hover:bg-sunken aria-[current]:bg-brand-soft pointer-coarse:items-center"
            >
              <span className="min-w-0 flex-1 truncate">{name(service)}</span>
              <span className="shrink-0 text-xs text-ink-muted tabular-nums">
                {tService('id', { id: String(service.service_id) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
