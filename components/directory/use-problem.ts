'use client';

import { useTranslations } from 'next-intl';
import { ApiError } from '@/lib/queries/api-error';

const KNOWN = [
  'forbidden',
  'unauthorized',
  'network',
  'database_unavailable',
  'shutting_down',
  'rate_limited',
] as const;

/** What went wrong with a request, in a sentence, where the page has no better one. */
export function useProblem(): (error: Error) => string {
  const t = useTranslations('problem');
  return (error) => {
    const code = error instanceof ApiError ? error.code : null;
    const known = KNOWN.find((one) => one === code);
    if (known !== undefined) return t(known);
    return t('unknown', { id: (error instanceof ApiError && error.requestId) || '—' });
  };
}
