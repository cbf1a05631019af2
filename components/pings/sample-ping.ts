import { advance, intendLaunch, type Policy } from '@/lib/domain/advance';
import { after } from '@/lib/domain/after';
import { createPing, type PingRequest } from '@/lib/domain/create-ping';
import type { Failure } from '@/lib/domain/failure';
import type { Observation } from '@/lib/domain/observation';
import type { Packet } from '@/lib/domain/packet';
import type { Frozen, Ping, Requester } from '@/lib/domain/ping';
import { toPingDetails, type PingDetails } from '@/lib/domain/ping-details';
import { defaultPolling } from '@/lib/domain/polling';
import { defaultRules } from '@/lib/domain/rules';
import { defaultSettings } from '@/lib/domain/settings';
import type { Verdict } from '@/lib/domain/verdict';
import { SAMPLE_IP } from './sample-packets';

/** A thing to show under a plain name; `at` is the moment at which somebody looks at it. */
export type Sample<Shown> = { name: string; ping: (at: Date) => Shown };
export type ResultSample = Sample<PingDetails>;

/** What is invented about a ping beside its packets. */
export type Facts = {
  /** What the directory said at the launch. */
  known?: Partial<Frozen> & { ipShared?: boolean };
  asked?: Partial<PingRequest>;
  /** Packets of the rounds that the ping gave itself. */
  extension?: readonly Packet[][];
  requesters?: readonly Omit<Requester, 'requestedAt'>[];
  serviceName?: string | null;
  /** Its place among those who wait for their launch. */
  place?: number;
  /** What else the row says. */
  changes?: Partial<Ping>;
};

const POLICY: Policy = {
  rules: defaultRules,
  polling: defaultPolling,
  packetsPerTask: 100,
  remarks: defaultSettings,
};

/** How long before the look at it a sample was asked for, and how long each of its rounds took. */
const AGE_MS = 44_000;
const ROUND_MS = 5000;

/** The record of the invented customer: its names tell no access technology, so that nothing is remarked by accident. */
const RECORD: Frozen = {
  zone: { id: 31, name: 'Zona Norte' },
  router: { id: 77, name: 'RB-Norte' },
  sector: { id: 7, name: 'Nodo 7' },
  plan: { id: 501, name: 'Plan Hogar 20M' },
  status: 'Activo',
  ip: SAMPLE_IP,
};

export const ANA: Omit<Requester, 'requestedAt'> = {
  kind: 'user',
  id: 'ana',
  name: 'Ana Torres',
  reason: null,
};

export const LUIS: Omit<Requester, 'requestedAt'> = {
  ...ANA,
  id: 'luis',
  name: 'Luis Mora',
  reason: 'drops',
};

/** An id of its own for each name and always the same one, so that each sample has a case code of its own. */
function idOf(name: string): string {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const hex = hash.toString(16).padStart(8, '0');
  return `${hex}-${hex.slice(4)}-4000-8000-${hex}0000`;
}

/** A ping just accepted at this moment. */
export function accepted(name: string, start: Date, facts: Facts, showsPackets = true): Ping {
  const { ipShared = false, ...frozen } = facts.known ?? {};
  const request: PingRequest = {
    id: idOf(name),
    serviceId: 12345,
    pings: 4,
    reason: null,
    extend: 'off',
    source: 'desk',
    ...facts.asked,
  };
  const ping = createPing(request, null, showsPackets, start, POLICY);
  return { ...ping, frozen: { ...RECORD, ...frozen }, ipShared };
}

export const launched = (ping: Ping, at: Date): Ping =>
  advance(intendLaunch(ping), { kind: 'launched', taskId: 'sample' }, at, 0.5, POLICY);

/** A ping as the browser gets it at this moment. */
export function shown(ping: Ping, facts: Facts, at: Date): PingDetails {
  const { requesters = [ANA], serviceName, place, changes } = facts;
  const view = {
    place,
    ping: { ...ping, ...changes },
    requesters: requesters.map((who) => ({ ...who, requestedAt: ping.createdAt })),
    serviceName: serviceName === undefined ? 'Johana Vargas Peña' : serviceName,
  };
  return toPingDetails(view, at);
}

/** Carries a ping to its end by the product's own state machine: one observation for each round. */
function ended(
  name: string,
  seen: readonly Observation[],
  pings: number,
  facts: Facts,
  showsPackets = true,
): ResultSample {
  const asked = { pings, ...facts.asked };
  const ping = (at: Date) => {
    const start = after(at, -AGE_MS);
    const end = seen.reduce<Ping>(
      (running, observation, round) => {
        // An extension without room is never launched.
        const sent =
          observation.kind === 'no_room' ? running : launched(running, after(start, round * ROUND_MS));
        return advance(sent, observation, after(start, (round + 1) * ROUND_MS), 0.5, POLICY);
      },
      accepted(name, start, { ...facts, asked }, showsPackets),
    );
    return shown(end, facts, at);
  };
  return { name, ping };
}

const evidence = (packets: readonly Packet[]): Observation => ({
  kind: 'evidence',
  evidence: { kind: 'packets', packets: [...packets] },
});

/** A ping that measured these packets. */
export function finished(name: string, packets: readonly Packet[], facts: Facts = {}): ResultSample {
  const { extension = [] } = facts;
  const asked = { ...facts.asked, extend: extension.length > 0 ? ('auto' as const) : ('off' as const) };
  return ended(name, [packets, ...extension].map(evidence), packets.length, { ...facts, asked });
}

/** A ping that wanted more packets and found no room for them in the upstream budget. */
export function notExtended(name: string, packets: readonly Packet[], facts: Facts = {}): ResultSample {
  const asked = { ...facts.asked, extend: 'auto' as const };
  return ended(name, [evidence(packets), { kind: 'no_room' }], packets.length, { ...facts, asked });
}

/** A ping that an upstream without packets judged by itself. */
export const judgedUpstream = (name: string, verdict: Verdict, facts: Facts = {}): ResultSample =>
  ended(name, [{ kind: 'verdict', verdict }], 4, facts, false);

/** A ping that could not be measured. */
export const failed = (name: string, why: Failure, facts: Facts = {}): ResultSample =>
  ended(name, [{ kind: 'task_failed', failure: why }], 4, facts);
