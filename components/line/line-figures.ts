'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useRtt } from '@/components/pings/use-rtt';
import type { PingItem } from '@/lib/domain/ping-details';
import { EXACT_MOMENT, SHORT_MOMENT } from '@/lib/i18n/moments';

/** The figures of a ping as short texts; a dash where nothing was measured, never a zero. */
export function useLineFigures() {
  const format = useFormatter();
  const t = useTranslations('packets');
  const rtt = useRtt();
  const none = t('none');
  return {
    ms: (value: number | null) => (value === null ? none : rtt.withUnit(value)),
    percent: (value: number | null) =>
      value === null
        ? none
        : format.number(value / 100, { style: 'percent', maximumFractionDigits: value < 10 ? 1 : 0 }),
    moment: (at: string) => format.dateTime(new Date(at), EXACT_MOMENT),
    shortMoment: (at: string) => format.dateTime(new Date(at), SHORT_MOMENT),
    lostOf: ({ sent, received }: PingItem) =>
      sent === null || received === null || sent === 0 ? none : `${sent - received} / ${sent}`,
  };
}
