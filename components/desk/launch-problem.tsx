'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { FAILURE_CODES } from '@/lib/domain/failure';
import { ApiError } from '@/lib/queries/api-error';
import { AskByItself } from './ask-by-itself';

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

/** Refusals that pass by themselves, so that what was asked for is kept and asked again. */
const PASSING = ['queue_full', 'restarting'];

export function LaunchProblem({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const t = useTranslations('problem');
  const text = useProblemText();
  const known = error instanceof ApiError ? error : null;
  const wait = known !== null && PASSING.includes(known.code) ? known.retryAfterSeconds : null;
  return (
    <Notice tone={wait === null ? 'bad' : 'warn'} icon={CircleAlert} role="alert" className="text-base">
      <p className="font-medium" data-problem={known?.code ?? 'unknown'}>
        {t('title')}
      </p>
      <p>{text(error)}</p>
      {wait !== null && <AskByItself afterSeconds={wait} onAsk={onAgain} />}
    </Notice>
  );
}
