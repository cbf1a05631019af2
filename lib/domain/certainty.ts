import { z } from 'zod';
import { accountStanding } from './service';
import { countPackets, isMac, isReply, type Packet } from './packet';
import type { Rules } from './rules';
import { isUnclear, type Verdict } from './verdict';

/** Why a badge is hollow, the weightiest first; the badge shows the first one. */
export const CERTAINTY_REASONS = [
  'still_running',
  'no_packet_details',
  'shared_ip',
  'other_responder',
  'link_only',
  'service_suspended',
  'service_cancelled',
  'account_unknown',
  'ip_unknown',
  'responder_unnamed',
  'partly_not_measured',
  'few_packets',
  'packets_lost',
  'extension_skipped',
] as const;

export type CertaintyReason = (typeof CERTAINTY_REASONS)[number];

export const certaintySchema = z.object({
  level: z.enum(['solid', 'hollow']),
  reasons: z.array(z.enum(CERTAINTY_REASONS)),
});

export type Certainty = z.infer<typeof certaintySchema>;

/** What was known of the service when its ping was launched, as far as it bears on certainty. */
export type Circumstances = { ip: string | null; ipShared: boolean; status: string | null };

function addressReasons(packets: readonly Packet[], known: Circumstances): CertaintyReason[] {
  const hosts = packets.filter(isReply).map((packet) => packet.host);
  const reasons: CertaintyReason[] = [];
  if (known.ipShared) reasons.push('shared_ip');
  const isStranger = (host: string | null) => host !== null && !isMac(host) && host !== known.ip;
  if (known.ip !== null && hosts.some(isStranger)) reasons.push('other_responder');
  if (hosts.some(isMac)) reasons.push('link_only');
  return reasons;
}

function recordReasons(packets: readonly Packet[], known: Circumstances): CertaintyReason[] {
  const standing = accountStanding(known.status);
  const reasons: CertaintyReason[] = [];
  if (standing === 'suspended') reasons.push('service_suspended');
  if (standing === 'cancelled') reasons.push('service_cancelled');
  if (standing === 'unknown') reasons.push('account_unknown');
  // A reply that names no host cannot be compared with the record.
  const isNameless = packets.some((packet) => isReply(packet) && packet.host === null);
  if (known.ip === null) reasons.push('ip_unknown');
  else if (isNameless) reasons.push('responder_unnamed');
  return reasons;
}

/**
 * How far a verdict can be trusted. Solid needs at least ten packets and a clean case; everything that weakens the
 * verdict is listed. `packets` is null when the upstream gives a verdict without packets.
 */
export function judgeCertainty(
  verdict: Verdict,
  packets: readonly Packet[] | null,
  known: Circumstances,
  rules: Rules,
): Certainty {
  if (packets === null) return { level: 'hollow', reasons: ['no_packet_details'] };
  const counts = countPackets(packets);
  const reasons = addressReasons(packets, known);
  if (verdict === 'stable') reasons.push(...recordReasons(packets, known));
  if (counts.notMeasured > 0) reasons.push('partly_not_measured');
  const few = counts.sent < rules.solidFrom;
  if (verdict === 'intermittent') {
    if (isUnclear(counts, rules)) reasons.push(few ? 'few_packets' : 'packets_lost');
  } else {
    if (few) reasons.push('few_packets');
    if (verdict === 'stable' && counts.received < counts.sent) reasons.push('packets_lost');
  }
  return { level: reasons.length === 0 ? 'solid' : 'hollow', reasons };
}
