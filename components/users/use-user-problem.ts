'use client';

import { useTranslations } from 'next-intl';
import { useProblem } from '@/components/directory/use-problem';
import { ApiError } from '@/lib/queries/api-error';

const KNOWN = ['email_taken', 'last_admin', 'user_disabled', 'user_unknown'] as const;

/** Why something could not be done with an account, in a sentence. */
export function useUserProblem(): (error: Error) => string {
  const t = useTranslations('users');
  const generic = useProblem();
  return (error) => {
    const known = KNOWN.find((code) => error instanceof ApiError && error.code === code);
    return known === undefined ? generic(error) : t(known);
  };
}
