'use client';

import { Info, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { accountStanding } from '@/lib/domain/service';
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

/** What an agent must read before spending a ping: account, outage flags, address. */
export function AccountNotices({ service }: { service: ServiceItem }) {
  const t = useTranslations('account');
  const standing = accountStanding(service.status);
  const { router, sector } = service;
  return (
    <>
      {standing === 'suspended' && (
        <Notice tone="warn" icon={TriangleAlert}>
          {t('suspendedNotice')}
        </Notice>
      )}
      {standing === 'cancelled' && (
        <Notice tone="warn" icon={TriangleAlert}>
          {t('cancelledNotice')}
        </Notice>
      )}
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
