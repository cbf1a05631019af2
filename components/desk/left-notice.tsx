'use client';

import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PingDetails } from '@/lib/domain/ping-details';

/** Above what was known when somebody left a ping that others wait for. */
export function LeftNotice({ ping, onFollow }: { ping: PingDetails; onFollow: () => void }) {
  const t = useTranslations('left');
  const names = [...new Set(ping.requested_by.map((who) => who.name))].join(', ');
  const planned = ping.progress?.planned ?? ping.requested;
  return (
    <Notice tone="info" icon={Hourglass} className="mb-4">
      <div className="flex flex-wrap items-center gap-3">
        <span>{t('notice', { names, planned })}</span>
        <Button size="sm" onClick={onFollow}>
          {t('follow')}
        </Button>
      </div>
    </Notice>
  );
}
