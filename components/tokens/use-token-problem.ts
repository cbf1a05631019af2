'use client';

import { useTranslations } from 'next-intl';
import { useProblem } from '@/components/directory/use-problem';
import { ApiError } from '@/lib/queries/api-error';

/** Why a token could not be made or revoked, in a sentence. */
export function useTokenProblem(): (error: Error) => string {
  const t = useTranslations('tokens');
  const generic = useProblem();
  return (error) => (error instanceof ApiError && error.code === 'conflict' ? t('tooMany') : generic(error));
}
