'use client';

import { Info, TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { useNow } from '@/components/shell/use-now';
import { Notice } from '@/components/ui/notice';
import { accountStanding, isStaleRecord, owesMoney } from '@/lib/domain/service';
import type { ServiceItem } from '@/lib/domain/service-item';

function Outage({ text, note }: { text: string; note: string | null }) {
  const t = useTranslations('account');
  return (
    <Notice tone="warn" icon={TriangleAlert}>
      <p className="font-medium">{text}</p>
      {note && <p>{t('outageNote', { note })}</p>}
      <p>{t('outageHint')}</p>
    </Notice>
  );
}

/** How far what the record says of the account can be believed: a payment made since it was read is not in it. */
function RecordAge({ service }: { service: ServiceItem }) {
  const t = useTranslations('account');
  const age = useAge()(service.synced_at);
  const now = useNow() ?? Date.parse(service.synced_at);
  const isStale = isStaleRecord(new Date(service.synced_at), new Date(now));
  return (
    <p data-record={isStale ? 'stale' : 'fresh'}>{t(isStale ? 'recordStale' : 'recordFresh', { age })}</p>
  );
}

function Account({ service }: { service: ServiceItem }) {
  const t = useTranslations('account');
  const format = useFormatter();
  const standing = accountStanding(service.status);
  const owes = service.balance != null && owesMoney({ balance: service.balance });
  const isInactive = standing === 'suspended' || standing === 'cancelled';
  if (!isInactive && !owes) return null;
  return (
    <Notice tone={isInactive ? 'warn' : 'info'} icon={isInactive ? TriangleAlert : Info}>
      {isInactive && (
        <p className="font-medium">{t(standing === 'suspended' ? 'suspendedNotice' : 'cancelledNotice')}</p>
      )}
      {owes && <p>{t('debtNotice', { amount: format.number(Number(service.balance)) })}</p>}
      <RecordAge service={service} />
    </Notice>
  );
}

/** What an agent must read before spending a ping: account, outage flags, address. */
export function AccountNotices({ service }: { service: ServiceItem }) {
  const t = useTranslations('account');
  const { router, sector } = service;
  return (
    <>
      <Account service={service} />
      {router?.outage && <Outage text={t('routerOutage', { name: router.name })} note={router.outage_note} />}
      {sector?.outage && <Outage text={t('sectorOutage', { name: sector.name })} note={sector.outage_note} />}
      {service.ip === null && (
        <Notice tone="warn" icon={Info}>
          {t('noIpNotice')}
        </Notice>
      )}
      {service.ip !== null && service.ip_shared && (
        <Notice tone="warn" icon={Info}>
          {t('sharedIpNotice', { ip: service.ip })}
        </Notice>
      )}
    </>
  );
}
