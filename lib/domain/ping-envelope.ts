import type { Envelope } from './envelope';
import type { PingDetails } from './ping-details';
import type { Ping } from './ping';
import type { Verdict } from './verdict';

const FINISHED: Record<Verdict, Pick<Envelope, 'type' | 'action'>> = {
  stable: { type: 'success', action: 'stable_connection' },
  intermittent: { type: 'info', action: 'intermittent_connection' },
  no_internet: { type: 'info', action: 'no_internet' },
};

/** The documented answer for a ping: its action tells the verdict, and `data` stays null unless details are asked for. */
export function pingEnvelope(ping: Ping, details: PingDetails | null, requestId: string): Envelope {
  const base = { data: details, message: null, meta: null };
  if (ping.state === 'running') return { ok: true, type: 'info', action: 'pending', ...base };
  if (ping.state === 'finished' && ping.verdict !== null)
    return { ok: true, ...FINISHED[ping.verdict], ...base };
  const meta = { code: ping.failure?.code ?? 'internal', request_id: requestId };
  return {
    ok: false,
    type: 'error',
    action: 'ping_failed',
    data: details,
    message: ping.failure?.message ?? null,
    meta,
  };
}
