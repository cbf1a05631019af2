'use client';

import { onlineManager, useQuery } from '@tanstack/react-query';
import { CloudOff, LogIn } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { isSignedOut, upstreamQuery } from '@/lib/queries/upstream';
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

function SignedOut() {
  const router = useRouter();
  const t = useTranslations('connection');
  const signInAgain = () => {
    const here = window.location.pathname + window.location.search;
    router.push(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
  };
  return (
    <div className={BAR} data-connection="signed-out">
      <LogIn className="size-4 shrink-0" aria-hidden />
      <span role="status">{t('signedOut')}</span>
      <button
        type="button"
        onClick={signInAgain}
        className="rounded-sm font-medium underline underline-offset-4"
      >
        {t('signIn')}
      </button>
    </div>
  );
}

/** Says that what is on the page may be old, since when, and that nothing is lost. */
export function ConnectionBanner() {
  const t = useTranslations('connection');
  const age = useAge();
  const online = useOnline();
  const heartbeat = useQuery(upstreamQuery());
  if (isSignedOut(heartbeat.error)) return <SignedOut />;
  if (online && !heartbeat.isError) return null;
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
