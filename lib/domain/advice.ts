import { explain, type ExplanationKey } from './explanation';
import type { Failure } from './failure';
import type { PingDetails } from './ping-details';
import type { RemarkCode } from './remark-code';

/**
 * Failures with steps of their own: no second try puts a wrong setting or a wrong key right, and what somebody took back is
 * no fault.
 */
const OF_THEIR_OWN = ['router_interface', 'upstream_auth', 'withdrawn'] as const;
type OwnCode = (typeof OF_THEIR_OWN)[number];

export type AdviceKey = ExplanationKey | `failed_${Failure['source'] | OwnCode}`;

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
  other_responder: { category: 'record', steps: 3, visit: 'no' },
  shared_ip: { category: 'record', steps: 3, visit: 'no' },
  intermittent: { category: 'line', steps: 4, visit: 'maybe' },
  path_alive: { category: 'silence', steps: 4, visit: 'yes' },
  path_error: { category: 'silence', steps: 4, visit: 'no' },
  silent: { category: 'silence', steps: 4, visit: 'yes' },
  silent_account: { category: 'account', steps: 4, visit: 'no' },
  never_answers: { category: 'not_measured', steps: 3, visit: 'no' },
  stable_no_details: { category: 'line', steps: 4, visit: 'no' },
  intermittent_no_details: { category: 'line', steps: 4, visit: 'maybe' },
  silent_no_details: { category: 'silence', steps: 4, visit: 'maybe' },
  failed_router: { category: 'not_measured', steps: 3, visit: 'no' },
  failed_router_interface: { category: 'not_measured', steps: 3, visit: 'no' },
  failed_upstream: { category: 'not_measured', steps: 3, visit: 'no' },
  failed_deadline: { category: 'not_measured', steps: 3, visit: 'no' },
  failed_customer_unknown: { category: 'not_measured', steps: 3, visit: 'no' },
  failed_upstream_auth: { category: 'not_measured', steps: 3, visit: 'no' },
  failed_withdrawn: { category: 'not_measured', steps: 3, visit: 'no' },
  failed_internal: { category: 'not_measured', steps: 3, visit: 'no' },
};

/** The source of a failure decides what to do next, but for those that have steps of their own. */
export const failureAdvice = ({ source, code }: Failure): AdviceKey =>
  `failed_${OF_THEIR_OWN.find((own) => own === code) ?? source}`;

/** The advice for a ping that has ended; null while it runs. Silence on few packets is confirmed before a visit. */
export function adviceOf(ping: PingDetails): Advice | null {
  const key = ping.failure ? failureAdvice(ping.failure) : explain(ping)?.key;
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

/** What a customer feels although the line answers. */
const FELT: readonly RemarkCode[] = ['slow', 'jittery'];

/**
 * Which text a customer may be sent: only a solid green without a delay that is felt says that all is well, and a
 * doubtful record says nothing. `remarks` are those that stand beside the verdict on the screen.
 */
export function customerTextOf(
  ping: PingDetails,
  remarks: readonly RemarkCode[] = ping.remarks,
): CustomerText | null {
  const advice = adviceOf(ping);
  if (advice === null) return null;
  // A fault on the way is not the customer's to put right: nobody tells them to restart anything.
  const saysNothing = advice.key === 'path_error' || advice.category === 'record';
  if (saysNothing || advice.category === 'not_measured') return 'not_measured';
  if (advice.category === 'account') return 'account';
  if (advice.key === 'link_only') return 'link_only';
  if (ping.verdict === 'no_internet') return 'no_reply';
  if (ping.verdict === 'intermittent') return 'intermittent';
  const isWell = ping.certainty?.level === 'solid' && !remarks.some((code) => FELT.includes(code));
  return isWell ? 'stable' : 'stable_unsure';
}
