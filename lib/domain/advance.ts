import { after } from './after';
import { judgeCertainty, type CertaintyReason, type Circumstances } from './certainty';
import { extendedTotal } from './extension';
import { failure, type Failure } from './failure';
import type { Observation } from './observation';
import { countPackets, notMeasured, type Packet } from './packet';
import type { Ping } from './ping';
import { roundExpiresAt } from './deadline';
import { nextLookInMs } from './next-look';
import type { Polling } from './polling';
import { toPingDetails } from './ping-details';
import { remarksOf, type RemarkSettings } from './remark';
import type { Rules } from './rules';
import type { TaskTimes } from './task-times';
import { judge } from './verdict';

export type Policy = {
  rules: Rules;
  polling: Polling;
  /** Packets one upstream task may hold. */
  packetsPerTask: number;
  /** The thresholds of the remarks. */
  remarks: RemarkSettings;
  /** How long tasks like the one under way take; absent or null when nobody knows. */
  times?: TaskTimes | null;
};

/** A task that WispHub does not know may be too young to be known. */
const TASK_APPEARS_MS = 10_000;
const MOST_REFUSALS = 3;
/** A launch of unknown outcome is repeated once. */
export const MOST_LAUNCHES = 2;

const earlier = (a: Date, b: Date) => (a < b ? a : b);

function fail(ping: Ping, why: Failure, now: Date): Ping {
  return { ...ping, state: 'failed', failure: why, finishedAt: now, dueAt: now };
}

const circumstancesOf = (ping: Ping): Circumstances => ({
  ip: ping.frozen.ip,
  ipShared: ping.ipShared,
  status: ping.frozen.status,
});

function finish(ping: Ping, packets: Packet[], now: Date, { rules, remarks }: Policy): Ping {
  const verdict = judge(countPackets(packets), rules);
  const certainty = judgeCertainty(verdict, packets, circumstancesOf(ping), rules);
  const judged = { packets, verdict, certainty, rulesVersion: rules.version };
  const finished: Ping = { ...ping, ...judged, state: 'finished', finishedAt: now, dueAt: now };
  const shown = toPingDetails({ ping: finished, requesters: [], serviceName: null }, now);
  return { ...finished, remarks: remarksOf(shown, remarks).map((remark) => remark.code) };
}

/**
 * Ends a running ping whose round yields nothing. What earlier rounds measured still counts, and the packets that were
 * still to come are marked as not measured; without any measured packet the ping has failed for this reason.
 */
export function endRoundEmpty(ping: Ping, why: Failure, now: Date, policy: Policy): Ping {
  const measured = ping.packets ?? [];
  if (countPackets(measured).sent === 0) return fail(ping, why, now);
  const missing = Array.from({ length: Math.max(0, ping.planned - measured.length) }, () => notMeasured);
  return finish(ping, [...measured, ...missing], now, policy);
}

/** Ends a ping whose extension found no room in the upstream budget, with what was asked for and measured. */
function skipExtension(ping: Ping, now: Date, policy: Policy): Ping {
  const measured = ping.packets ?? [];
  if (countPackets(measured).sent === 0) return fail(ping, failure('deadline', 'queue_deadline'), now);
  const ended = finish(ping, measured, now, policy);
  const reasons: CertaintyReason[] = [...(ended.certainty?.reasons ?? []), 'extension_skipped'];
  // A round that never left is none; one whose launch may have been received stays counted.
  const round = ping.launches > 0 ? ping.round : ping.round - 1;
  return { ...ended, round, certainty: { level: 'hollow', reasons } };
}

function startRound(
  ping: Ping,
  packets: Packet[],
  planned: number,
  asked: number,
  now: Date,
  policy: Policy,
): Ping {
  const added = Math.ceil((planned - ping.planned) / policy.packetsPerTask);
  return {
    ...ping,
    packets,
    planned,
    round: ping.round + 1,
    roundPackets: Math.min(planned - asked, policy.packetsPerTask),
    phase: 'launch',
    upstreamTaskId: null,
    launches: 0,
    turnAt: null,
    launchedAt: null,
    unfinishedAt: null,
    looks: 0,
    refusals: 0,
    dueAt: now,
    deadlineAt: after(ping.deadlineAt, Math.max(0, added) * policy.polling.limitMs),
  };
}

function endRound(ping: Ping, found: readonly Packet[], now: Date, policy: Policy): Ping {
  // A list that is shorter than the request leaves packets of which nothing is known.
  const missing = Array.from({ length: Math.max(0, ping.roundPackets - found.length) }, () => notMeasured);
  const packets = [...(ping.packets ?? []), ...found, ...missing];
  const asked = (ping.packets?.length ?? 0) + Math.max(ping.roundPackets, found.length);
  if (ping.stopAsked) return finish(ping, packets, now, policy);
  if (asked < ping.planned) return startRound(ping, packets, ping.planned, asked, now, policy);
  const total = ping.extend === 'auto' ? extendedTotal(countPackets(packets), asked, policy.rules) : null;
  return total === null
    ? finish(ping, packets, now, policy)
    : startRound(ping, packets, total, asked, now, policy);
}

/** @param askedAt when the last look was asked; the moment of the launch when there was none */
function nextLookAt(
  ping: Ping,
  now: Date,
  random: number,
  { polling, times = null }: Policy,
  askedAt: Date,
): Date {
  const launchedAt = ping.launchedAt ?? now;
  const sinceLaunch = (at: Date) => at.getTime() - launchedAt.getTime();
  const unfinishedMs = sinceLaunch(ping.unfinishedAt ?? launchedAt);
  const state = { looks: ping.looks, nowMs: sinceLaunch(now), askedMs: sinceLaunch(askedAt), unfinishedMs };
  return after(now, nextLookInMs(state, random, polling, times));
}

type LookedAt = { askedAt?: Date; refusals?: number };

function lookAgain(
  ping: Ping,
  now: Date,
  random: number,
  policy: Policy,
  { askedAt = now, refusals = 0 }: LookedAt = {},
): Ping {
  const looks = ping.looks + 1;
  if (looks >= policy.polling.maxLooks)
    return endRoundEmpty(ping, failure('deadline', 'deadline'), now, policy);
  return { ...ping, looks, refusals, dueAt: nextLookAt({ ...ping, looks }, now, random, policy, askedAt) };
}

function launched(ping: Ping, taskId: string, now: Date, random: number, policy: Policy): Ping {
  const task = { upstreamTaskId: taskId, launchedAt: now, unfinishedAt: null, looks: 0 };
  const reading: Ping = { ...ping, ...task, phase: 'read' };
  return { ...reading, dueAt: nextLookAt(reading, now, random, policy, now) };
}

function observe(ping: Ping, seen: Observation, now: Date, random: number, policy: Policy): Ping {
  switch (seen.kind) {
    case 'launched':
      return launched(ping, seen.taskId, now, random, policy);
    case 'launch_unknown':
      return ping.launches >= MOST_LAUNCHES
        ? endRoundEmpty(ping, failure('upstream', 'launch_unknown'), now, policy)
        : { ...ping, dueAt: now };
    case 'launch_refused':
    case 'task_failed':
      return endRoundEmpty(ping, seen.failure, now, policy);
    case 'no_room':
      return skipExtension(ping, now, policy);
    case 'wait':
      return { ...ping, dueAt: seen.until };
    case 'not_yet':
      return lookAgain(
        { ...ping, unfinishedAt: seen.askedAt ?? ping.unfinishedAt },
        now,
        random,
        policy,
        seen,
      );
    case 'key_refused':
      return ping.refusals + 1 >= MOST_REFUSALS
        ? endRoundEmpty(ping, failure('upstream', 'upstream_auth'), now, policy)
        : lookAgain(ping, now, random, policy, { refusals: ping.refusals + 1 });
    case 'task_unknown':
      return ping.launchedAt !== null && now.getTime() - ping.launchedAt.getTime() < TASK_APPEARS_MS
        ? lookAgain(ping, now, random, policy)
        : endRoundEmpty(ping, failure('upstream', 'task_lost'), now, policy);
    case 'evidence':
      return seen.evidence.kind === 'packets'
        ? endRound(ping, seen.evidence.packets, now, policy)
        : endRoundEmpty(ping, seen.evidence.failure, now, policy);
    case 'verdict': {
      const certainty = judgeCertainty(seen.verdict, null, circumstancesOf(ping), policy.rules);
      const judged = { verdict: seen.verdict, certainty, rulesVersion: policy.rules.version };
      return { ...ping, ...judged, state: 'finished', packets: null, finishedAt: now, dueAt: now };
    }
    case 'clock':
      return ping.stopAsked ? stop(ping, now, policy) : ping;
  }
}

const TELLS_AN_END: readonly Observation['kind'][] = ['evidence', 'verdict', 'task_failed', 'launch_refused'];

/**
 * The next state of a ping. A final ping never changes. What WispHub said counts even when it comes as the deadline
 * passes; without an answer, a ping past its deadline is failed.
 * @param random a number from 0 to 1, for the spread of the next look
 */
export function advance(ping: Ping, seen: Observation, now: Date, random: number, policy: Policy): Ping {
  if (ping.state !== 'running') return ping;
  const next = observe(ping, seen, now, random, policy);
  if (next.state !== 'running' || TELLS_AN_END.includes(seen.kind)) return next;
  const expiresAt = roundExpiresAt(next, policy.polling);
  if (now < expiresAt) return { ...next, dueAt: earlier(next.dueAt, expiresAt) };
  // A launch that may have been received is not a ping that was never started.
  const code = next.phase === 'read' || next.launches > 0 ? 'deadline' : 'queue_deadline';
  return endRoundEmpty(next, failure('deadline', code), now, policy);
}

/** The state to commit before a launch is sent, so that no launch can happen without a record of it. */
export function intendLaunch(ping: Ping): Ping {
  return { ...ping, launches: ping.launches + 1, launchUncertain: ping.launchUncertain || ping.launches > 0 };
}

/** Takes the intent back: WispHub certainly never received the launch. */
export function withdrawLaunch(ping: Ping, before: Ping): Ping {
  return { ...ping, launches: before.launches, launchUncertain: before.launchUncertain };
}

/**
 * Ends a ping with what its finished rounds measured, or after the round under way when there is nothing yet; at once when
 * WispHub was never asked.
 */
export function stop(ping: Ping, now: Date, policy: Policy): Ping {
  if (ping.state !== 'running') return ping;
  const measured = ping.packets ?? [];
  if (ping.round === 1 && ping.phase === 'launch' && ping.launches === 0)
    return { ...fail(ping, failure('internal', 'withdrawn'), now), stopAsked: true };
  if (countPackets(measured).sent === 0) return { ...ping, stopAsked: true };
  return { ...finish(ping, measured, now, policy), stopAsked: true };
}
