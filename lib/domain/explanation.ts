import { isCutOff } from './service';
import type { PingDetails, Reply } from './ping-details';
import type { Verdict } from './verdict';

export type ExplanationKey =
  | 'stable_clean'
  | 'stable_few'
  | 'stable_unsure'
  | 'stable_loss'
  | 'stable_account'
  | 'link_only'
  | 'other_responder'
  | 'shared_ip'
  | 'intermittent'
  | 'path_alive'
  | 'path_error'
  | 'silent'
  | 'silent_account'
  | 'never_answers'
  | 'stable_no_details'
  | 'intermittent_no_details'
  | 'silent_no_details';

/** What a finished ping probably means, as one sentence: its key and the address it may name. */
export type Explanation = { key: ExplanationKey; address: string };

/** Errors that tell of the way and not of the device at its end: no route, a loop, a filter. */
const PATH_ERRORS: readonly Reply['status'][] = [
  'net_unreachable',
  'no_route',
  'ttl_exceeded',
  'admin_prohibited',
];

const isPathError = (reply: Reply) => PATH_ERRORS.includes(reply.status);

function explainSilence(ping: PingDetails): ExplanationKey {
  if (ping.quiet_line) return 'never_answers';
  // With an address that two records share, nobody knows whose silence it is.
  if (ping.certainty?.reasons.includes('shared_ip')) return 'shared_ip';
  if (isCutOff(ping.frozen.status)) return 'silent_account';
  // Without the record's address nobody can tell a router on the way from the customer's own device.
  const knowsWay = ping.frozen.ip !== null && ping.responders.some((responder) => responder.kind === 'hop');
  if (!knowsWay) return 'silent';
  return ping.replies.some(isPathError) ? 'path_error' : 'path_alive';
}

function explainReplies(ping: PingDetails): ExplanationKey {
  const reasons = ping.certainty?.reasons ?? [];
  if (reasons.includes('shared_ip')) return 'shared_ip';
  if (reasons.includes('other_responder')) return 'other_responder';
  if (reasons.includes('link_only')) return 'link_only';
  if (ping.verdict === 'intermittent') return 'intermittent';
  if (isCutOff(ping.frozen.status)) return 'stable_account';
  if (reasons.includes('packets_lost') || ping.received !== ping.sent) return 'stable_loss';
  if (ping.certainty?.level === 'solid') return 'stable_clean';
  return reasons.includes('few_packets') ? 'stable_few' : 'stable_unsure';
}

/** An upstream without packets says only this much. */
const NO_DETAILS: Readonly<Record<Verdict, ExplanationKey>> = {
  stable: 'stable_no_details',
  intermittent: 'intermittent_no_details',
  no_internet: 'silent_no_details',
};

function explanationOf(ping: PingDetails, verdict: Verdict): ExplanationKey {
  if (ping.certainty?.reasons.includes('no_packet_details')) return NO_DETAILS[verdict];
  return verdict === 'no_internet' ? explainSilence(ping) : explainReplies(ping);
}

/** The sentence for a finished ping; null while it runs and when it could not be measured. */
export function explain(ping: PingDetails): Explanation | null {
  if (ping.state !== 'finished' || ping.verdict === null) return null;
  const address = ping.responders.find((responder) => responder.kind === 'hop')?.address ?? '';
  return { key: explanationOf(ping, ping.verdict), address };
}
