'use client';

import { useTranslations } from 'next-intl';
import type { ServiceItem } from '@/lib/domain/service-item';
import { AccountTag } from './account-tags';
import { useServiceName } from './service-name';

/** A search result: the name, and what tells it from another customer of that name. */
export function ServiceRow({ service }: { service: ServiceItem }) {
  const t = useTranslations('service');
  const name = useServiceName();
  const place = [service.address, service.locality].filter(Boolean).join(', ');
  const facts = [
    place,
    service.sector && t('sector', { name: service.sector.name }),
    service.document && t('document', { digits: service.document.slice(-3) }),
  ].filter(Boolean);
  return (
    <span className="flex w-full min-w-0 items-center gap-3">
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="truncate font-medium">{name(service)}</span>
          <span className="shrink-0 text-xs text-ink-muted tabular-nums">
            {t('id', { id: String(service.service_id) })}
          </span>
          <span className="hidden shrink-0 text-xs text-ink-muted tabular-nums sm:inline">
            {service.ip ?? t('noIp')}
          </span>
        </span>
        <span className="block truncate text-xs text-ink-muted">{facts.join(' · ')}</span>
      </span>
      <AccountTag status={service.status} />
    </span>
  );
}
