import type { Policy } from './advance';
import { deadlineOf } from './deadline';
import type { Ping, Reason } from './ping';
import type { Service } from './service';

export type PingRequest = {
  id: string;
  serviceId: number;
  pings: number;
  reason: Reason | null;
  extend: 'off' | 'auto';
  source: 'desk' | 'api';
  /** How much longer than usual it may wait for its launch; 0 unless the upstream is down. */
  keptMs?: number;
};

const named = (node: { id: number | null; name: string } | null | undefined) =>
  node ? { id: node.id, name: node.name } : null;

/**
 * A new running ping, due at once, with its deadline and with what the directory says of its service now.
 * @param service null when the directory does not know it: an id typed by hand is enough to ping
 * @param showsPackets false for an upstream that judges by itself: one task with all packets, never extended
 */
export function createPing(
  request: PingRequest,
  service: (Service & { ipShared: boolean }) | null,
  showsPackets: boolean,
  now: Date,
  { packetsPerTask, polling }: Policy,
): Ping {
  const perTask = showsPackets ? packetsPerTask : request.pings;
  return {
    id: request.id,
    serviceId: request.serviceId,
    state: 'running',
    verdict: null,
    certainty: null,
    failure: null,
    rulesVersion: null,
    remarks: [],
    requested: request.pings,
    planned: request.pings,
    extend: showsPackets ? request.extend : 'off',
    stopAsked: false,
    source: request.source,
    reason: request.reason,
    frozen: {
      zone: named(service?.zone),
      router: named(service?.router),
      sector: named(service?.sector),
      plan: named(service?.plan),
      status: service?.status ?? null,
      ip: service?.ip ?? null,
    },
    ipShared: service?.ipShared ?? false,
    round: 1,
    roundPackets: Math.min(request.pings, perTask),
    phase: 'launch',
    upstreamTaskId: null,
    launches: 0,
    launchUncertain: false,
    turnAt: null,
    launchedAt: null,
    unfinishedAt: null,
    looks: 0,
    refusals: 0,
    packets: showsPackets ? [] : null,
    createdAt: now,
    deadlineAt: new Date(
      deadlineOf(now, Math.ceil(request.pings / perTask), polling).getTime() + (request.keptMs ?? 0),
    ),
    dueAt: now,
    finishedAt: null,
    wrongCustomerAt: null,
  };
}
