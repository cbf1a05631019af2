import { accountStanding } from './service';
import type { PingItem } from './ping-details';

export type ExplanationKey =
  | 'stable_clean'
  | 'stable_few'
  | 'stable_loss'
  | 'stable_account'
  | 'link_only'
  | 'other_responder'
  | 'shared_ip'
  | 'intermittent'
  | 'path_alive'
  | 'silent'
  | 'silent_account'
  | 'no_details';

/** What a finished ping probably means, as one sentence: its key and the address it may name. */
export type Explanation = { key: ExplanationKey; address: string };

const isInactive = (status: string | null) => ['suspended', 'cancelled'].includes(accountStanding(status));

function explainSilence(ping: PingItem): ExplanationKey {
  // With an address that two records share, nobody knows whose silence it is.
  if (ping.certainty?.reasons.includes('shared_ip')) return 'shared_ip';
  if (isInactive(ping.frozen.status)) return 'silent_account';
  return ping.responders.some((responder) => responder.kind === 'hop') ? 'path_alive' : 'silent';
}

function explainReplies(ping: PingItem): ExplanationKey {
  const reasons = ping.certainty?.reasons ?? [];
  if (reasons.includes('no_packet_details')) return 'no_details';
  if (reasons.includes('shared_ip')) return 'shared_ip';
  if (reasons.includes('other_responder')) return 'other_responder';
  if (reasons.includes('link_only')) return 'link_only';
  if (ping.verdict === 'intermittent') return 'intermittent';
  if (isInactive(ping.frozen.status)) return 'stable_account';
  if (reasons.includes('packets_lost') || ping.received !== ping.sent) return 'stable_loss';
  return reasons.includes('few_packets') ? 'stable_few' : 'stable_clean';
}

/** The sentence for a finished ping; null while it runs and when it could not be measured. */
export function explain(ping: PingItem): Explanation | null {
  if (ping.state !== 'finished') return null;
  const address = ping.responders.find((responder) => responder.kind === 'hop')?.address ?? '';
  const isDetailed = ping.certainty?.reasons.includes('no_packet_details') !== true;
  const key = ping.verdict === 'no_internet' && isDetailed ? explainSilence(ping) : explainReplies(ping);
  return { key, address };
}
