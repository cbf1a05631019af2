import type { PingDetails } from './ping-details';
import type { RemarkCode } from './remark-code';
import type { Settings } from './settings';
import { technologyOf, type Technology, type TechnologyWords } from './technology';

/** Something to know beside the verdict, never instead of it. `value` and `threshold` are milliseconds where they stand. */
export type Remark = {
  code: RemarkCode;
  value: number | null;
  threshold: number | null;
  address: string | null;
  technology: Technology | null;
};

export type RemarkSettings = Pick<
  Settings,
  | 'slowFibreMs'
  | 'slowWirelessMs'
  | 'slowSatelliteMs'
  | 'jitterMs'
  | 'fibreWords'
  | 'wirelessWords'
  | 'satelliteWords'
>;

const remark = (code: RemarkCode, more: Partial<Remark> = {}): Remark => ({
  code,
  value: null,
  threshold: null,
  address: null,
  technology: null,
  ...more,
});

function slowness(ping: PingDetails, settings: RemarkSettings): Remark[] {
  const words: TechnologyWords = {
    fibre: settings.fibreWords,
    wireless: settings.wirelessWords,
    satellite: settings.satelliteWords,
  };
  const limits: Record<Technology, number> = {
    fibre: settings.slowFibreMs,
    wireless: settings.slowWirelessMs,
    satellite: settings.slowSatelliteMs,
  };
  const technology = technologyOf(ping.frozen, words);
  const value = ping.rtt_ms.median;
  // Where the record does not tell the technology, nobody knows what slow is.
  if (technology === null || value === null || value <= limits[technology]) return [];
  return [remark('slow', { value, threshold: limits[technology], technology })];
}

/**
 * The remarks on a finished ping. Slowness: median round trip against the limit of the access technology (inference,
 * tuned by the operator). Jitter: mean absolute difference of consecutive round trips (RFC 3550; limits of Cisco, Teams).
 */
export function remarksOf(ping: PingDetails, settings: RemarkSettings): Remark[] {
  if (ping.state !== 'finished') return [];
  const remarks = slowness(ping, settings);
  const { jitter } = ping.rtt_ms;
  if (jitter !== null && jitter > settings.jitterMs) {
    remarks.push(remark('jittery', { value: jitter, threshold: settings.jitterMs }));
  }
  const mac = ping.responders.find((responder) => responder.kind === 'mac');
  if (mac) remarks.push(remark('link_only', { address: mac.address }));
  const hop = ping.responders.find((responder) => responder.kind === 'hop');
  if (hop && ping.frozen.ip !== null) remarks.push(remark('path_alive', { address: hop.address }));
  const ttls = new Set(
    ping.replies.flatMap((reply) => (reply.status === 'reply' && reply.ttl !== null ? [reply.ttl] : [])),
  );
  if (ttls.size > 1) remarks.push(remark('ttl_varies', { value: ttls.size }));
  if (ping.duplicates) remarks.push(remark('duplicates', { value: ping.duplicates }));
  return remarks;
}
