'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useRtt } from '@/components/pings/use-rtt';
import { faceOf } from '@/lib/domain/face';
import type { PingItem } from '@/lib/domain/ping-details';
import { MOMENT } from '@/lib/i18n/moments';

/** Everybody who asked for a ping, each name once. */
const namesOf = (ping: PingItem) => [...new Set(ping.requested_by.map((who) => who.name))].join(', ');

/** A ping in one line: when, what it said, how much it lost, who asked and why. */
export function usePingLine(): (ping: PingItem) => string {
  const format = useFormatter();
  const rtt = useRtt();
  const tFace = useTranslations('face');
  const tResult = useTranslations('result');
  const tReason = useTranslations('reason');
  const t = useTranslations('linePage');
  return (ping) => {
    const { sent, received } = ping;
    const median = ping.rtt_ms.median;
    const lost = sent !== null && received !== null && received < sent;
    return [
      format.dateTime(new Date(ping.started_at), MOMENT),
      tFace(faceOf(ping)),
      lost && tResult('lost', { lost: sent - received, sent }),
      median !== null && rtt.withUnit(median),
      namesOf(ping),
      ping.reason && tReason(ping.reason),
      ping.wrong_customer && t('wrong'),
    ]
      .filter(Boolean)
      .join('\u00a0· ');
  };
}
