'use client';

import { useTranslations } from 'next-intl';
import type { CertaintyReason } from '@/lib/domain/certainty';
import type { PingItem } from '@/lib/domain/ping-details';

type Counted = Pick<PingItem, 'sent' | 'received' | 'certainty'> & { missing: number };

/** The two or three words that say why a badge is hollow. */
export function useCertaintyNotes(): (ping: Counted) => { reason: CertaintyReason; text: string }[] {
  const t = useTranslations('certainty');
  return ({ sent, received, certainty, missing }) =>
    (certainty?.reasons ?? []).map((reason) => {
      if (reason === 'few_packets') return { reason, text: t(reason, { count: sent ?? 0 }) };
      if (reason === 'partly_not_measured') return { reason, text: t(reason, { count: missing }) };
      if (reason === 'packets_lost') {
        return { reason, text: t(reason, { lost: (sent ?? 0) - (received ?? 0), sent: sent ?? 0 }) };
      }
      return { reason, text: t(reason) };
    });
}
