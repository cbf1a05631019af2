'use client';

import { useTranslations } from 'next-intl';
import { PASSWORD_LENGTH, passwordProblem } from '@/lib/domain/password-rules';
import { ApiError } from '@/lib/queries/api-error';

type Owner = { email: string; name: string };

/** What a new password must be, and what is wrong with one, in sentences. */
export function usePasswordWords() {
  const t = useTranslations('newPassword');
  const { least, most } = PASSWORD_LENGTH;
  return {
    hint: t('hint', { least }),
    problemOf(password: string, owner: Owner): string | null {
      const problem = passwordProblem(password, owner);
      if (problem === 'short') return t('short', { least });
      if (problem === 'long') return t('long', { most });
      return problem && t(problem);
    },
    /** A refusal of the server, which knows the same rules; null when it refused something else. */
    refusalOf: (error: Error | null) =>
      error instanceof ApiError && error.code === 'weak_password' ? t('common') : null,
  };
}
