'use client';

import { useTranslations } from 'next-intl';
import type { LoadProblem } from '@/lib/domain/directory-load';

/** The problems that have a sentence of their own; what to do about all others is the same. */
const TEXTS = {
  stopped: 'stopped',
  repeated: 'repeated',
  shrunk: 'shrunk',
  internal: 'interrupted',
  upstream_network: 'network',
  upstream_timeout: 'timeout',
  upstream_auth: 'keyRefused',
  upstream_rate_limited: 'slowDown',
  upstream_server: 'serverError',
  upstream_unavailable: 'unavailable',
} as const satisfies Partial<Record<LoadProblem, string>>;

const isTold = (problem: LoadProblem): problem is keyof typeof TEXTS => Object.hasOwn(TEXTS, problem);

/** Why a load did not end, in a sentence. */
export function useLoadProblem(): (problem: LoadProblem) => string {
  const t = useTranslations('directory');
  return (problem) => t(isTold(problem) ? TEXTS[problem] : 'unreadable');
}
