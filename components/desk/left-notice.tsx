'use client';

import { Hourglass } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PingDetails } from '@/lib/domain/ping-details';

/** Above what was known when somebody left a ping that others wait for. */
export function LeftNotice({ ping, onFollow }: { ping: PingDetails; onFollow: () => void }) {
  const t = useTranslations('left');
  const format = useFormatter();
  const waiting = ping.requested_by.filter((who) => !who.withdrawn).map((who) => who.name);
  const names = format.list([...new Set(waiting)]);
  const planned = ping.progress?.planned ?? ping.requested;
  return (
    <Notice tone="info" icon={Hourglass} className="mb-4">
      <div className="flex flex-wrap items-center gap-3">
        <span>{t('notice', { names, planned, count: new Set(waiting).size })}</span>
        <Button size="sm" onClick={onFollow}>
          {t('follow')}
        </Button>
      </div>
    </Notice>
  );
}
