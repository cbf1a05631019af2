'use client';

import { onlineManager, useQuery } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { upstreamQuery } from '@/lib/queries/upstream';
import { useAge } from './age';

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
  const lost = !online || (heartbeat.isError && heartbeat.error.name !== 'AbortError');
  if (!lost) return null;
  const since = age(new Date(heartbeat.dataUpdatedAt || heartbeat.errorUpdatedAt).toISOString());
  return (
    <div
      role="status"
      data-connection={online ? 'unreachable' : 'offline'}
      className="flex items-center justify-center gap-2 border-b border-intermittent-line bg-intermittent-soft px-4 py-2 text-sm text-intermittent-ink"
    >
      <CloudOff className="size-4 shrink-0" aria-hidden />
      {online ? t('unreachable', { age: since }) : t('offline', { age: since })}
    </div>
  );
}
