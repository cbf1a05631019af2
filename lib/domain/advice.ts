import { explain, type ExplanationKey } from './explanation';
import type { Failure } from './failure';
import type { PingDetails } from './ping-details';

export type AdviceKey = ExplanationKey | `failed_${Failure['source']}`;

/** Whether a visit is justified on this result: never, only when it keeps happening, or when the steps do not solve it. */
export type Visit = 'no' | 'maybe' | 'yes';

export type AdviceCategory = 'line' | 'silence' | 'account' | 'record' | 'not_measured';

/** What a result calls for: its class, the steps by key, how many they are, and whether to send somebody. */
export type Advice = { key: AdviceKey; category: AdviceCategory; steps: 3 | 4; visit: Visit };

/** The advice for every class of result. */
export const ADVICE: Readonly<Record<AdviceKey, Omit<Advice, 'key'>>> = {
  stable_clean: { category: 'line', steps: 4, visit: 'no' },
  stable_few: { category: 'line', steps: 4, visit: 'no' },
  stable_unsure: { category: 'line', steps: 4, visit: 'no' },
  stable_loss: { category: 'line', steps: 4, visit: 'maybe' },
  stable_account: { category: 'account', steps: 4, visit: 'no' },
  link_only: { category: 'silence', steps: 4, visit: 'maybe' },
  other_responder: { category: 'record', steps: 4, visit: 'no' },
  shared_ip: { category: 'record', steps: 4, visit: 'no' },
  intermittent: { category: 'line', steps: 4, visit: 'maybe' },
  path_alive: { category: 'silence', steps: 4, visit: 'yes' },
  path_error: { category: 'silence', steps: 4, visit: 'no' },
  silent: { category: 'silence', steps: 4, visit: 'yes' },
  silent_account: { category: 'account', steps: 4, visit: 'no' },
  no_details: { category: 'line', steps: 4, visit: 'maybe' },
  failed_router: { category: 'not_measured', steps: 4, visit: 'no' },
  failed_upstream: { category: 'not_measured', steps: 4, visit: 'no' },
  failed_deadline: { category: 'not_measured', steps: 4, visit: 'no' },
  failed_customer_unknown: { category: 'not_measured', steps: 3, visit: 'no' },
  failed_internal: { category: 'not_measured', steps: 3, visit: 'no' },
};

/** The advice for a ping that has ended; null while it runs. Silence on few packets is confirmed before a visit. */
export function adviceOf(ping: PingDetails): Advice | null {
  const key = ping.failure ? (`failed_${ping.failure.source}` as const) : explain(ping)?.key;
  if (key === undefined) return null;
  const advice = { key, ...ADVICE[key] };
  const isHollow = ping.certainty?.level === 'hollow';
  return advice.visit === 'yes' && isHollow ? { ...advice, visit: 'maybe' } : advice;
}

export const CUSTOMER_TEXTS = [
  'stable',
  'stable_unsure',
  'intermittent',
  'no_reply',
  'link_only',
  'account',
  'not_measured',
] as const;
export type CustomerText = (typeof CUSTOMER_TEXTS)[number];

/** Which text a customer may be sent: only a solid green says that all is well, and a doubtful record says nothing. */
export function customerTextOf(ping: PingDetails): CustomerText | null {
  const advice = adviceOf(ping);
  if (advice === null) return null;
  if (advice.category === 'not_measured' || advice.category === 'record') return 'not_measured';
  if (advice.category === 'account') return 'account';
  if (advice.key === 'link_only') return 'link_only';
  if (ping.verdict === 'no_internet') return 'no_reply';
  if (ping.verdict === 'intermittent') return 'intermittent';
  return ping.certainty?.level === 'solid' ? 'stable' : 'stable_unsure';
}
