'use client';

import { useTranslations } from 'next-intl';
import { Term } from '@/components/terms/term';
import type { PingItem } from '@/lib/domain/ping-details';
import { useResponderRoles } from './use-responder-roles';

/** Who answered: the customer's device, its link, or a router on the way that reported an error. */
export function PingResponders({ ping }: { ping: PingItem }) {
  const t = useTranslations('result');
  const responders = useResponderRoles()(ping);
  if (responders.length === 0) return null;
  return (
    <div className="text-sm">
      <span className="text-ink-muted">
        <Term name="responder">{t('responder')}</Term>:{' '}
      </span>
      {responders.map(({ address, role }, index) => (
        <span key={address}>
          {index > 0 && ' · '}
          <span className="font-medium tabular-nums">{address}</span>{' '}
          <span className="text-ink-muted">({role})</span>
        </span>
      ))}
    </div>
  );
}
