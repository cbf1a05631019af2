'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { Button } from '@/components/ui/button';
import type { PingDetails } from '@/lib/domain/ping-details';
import { lineQuery, useMarkQuietLine, type QuietLine as Mark } from '@/lib/queries/services';

/** The mark of a line that works without answering ping, when it speaks of the address that this ping was sent to. */
export function useQuietLine(ping: PingDetails | null, serviceId: number): Mark | null {
  const { data } = useQuery(lineQuery(serviceId));
  const mark = data?.quiet ?? null;
  return mark !== null && ping?.verdict === 'no_internet' && ping.frozen.ip === mark.ip ? mark : null;
}

/** Under a silent line: an agent who hears that the customer is online says so here, and may take it back. */
export function QuietLine({ ping, mark }: { ping: PingDetails; mark: Mark | null }) {
  const t = useTranslations('line');
  const age = useAge();
  const change = useMarkQuietLine(ping.service_id);
  if (ping.verdict !== 'no_internet' || ping.frozen.ip === null) return null;
  return (
    <div className="flex flex-col items-start gap-2 text-sm text-ink-muted" data-testid="quiet-line">
      <p className="max-w-prose">
        {mark === null
          ? t('hint')
          : `${t('marked', { name: mark.marked_by, age: age(mark.marked_at) })} ${t('ends')}`}
      </p>
      <Button size="sm" disabled={change.isPending} onClick={() => change.mutate(mark === null)}>
        {mark === null ? t('mark') : t('unmark')}
      </Button>
    </div>
  );
}
