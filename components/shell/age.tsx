'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { EXACT_MOMENT } from '@/lib/i18n/moments';
import { useNow } from './use-now';

/** How long ago a moment was, in words that an agent can say aloud. */
export function useAge(): (moment: string) => string {
  const t = useTranslations('age');
  const now = useNow();
  return (moment) => {
    const seconds = Math.max(0, Math.round(((now ?? Date.parse(moment)) - Date.parse(moment)) / 1000));
    if (seconds < 3) return t('now');
    if (seconds < 60) return t('ago', { time: t('seconds', { count: seconds }) });
    if (seconds < 3600) return t('ago', { time: t('minutes', { count: Math.floor(seconds / 60) }) });
    if (seconds < 86_400) return t('ago', { time: t('hours', { count: Math.floor(seconds / 3600) }) });
    return t('ago', { time: t('days', { count: Math.floor(seconds / 86_400) }) });
  };
}

/** A moment as its age, for a link or a button; elsewhere `Moment` tells the exact time too. */
export function Age({ at }: { at: string }) {
  const age = useAge();
  const format = useFormatter();
  return (
    <time dateTime={at} title={format.dateTime(new Date(at), EXACT_MOMENT)}>
      {age(at)}
    </time>
  );
}
