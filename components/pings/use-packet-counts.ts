import { useTranslations } from 'next-intl';
import type { PingItem } from '@/lib/domain/ping-details';

/** "lost 2 of 10" when something was lost; how many were answered otherwise; null where nobody knows. */
export function usePacketCounts(): (ping: Pick<PingItem, 'sent' | 'received'>) => string | null {
  const t = useTranslations('result');
  return ({ sent, received }) => {
    if (sent === null || received === null) return null;
    return received === sent ? t('lostNone', { sent }) : t('lost', { lost: sent - received, sent });
  };
}
