import type { DirectoryService } from '@/lib/db/services';
import { advance, intendLaunch, type Policy } from '@/lib/domain/advance';
import { after } from '@/lib/domain/after';
import { createPing } from '@/lib/domain/create-ping';
import type { Ping } from '@/lib/domain/ping';
import { defaultPolling } from '@/lib/domain/polling';
import { defaultRules } from '@/lib/domain/rules';
import { defaultSettings } from '@/lib/domain/settings';
import { createPingTask, type PingTask } from '@/lib/wisphub/simulator/ping-task';
import { between, fractionOf } from '@/lib/wisphub/simulator/random';
import { stepOf } from '@/lib/wisphub/simulator/role';
import type { Call } from './call';
import { observeLaunch, observeTask } from './observe-line';
import { seededUuid } from './seeded-uuid';

/** The rules and the pace of a product as it comes. */
const demoPolicy: Policy = {
  rules: defaultRules,
  polling: defaultPolling,
  packetsPerTask: 10,
  remarks: defaultSettings,
};

const STALL_MS = 10_000;

export type CallPlace = {
  pingId: string;
  /** Null when the directory does not know the service. */
  record: DirectoryService | null;
  /** Counts the launches at this service, over all its pings. */
  nextLaunch: () => number;
};

function acceptedPing(call: Call, { pingId, record }: CallPlace): Ping {
  const byProgram = call.by === 'bot';
  const request = {
    id: pingId,
    serviceId: call.service.id,
    pings: call.packets,
    reason: call.reason,
    extend: byProgram ? 'off' : 'auto',
    source: byProgram ? 'api' : 'desk',
  } as const;
  return createPing(request, record, true, call.at, demoPolicy);
}

type Walk = { ping: Ping; task: PingTask | null; reads: number };

function launchRound(walk: Walk, call: Call, place: CallPlace, random: number): Walk {
  const intended = intendLaunch({ ...walk.ping, turnAt: walk.ping.dueAt });
  const launch = place.nextLaunch();
  const startsTest = intended.round === 1 && intended.launches === 1;
  const step = call.step ?? stepOf(call.service.role, { launch, startsTest });
  const seen = observeLaunch(step, seededUuid(intended.id, 'task', launch));
  const waitedMs = seen.kind === 'launch_unknown' ? STALL_MS : between(180, 700, intended.id, launch);
  const at = after(intended.dueAt, waitedMs);
  const made = { service: call.service, step, pings: intended.roundPackets, arp: false, launch };
  const task = createPingTask({ ...made, createdAt: at.getTime() });
  return { ping: advance(intended, seen, at, random, demoPolicy), task, reads: 0 };
}

function readRound({ ping, task, reads }: Walk, random: number): Walk {
  if (!task) throw new Error('A ping in its reading phase has a task.');
  const at = after(ping.dueAt, between(60, 300, ping.id, ping.round, reads));
  return {
    ping: advance(ping, observeTask(task, reads, at), at, random, demoPolicy),
    task,
    reads: reads + 1,
  };
}

/** Carries the ping of a call to its end with the product's own rules; only the line and the clock are invented. */
export function carryCall(call: Call, place: CallPlace): Ping {
  let walk: Walk = { ping: acceptedPing(call, place), task: null, reads: 0 };
  for (let turn = 0; walk.ping.state === 'running'; turn += 1) {
    const random = fractionOf(place.pingId, 'spread', turn);
    const timed = advance(walk.ping, { kind: 'clock' }, walk.ping.dueAt, random, demoPolicy);
    if (timed.state !== 'running') return timed;
    walk = walk.ping.phase === 'launch' ? launchRound(walk, call, place, random) : readRound(walk, random);
  }
  return walk.ping;
}
