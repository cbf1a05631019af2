import type { Packet } from './packet';
import { toRouterOsTime } from './router-os-time';

type Item = Record<string, string> | string;
type TimeFormat = (microseconds: number) => string;

/**
 * The list in a finished task. The summary at its end is wrong in the way upstream's is: everything that came
 * back and is not a timeout counts, so an ICMP error counts as a success.
 */
export function toResultList(packets: readonly Packet[], format: TimeFormat = toRouterOsTime): unknown[] {
  const items = packets.map((packet, index) => ({ [`ping-${index + 1}`]: toItem(packet, format) }));
  return [...items, toSummary(packets)];
}

export function toSummary(packets: readonly Packet[]): { 'ping-exitoso': string } {
  const counted = packets.filter(({ kind }) => kind === 'reply' || kind === 'icmp_error').length;
  return { 'ping-exitoso': `${counted} de ${packets.length}` };
}

function toItem(packet: Packet, format: TimeFormat): Item {
  if (packet.kind === 'router_error') return packet.text;
  if (packet.kind === 'reply') return toReply(packet.host, format(packet.rttUs));
  const lost = { host: packet.host, sent: '1', received: '0', 'packet-loss': '100', seq: '0' };
  if (packet.kind === 'timeout') return { ...lost, status: 'timeout' };
  return { ...lost, status: packet.status, time: format(packet.rttUs), ttl: '64', size: '84' };
}

function toReply(host: string, time: string): Item {
  const answeredByMac = host.includes(':');
  return {
    host,
    sent: '1',
    received: '1',
    'packet-loss': '0',
    seq: '0',
    time,
    ...(answeredByMac ? {} : { ttl: '63', size: '56' }),
    'min-rtt': time,
    'avg-rtt': time,
    'max-rtt': time,
  };
}
