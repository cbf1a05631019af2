'use client';

import { useTranslations } from 'next-intl';
import type { CertaintyReason } from '@/lib/domain/certainty';
import type { PingDetails } from '@/lib/domain/ping-details';

/** The two or three words that say why a badge is hollow. */
export function useCertaintyNotes(): (ping: PingDetails) => { reason: CertaintyReason; text: string }[] {
  const t = useTranslations('certainty');
  return ({ sent, received, certainty, replies }) =>
    (certainty?.reasons ?? []).map((reason) => {
      if (reason === 'few_packets') return { reason, text: t(reason, { count: sent ?? 0 }) };
      if (reason === 'partly_not_measured') {
        const count = replies.filter((reply) => reply.status === 'not_measured').length;
        return { reason, text: t(reason, { count }) };
      }
      if (reason === 'packets_lost') {
        return { reason, text: t(reason, { lost: (sent ?? 0) - (received ?? 0), sent: sent ?? 0 }) };
      }
      return { reason, text: t(reason) };
    });
}
