'use client';

import { useTranslations } from 'next-intl';
import type { PingItem } from '@/lib/domain/ping-details';

/** Who answered: the customer's device, its link, or a router on the way that reported an error. */
export function PingResponders({ ping }: { ping: PingItem }) {
  const t = useTranslations('result');
  if (ping.responders.length === 0) return null;
  const isStranger = (address: string) => ping.frozen.ip !== null && address !== ping.frozen.ip;
  return (
    <div className="text-sm">
      <span className="text-ink-muted">{t('responder')}: </span>
      {ping.responders.map((responder, index) => (
        <span key={responder.address}>
          {index > 0 && ' · '}
          <span className="font-medium tabular-nums">{responder.address}</span>{' '}
          <span className="text-ink-muted">
            ({t(responder.kind === 'target' && isStranger(responder.address) ? 'stranger' : responder.kind)},{' '}
            {responder.replies > 0
              ? t('replies', { count: responder.replies })
              : t('errors', { count: responder.errors })}
            )
          </span>
        </span>
      ))}
    </div>
  );
}
