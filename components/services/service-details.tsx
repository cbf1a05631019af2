'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ServiceItem } from '@/lib/domain/service-item';

type Row = [label: string, value: string | null | undefined];

/** The rest of the record, for who asks. */
export function ServiceDetails({ service }: { service: ServiceItem }) {
  const t = useTranslations('service');
  const place = [service.address, service.locality, service.city].filter(Boolean).join(', ');
  // A role that may not see the document gets no row for it, rather than an empty one.
  const document: Row[] = service.document === undefined ? [] : [[t('documentFull'), service.document]];
  const rows: Row[] = [
    [t('address'), place],
    [t('phones'), service.phones.join(' · ')],
    ...document,
    [t('plan'), service.plan?.name],
    [t('zone'), service.zone?.name],
    [t('router'), service.router?.name],
    [t('sectorLabel'), service.sector?.name],
    [t('mac'), service.mac],
  ];
  return (
    <details className="group text-sm">
      <summary className="flex touch-row w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-ink-muted hover:text-ink">
        <ChevronDown className="size-4 transition-transform group-open:rotate-180" aria-hidden />
        {t('more')}
      </summary>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-muted">{label}</dt>
            <dd className={value ? 'tabular-nums' : 'text-ink-muted'}>{value || t('unknown')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
