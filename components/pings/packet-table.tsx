'use client';

import { ChevronDown } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { Reply } from '@/lib/domain/ping-details';

/** Red is for trouble: a packet that was never measured is grey. */
const STATUS_TEXT = { reply: 'text-ink', not_measured: 'text-unknown-ink', lost: 'text-silent-ink' } as const;

const CELL = 'px-2 py-1 text-left whitespace-nowrap';

/** The packets as text: number, outcome, round trip, who answered, TTL. */
export function PacketTable({ replies, open = false }: { replies: readonly Reply[]; open?: boolean }) {
  const t = useTranslations('packets');
  const format = useFormatter();
  const ms = (value: number | null) =>
    value === null ? t('none') : t('ms', { ms: format.number(value, { maximumFractionDigits: 3 }) });
  return (
    <details className="group max-w-full" open={open}>
      <summary className="flex touch-row w-fit cursor-pointer items-center gap-1 rounded-sm text-sm text-ink-muted hover:text-ink">
        <ChevronDown className="size-4 transition-transform group-open:rotate-180" aria-hidden />
        {t('table')}
      </summary>
      <div
        className="mt-2 overflow-x-auto rounded border border-line"
        tabIndex={0}
        role="region"
        aria-label={t('title')}
      >
        <table className="w-full text-sm tabular-nums" data-testid="packet-table">
          <thead className="bg-sunken text-xs text-ink-muted">
            <tr>
              {(['seq', 'status', 'rtt', 'host', 'ttl'] as const).map((column) => (
                <th key={column} scope="col" className={`${CELL} font-medium`}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {replies.map((reply) => (
              <tr key={reply.seq} data-status={reply.status}>
                <td className={CELL}>{reply.seq}</td>
                <td
                  className={`${CELL} ${STATUS_TEXT[reply.status === 'reply' || reply.status === 'not_measured' ? reply.status : 'lost']}`}
                >
                  {t(reply.status)}
                </td>
                <td className={CELL}>{ms(reply.rtt_ms)}</td>
                <td className={CELL}>{reply.status === 'timeout' ? t('none') : (reply.host ?? t('none'))}</td>
                <td className={CELL}>{reply.ttl ?? t('none')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
