'use client';

import { useQuery } from '@tanstack/react-query';
import { CirclePause, KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { defaultSettings } from '@/lib/domain/settings';
import { settingsQuery } from '@/lib/queries/settings';
import { upstreamQuery } from '@/lib/queries/upstream';
import { useAge } from './age';
import { BAR, useOnline } from './connection-banner';

/** Says that WispHub is down, since when, and what becomes of a ping that is asked for meanwhile. */
export function UpstreamBanner() {
  const t = useTranslations('upstream');
  const age = useAge();
  const { data: upstream, isError } = useQuery(upstreamQuery());
  const online = useOnline();
  // Without a connection nobody knows how WispHub is, and the notice of that stands here.
  const isDown = online && !isError && upstream?.down_since != null;
  const { data: settings = defaultSettings } = useQuery({ ...settingsQuery(), enabled: isDown });
  if (!isDown || upstream.down_since === null) return null;
  const isKey = upstream.last_fault === 'auth';
  const Icon = isKey ? KeyRound : CirclePause;
  const meanwhile = t(settings.whileDown === 'keep' ? 'kept' : 'refused');
  return (
    <div className={BAR} data-upstream={isKey ? 'key' : 'down'}>
      <Icon className="size-4 shrink-0" aria-hidden />
      {/* The age changes every second and is not said aloud again each time. */}
      <span aria-hidden>
        {isKey ? t('key') : `${t('down', { age: age(upstream.down_since) })} ${meanwhile}`}
      </span>
      <span role="status" className="sr-only">
        {isKey ? t('key') : `${t('downNow')} ${meanwhile}`}
      </span>
    </div>
  );
}
