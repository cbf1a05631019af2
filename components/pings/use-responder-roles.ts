'use client';

import { useTranslations } from 'next-intl';
import type { PingItem } from '@/lib/domain/ping-details';

/** Everybody who answered, and as what: the customer's device, its link, or a router that reported errors. */
export function useResponderRoles(): (ping: PingItem) => { address: string; role: string }[] {
  const t = useTranslations('result');
  return ({ responders, frozen }) =>
    responders.map(({ address, kind, replies, errors }) => {
      const isStranger = kind === 'target' && frozen.ip !== null && address !== frozen.ip;
      const times = replies > 0 ? t('replies', { count: replies }) : t('errors', { count: errors });
      return { address, role: `${t(isStranger ? 'stranger' : kind)}, ${times}` };
    });
}
