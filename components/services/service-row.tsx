'use client';

import { CornerDownRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { Tag } from '@/components/ui/tag';
import type { ServiceItem } from '@/lib/domain/service-item';
import { AccountTag } from './account-tags';
import { useServiceName } from './service-name';

type ServiceRowProps = {
  service: ServiceItem;
  /** True behind another service of the same customer. */
  isFollowing?: boolean;
  /** How many services this customer has. */
  services?: number;
  /** True when another customer of that name stands in the same list. */
  isHomonym?: boolean;
};

/** What tells a service from another: where it is, what it hangs on, and the end of the document. */
function usePlace(service: ServiceItem, isHomonym: boolean): string {
  const t = useTranslations('service');
  const address = [service.address, service.locality].filter(Boolean).join(', ');
  const zone = service.zone?.name;
  return [
    address,
    isHomonym && zone !== service.locality && zone,
    service.sector && t('sector', { name: service.sector.name }),
    service.document && t('document', { digits: service.document.slice(-3) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A search result: the name, and what tells it from another customer of that name or another line of this one. */
export function ServiceRow({
  service,
  isFollowing = false,
  services = 1,
  isHomonym = false,
}: ServiceRowProps) {
  const t = useTranslations('service');
  const tSearch = useTranslations('search');
  const name = useServiceName();
  const place = usePlace(service, isHomonym);
  // Where the names are the same, the eye must find the difference.
  const isPlaceFirst = isHomonym || isFollowing;
  return (
    <span className="flex w-full min-w-0 items-center gap-3">
      {isFollowing && (
        <>
          <CornerDownRight className="size-4 shrink-0 text-ink-muted" aria-hidden />
          <span className="sr-only">{tSearch('sameCustomer')}</span>
        </>
      )}
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className={classNames('truncate', isFollowing ? 'text-ink-muted' : 'font-medium')}>
            {name(service)}
          </span>
          <span className="shrink-0 text-xs text-ink-muted tabular-nums">
            {t('id', { id: String(service.service_id) })}
          </span>
          <span className="hidden shrink-0 text-xs text-ink-muted tabular-nums sm:inline">
            {service.ip ?? t('noIp')}
          </span>
        </span>
        <span
          className={classNames(
            'text-xs',
            isPlaceFirst ? 'line-clamp-2 text-ink' : 'block truncate text-ink-muted',
          )}
        >
          {place}
        </span>
      </span>
      {services > 1 && !isFollowing && <Tag>{tSearch('services', { count: services })}</Tag>}
      {service.vanished_at === null ? (
        <AccountTag status={service.status} />
      ) : (
        <Tag tone="unknown">{tSearch('vanished')}</Tag>
      )}
    </span>
  );
}
