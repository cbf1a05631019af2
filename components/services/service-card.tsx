'use client';

import { CircleHelp, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAge } from '@/components/shell/age';
import { Term } from '@/components/terms/term';
import { classNames } from '@/components/ui/class-names';
import { Notice } from '@/components/ui/notice';
import { Tooltip } from '@/components/ui/tooltip';
import type { ServiceItem } from '@/lib/domain/service-item';
import { AccountNotices } from './account-notices';
import { AccountTag, BillingTag } from './account-tags';
import { CloseService } from './close-service';
import { CopyButton } from './copy-button';
import { ServiceDetails } from './service-details';
import { useServiceName } from './service-name';
import type { ServiceReading } from './use-service';
import { WispHubLink } from './wisphub-link';

/** How old the record is, and whether it is being read. */
function Reading({ reading }: { reading: ServiceReading }) {
  const t = useTranslations('service');
  const age = useAge();
  const at = reading.service?.synced_at;
  const text = reading.isReading
    ? t('reading')
    : at === undefined
      ? ''
      : reading.outcome === 'unavailable'
        ? t('readFailed', { age: age(at) })
        : t('readAgo', { age: age(at) });
  return (
    <span
      className="flex items-center gap-1 text-xs text-ink-muted tabular-nums"
      data-reading={reading.outcome ?? 'pending'}
    >
      {reading.isReading || text === '' ? text : <Term name="reading">{text}</Term>}
      <Tooltip label={t('refresh')}>
        <button
          type="button"
          aria-label={t('refresh')}
          disabled={reading.isReading}
          onClick={reading.readAgain}
          className="touch-area rounded-sm p-1 hover:bg-sunken disabled:opacity-50"
        >
          <RefreshCw className={`size-4 ${reading.isReading ? 'animate-spin' : ''}`} aria-hidden />
        </button>
      </Tooltip>
    </span>
  );
}

function Vanished({ at }: { at: string }) {
  const t = useTranslations('service');
  const age = useAge();
  return (
    <Notice tone="warn" icon={CircleHelp}>
      {t('vanished', { age: age(at) })}
    </Notice>
  );
}

function Facts({ service }: { service: ServiceItem }) {
  const t = useTranslations('service');
  const facts = [
    [service.address, service.locality].filter(Boolean).join(', '),
    service.sector && t('sector', { name: service.sector.name }),
    service.router?.name,
    service.plan?.name,
  ].filter(Boolean);
  return <p className="text-pretty text-ink-muted">{facts.join('\u00a0· ')}</p>;
}

/** Who the customer is and how the account stands, before any ping. */
export function ServiceCard({
  service,
  reading,
  onClose,
  links,
}: {
  service: ServiceItem;
  reading: ServiceReading;
  /** Null on a page that is about nothing else. */
  onClose: (() => void) | null;
  /** Where else this line can be seen. */
  links?: ReactNode;
}) {
  const t = useTranslations('service');
  const name = useServiceName();
  return (
    <section
      className="flex flex-col gap-3"
      data-testid="service-card"
      data-service-id={service.service_id}
      aria-label={name(service)}
    >
      <div className="flex items-start justify-between gap-2">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="text-lg font-semibold tracking-tight">{name(service)}</h1>
          <span className="flex flex-wrap gap-x-3 text-ink-muted">
            <CopyButton value={String(service.service_id)} label={t('copyId')}>
              {t('id', { id: String(service.service_id) })}
            </CopyButton>
            {service.ip ? (
              <CopyButton value={service.ip} label={t('copyIp')}>
                {service.ip}
              </CopyButton>
            ) : (
              <span>{t('noIp')}</span>
            )}
          </span>
        </div>
        {onClose && <CloseService onClose={onClose} />}
      </div>
      <Facts service={service} />
      <div className="flex flex-wrap items-center gap-2">
        <AccountTag status={service.status} />
        <BillingTag service={service} />
        <Reading reading={reading} />
      </div>
      {(reading.outcome === 'unknown' || service.vanished_at !== null) && <Vanished at={service.synced_at} />}
      <AccountNotices service={service} />
      <div className="flex flex-wrap items-start justify-between gap-2">
        <ServiceDetails service={service} />
        {/* A page about nothing else has more links than fit beside the details in every language. */}
        <div
          className={classNames('flex flex-wrap gap-x-4 gap-y-1', onClose === null && 'max-sm:basis-full')}
        >
          {links}
          <WispHubLink serviceId={service.service_id} />
        </div>
      </div>
    </section>
  );
}
