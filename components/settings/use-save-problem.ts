'use client';

import { useTranslations } from 'next-intl';
import { ApiError } from '@/lib/queries/api-error';

const KNOWN = ['forbidden', 'unauthorized', 'network', 'database_unavailable', 'shutting_down'] as const;

/** Why the settings were not saved, in a sentence. */
export function useSaveProblem(): (error: Error) => string {
  const t = useTranslations('problem');
  const tSettings = useTranslations('settings');
  return (error) => {
    if (!(error instanceof ApiError)) return t('unknown', { id: '—' });
    if (error.code === 'invalid_request') return tSettings('refused');
    const known = KNOWN.find((code) => code === error.code);
    return known === undefined ? t('unknown', { id: error.requestId ?? '—' }) : t(known);
  };
}
