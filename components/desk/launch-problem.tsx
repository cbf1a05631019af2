'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { FAILURE_CODES } from '@/lib/domain/failure';
import { ApiError } from '@/lib/queries/api-error';

const OWN_WORDS = [
  'service_without_ip',
  'rate_limited',
  'queue_full',
  'restarting',
  'forbidden',
  'unauthorized',
  'network',
  'database_unavailable',
] as const;

/** Why a launch was refused, in the agent's language, with what to do. */
export function useProblemText(): (error: Error) => string {
  const t = useTranslations('problem');
  const tFailure = useTranslations('failure');
  return (error) => {
    const code = error instanceof ApiError ? error.code : 'unknown';
    const own = OWN_WORDS.find((word) => word === code);
    if (own !== undefined) return t(own);
    // A launch that failed upstream has the same words as a ping that failed there later.
    const upstream = FAILURE_CODES.find((word) => word === code);
    if (upstream !== undefined) return tFailure(upstream);
    return t('unknown', { id: (error instanceof ApiError && error.requestId) || '—' });
  };
}

export function LaunchProblem({ error }: { error: Error }) {
  const t = useTranslations('problem');
  const text = useProblemText();
  return (
    <Notice tone="bad" icon={CircleAlert} role="alert" className="text-base">
      <p className="font-medium" data-problem={error instanceof ApiError ? error.code : 'unknown'}>
        {t('title')}
      </p>
      <p>{text(error)}</p>
    </Notice>
  );
}
