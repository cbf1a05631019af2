'use client';

import { onlineManager, useQuery, useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { isSignedOut } from '@/lib/queries/session-end';
import { upstreamQuery } from '@/lib/queries/upstream';
import { useAge } from './age';
import { useOfflineWorker } from './use-offline-worker';

export const BAR =
  'flex items-center justify-center gap-2 border-b border-intermittent-line bg-intermittent-soft px-4 py-2 text-sm text-intermittent-ink md:min-h-6 md:py-0';

/** Whether this machine has a network at all, as the browser says. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
}

/** What stays as it was read until somebody asks anew; everything else is as old as the last word of the server. */
const STANDING = [['history'], ['pings', 'history']];

/** When the oldest of what the page shows was read, in milliseconds; 0 when nothing was. */
function useShownAt(heardAt: number): number {
  const cache = useQueryClient().getQueryCache();
  const standing = STANDING.flatMap((queryKey) => cache.findAll({ queryKey, type: 'active' }));
  const read = standing
    .filter(({ queryKey }) => queryKey[1] !== 'choices')
    .map(({ state }) => state.dataUpdatedAt)
    .filter((at) => at > 0);
  return Math.min(heardAt, ...read);
}

/** Says that what is on the page may be old, since when, and that nothing is lost. */
export function ConnectionBanner() {
  const t = useTranslations('connection');
  const age = useAge();
  const online = useOnline();
  useOfflineWorker();
  const heartbeat = useQuery(upstreamQuery());
  const shownAt = useShownAt(heartbeat.dataUpdatedAt);
  if (isSignedOut(heartbeat.error) || (online && !heartbeat.isError)) return null;
  const since = shownAt === 0 ? null : age(new Date(shownAt).toISOString());
  const text =
    since === null ? t('never') : online ? t('unreachable', { age: since }) : t('offline', { age: since });
  return (
    <div className={BAR} data-connection={online ? 'unreachable' : 'offline'}>
      <CloudOff className="size-4 shrink-0" aria-hidden />
      {/* The age changes every second and is not said aloud again each time. */}
      <span aria-hidden>{text}</span>
      <span role="status" className="sr-only">
        {t(online ? 'never' : 'offlineNow')}
      </span>
    </div>
  );
}
