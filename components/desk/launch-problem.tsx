'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { FAILURE_CODES } from '@/lib/domain/failure';
import { defaultSettings } from '@/lib/domain/settings';
import { ApiError } from '@/lib/queries/api-error';
import { settingsQuery } from '@/lib/queries/settings';
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
  'shutting_down',
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
const PASSING = ['queue_full', 'restarting', 'shutting_down'];
/** The same of WispHub, where the operator does not have it refused. */
const PASSING_UPSTREAM = [
  'upstream_network',
  'upstream_timeout',
  'upstream_html',
  'upstream_server',
  'upstream_unavailable',
];
/** As often as the server itself tries WispHub again. */
const UPSTREAM_SECONDS = 10;

/** After how many seconds this launch is worth asking for again; null when it would be refused again. */
function useWait(error: ApiError | null): number | null {
  const { data: settings = defaultSettings } = useQuery(settingsQuery());
  if (error === null) return null;
  if (PASSING.includes(error.code)) return error.retryAfterSeconds;
  const isKept = settings.whileDown === 'keep' && PASSING_UPSTREAM.includes(error.code);
  return isKept ? (error.retryAfterSeconds ?? UPSTREAM_SECONDS) : null;
}

/** Faults of WispHub whose words do not say yet what to do. */
const needsPatience = (code: string) =>
  code.startsWith('upstream_') && code !== 'upstream_auth' && FAILURE_CODES.some((word) => word === code);

/** Refusals that asking again cannot change. */
const FINAL = ['service_without_ip', 'service_unknown', 'forbidden', 'unauthorized', 'upstream_auth'];
const isWorthAsking = (error: ApiError | null) => error === null || !FINAL.includes(error.code);

export function LaunchProblem({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const t = useTranslations('problem');
  const text = useProblemText();
  const known = error instanceof ApiError ? error : null;
  const wait = useWait(known);
  return (
    <Notice tone={wait === null ? 'bad' : 'warn'} icon={CircleAlert} role="alert" className="text-base">
      <p className="font-medium" data-problem={known?.code ?? 'unknown'}>
        {t('title')}
      </p>
      <p>
        {text(error)}
        {known !== null && wait === null && needsPatience(known.code) && ` ${t('thenAgain')}`}
      </p>
      {wait !== null && <AskByItself afterSeconds={wait} onAsk={onAgain} />}
      {wait === null && isWorthAsking(known) && (
        <Button size="sm" className="mt-2" onClick={onAgain}>
          {t('retry')}
        </Button>
      )}
    </Notice>
  );
}
