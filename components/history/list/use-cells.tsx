'use client';

import { UserX } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PingBadge } from '@/components/pings/ping-badge';
import { faceOf } from '@/lib/domain/face';
import type { HistoryItem } from '@/lib/queries/history';
import { SHORT_MOMENT } from '@/lib/i18n/moments';
import { REMARK_WORDS } from '../filter-words';
import { useDuration } from '../use-duration';
import type { ColumnName } from './column-names';

/** How the name of a customer is shown; the directory may not know it. */
function useCustomerName(): (ping: HistoryItem) => string {
  const t = useTranslations('service');
  return (ping) => ping.service_name ?? t('noName', { id: ping.service_id });
}

function useMoment(): (at: string) => string {
  const format = useFormatter();
  return (at) => format.dateTime(new Date(at), { ...SHORT_MOMENT, day: '2-digit' });
}

/** Packets lost of those measured, as "3 de 10"; null where no packets are known. */
function useLost(): (ping: HistoryItem) => string | null {
  const t = useTranslations('historyList');
  return ({ sent, received }) =>
    sent === null || received === null || sent === 0 ? null : t('lostOf', { lost: sent - received, sent });
}

function peopleOf({ requested_by: people }: HistoryItem): string | null {
  const [first, ...others] = people;
  if (first === undefined) return null;
  return others.length === 0 ? first.name : `${first.name} +${others.length}`;
}

function useVerdict(): (ping: HistoryItem) => ReactNode {
  const t = useTranslations('historyList');
  const tCertainty = useTranslations('result');
  const tFailure = useTranslations('failure');
  return function verdict(ping) {
    const isHollow = ping.certainty?.level === 'hollow';
    return (
      <span
        className="flex min-w-0 items-center gap-1"
        title={ping.failure === null ? undefined : tFailure(ping.failure.code)}
      >
        <PingBadge face={faceOf(ping)} certainty={ping.certainty?.level ?? null} size="sm" />
        {ping.wrong_customer && (
          <span title={t('wrongCustomer')}>
            <UserX className="size-4 text-ink-muted" aria-hidden />
            <span className="sr-only">{t('wrongCustomer')}</span>
          </span>
        )}
        {isHollow && <span className="sr-only">{tCertainty('why')}</span>}
      </span>
    );
  };
}

export type Cells = Record<ColumnName, (ping: HistoryItem) => ReactNode>;

/** What stands in each cell of a row, as text or as the badge; null where there is nothing to say. */
export function useCells(): Cells {
  const t = useTranslations('historyList');
  const tReason = useTranslations('reason');
  const tFilter = useTranslations('historyFilter');
  const format = useFormatter();
  const duration = useDuration();
  const customer = useCustomerName();
  const lost = useLost();
  const moment = useMoment();
  return {
    time: (ping) => <time dateTime={ping.started_at}>{moment(ping.started_at)}</time>,
    customer,
    verdict: useVerdict(),
    lost,
    rtt: ({ rtt_ms: { median } }) =>
      median === null ? null : t('ms', { ms: format.number(median, { maximumFractionDigits: 1 }) }),
    remarks: ({ remarks }) =>
      remarks.length === 0 ? null : remarks.map((code) => tFilter(REMARK_WORDS[code])).join(', '),
    zone: ({ frozen }) => frozen.zone?.name ?? null,
    router: ({ frozen }) => frozen.router?.name ?? null,
    sector: ({ frozen }) => frozen.sector?.name ?? null,
    who: peopleOf,
    reason: ({ reason }) => (reason === null ? null : tReason(reason)),
    source: ({ source }) => (source === 'desk' ? t('desk') : t('api')),
    duration: ({ started_at: start, finished_at: end }) =>
      end === null ? null : duration(Date.parse(end) - Date.parse(start)),
    note: ({ note }) => note?.text ?? null,
  };
}
