import { judgeCertainty } from './certainty';
import type { PingDetails } from './ping-details';
import type { Rules } from './rules';
import { judge } from './verdict';

/**
 * A running ping as if it ended now, for somebody who goes on without it: judged on the packets of its finished rounds,
 * and always hollow, because it is still running. Null while nothing has been measured.
 */
export function soFar(ping: PingDetails, ipShared: boolean, rules: Rules): PingDetails | null {
  const { sent, received, replies, frozen } = ping;
  if (ping.state !== 'running' || sent === null || received === null || sent === 0) return null;
  const packets = replies.map((reply) => ({
    status: reply.status,
    rttMs: reply.rtt_ms,
    host: reply.host,
    ttl: reply.ttl,
    sizeBytes: reply.size_bytes,
  }));
  const verdict = judge({ sent, received }, rules);
  const known = { ip: frozen.ip, status: frozen.status, ipShared };
  const { reasons } = judgeCertainty(verdict, packets, known, rules);
  return {
    ...ping,
    state: 'finished',
    verdict,
    certainty: { level: 'hollow', reasons: ['still_running', ...reasons] },
    rules_version: rules.version,
    progress: null,
  };
}
