import { cleanText } from './clean-text';
import { failure, type Failure, type FailureCode } from './failure';
import { isMeasured, notMeasured, type Packet, type PacketStatus } from './packet';
import { routerosTimeMs } from './routeros-time';

/** What a finished upstream task shows: packets, or the reason why nothing was measured. */
export type Evidence = { kind: 'packets'; packets: Packet[] } | { kind: 'unmeasured'; failure: Failure };

const MOST_PACKETS = 100;
const PING_KEY = /^ping-(\d{1,6})$/;

const STATUSES = new Map<string, PacketStatus>([
  ['timeout', 'timeout'],
  ['host unreachable', 'host_unreachable'],
  ['net unreachable', 'net_unreachable'],
  ['network unreachable', 'net_unreachable'],
  ['admin prohibited', 'admin_prohibited'],
  ['ttl exceeded', 'ttl_exceeded'],
  ['no route to host', 'no_route'],
]);

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && Math.abs(number) < 1e9
    ? Math.trunc(number)
    : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * One list item is one packet, because WispHub runs `/ping count=1` for each; an item that counts several is taken
 * apart. Only `received` makes a reply: a time stands on ICMP errors too.
 */
function packetsOf(item: unknown): Packet[] {
  if (!isRecord(item)) return [notMeasured];
  const received = wholeNumber(item.received);
  const sent = wholeNumber(item.sent) ?? 1;
  if (received === null || received < 0 || sent < 1) return [notMeasured];
  const word = typeof item.status === 'string' ? item.status.trim().toLowerCase() : '';
  const seen = {
    host: typeof item.host === 'string' ? cleanText(item.host, 64) || null : null,
    ttl: wholeNumber(item.ttl),
    sizeBytes: wholeNumber(item.size),
  };
  const reply: Packet = { ...seen, status: 'reply', rttMs: routerosTimeMs(item.time ?? item['avg-rtt']) };
  const loss: Packet = { ...seen, status: STATUSES.get(word) ?? 'other', rttMs: null };
  const count = Math.min(sent, MOST_PACKETS);
  const packets = Array.from({ length: count }, (_, index) => (index < received ? reply : loss));
  // More replies than packets: somebody on the way, or a second device with this address, answers twice.
  if (received > sent) packets[count - 1] = { ...reply, duplicates: received - sent };
  return packets;
}

const ROUTER_TEXTS: readonly [RegExp, FailureCode][] = [
  [/interface/i, 'router_interface'],
  [/log ?in|password|invalid user|authentication/i, 'router_login'],
  [/time(d)? ?out|unreachable|refused|connect|no route|closed/i, 'router_unreachable'],
];

/** The error a RouterOS text stands for. The text itself holds the customer's address and is not passed on. */
function routerFailure(text: string): Failure {
  const known = ROUTER_TEXTS.find(([pattern]) => pattern.test(text));
  return failure('router', known ? known[1] : 'router_error');
}

function numberedItems(result: readonly unknown[]): unknown[] {
  return result
    .flatMap((entry) => (isRecord(entry) ? Object.entries(entry) : []))
    .map(([key, value]) => ({ number: Number(PING_KEY.exec(key)?.[1] ?? NaN), value }))
    .filter((item) => !Number.isNaN(item.number))
    .sort((a, b) => a.number - b.number)
    .map((item) => item.value);
}

/**
 * Reads the `result` of a finished `net` task. Total: any JSON leads to packets or to a failure, nothing is thrown.
 * `ping-exitoso` is ignored, because it counts ICMP errors as successes.
 */
export function readEvidence(result: unknown): Evidence {
  if (typeof result === 'string' && result.trim() !== '')
    return { kind: 'unmeasured', failure: routerFailure(result) };
  if (result === null || result === undefined || result === '') {
    return { kind: 'unmeasured', failure: failure('upstream', 'empty_result') };
  }
  if (!Array.isArray(result))
    return { kind: 'unmeasured', failure: failure('upstream', 'unreadable_result') };

  const items = numberedItems(result).slice(0, MOST_PACKETS);
  const packets = items.flatMap(packetsOf).slice(0, MOST_PACKETS);
  if (packets.some(isMeasured)) return { kind: 'packets', packets };

  const text = [...items, ...result].find((item): item is string => typeof item === 'string');
  if (text !== undefined) return { kind: 'unmeasured', failure: routerFailure(text) };
  return {
    kind: 'unmeasured',
    failure: failure('upstream', items.length > 0 ? 'unreadable_result' : 'empty_result'),
  };
}
