'use client';

import { useTranslations } from 'next-intl';
import { useProblem } from '@/components/directory/use-problem';
import { ApiError } from '@/lib/queries/api-error';

/** Why something could not be done with the second step, in a sentence; `field` when it is about what was typed. */
export function useSecondStepProblem(): (error: Error | null) => {
  field: string | null;
  other: string | null;
} {
  const t = useTranslations('secondStep');
  const generic = useProblem();
  return (error) => {
    const code = error instanceof ApiError ? error.code : null;
    if (code === 'wrong_code') return { field: t('wrongCode'), other: null };
    if (code === 'wrong_proof') return { field: t('wrongProof'), other: null };
    if (code === 'rate_limited') return { field: null, other: t('tooMany') };
    return { field: null, other: error && generic(error) };
  };
}
