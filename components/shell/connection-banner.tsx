'use client';

import { onlineManager, useQuery } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { isSignedOut } from '@/lib/queries/session-end';
import { upstreamQuery } from '@/lib/queries/upstream';
import { useAge } from './age';

const BAR =
  'flex flex-wrap items-center justify-center gap-2 border-b border-intermittent-line bg-intermittent-soft px-4 py-2 text-sm text-intermittent-ink';

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
}

/** Says that what is on the page may be old, since when, and that nothing is lost. */
export function ConnectionBanner() {
  const t = useTranslations('connection');
  const age = useAge();
  const online = useOnline();
  const heartbeat = useQuery(upstreamQuery());
  if (isSignedOut(heartbeat.error) || (online && !heartbeat.isError)) return null;
  const { dataUpdatedAt } = heartbeat;
  const since = dataUpdatedAt === 0 ? null : age(new Date(dataUpdatedAt).toISOString());
  const text =
    since === null ? t('never') : online ? t('unreachable', { age: since }) : t('offline', { age: since });
  return (
    <div className={BAR} data-connection={online ? 'unreachable' : 'offline'}>
      <CloudOff className="size-4 shrink-0" aria-hidden />
      {/* The age changes every second and is not said aloud again each time. */}
      <span aria-hidden>{text}</span>
      <span role="status" className="sr-only">
        {t('never')}
      </span>
    </div>
  );
}
