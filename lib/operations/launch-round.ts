import { reserveTurn } from '@/lib/db/launch-turns';
import { saveClaimedPing, type ClaimedPing } from '@/lib/db/pings';
import { giveBack, spend, type Granted } from '@/lib/db/upstream-budget';
import { advance, intendLaunch, MOST_LAUNCHES, withdrawLaunch, type Policy } from '@/lib/domain/advance';
import { after } from '@/lib/domain/after';
import { isKept, launchBy } from '@/lib/domain/deadline';
import { isExtensionRound } from '@/lib/domain/extension';
import { failure, isOutage } from '@/lib/domain/failure';
import type { Observation } from '@/lib/domain/observation';
import type { Ping } from '@/lib/domain/ping';
import type { UpstreamKind } from '@/lib/domain/upstream-budget';
import type { LaunchAnswer } from '@/lib/wisphub/gateway';
import { callUpstream } from './call-upstream';
import type { System } from './context';
import { pacedPolicy, routerKey } from './task-pace';

/** How far away the turn of an extension may be: those who have no answer yet go first. */
const EXTENSION_PATIENCE_MS = 6000;
/** How often a ping that waits for WispHub to come back looks whether it may try. */
const PAUSED_MS = 2000;
/** How long a kept ping waits that found WispHub still down: as long as the circuit breaker. */
const STILL_DOWN_MS = 10_000;

/** What a launch of this ping is in the upstream budget. */
export function launchKind(ping: Ping): UpstreamKind {
  if (isExtensionRound(ping)) return 'extension';
  return ping.source === 'desk' ? 'desk_launch' : 'api_launch';
}

async function save(
  system: System,
  fence: number,
  ping: Ping,
  seen: Observation,
  policy: Policy = system.policy,
): Promise<Ping> {
  const next = advance(ping, seen, system.now(), system.random(), policy);
  await saveClaimedPing(system.db, { ping: next, fence });
  return next;
}

/** Reserves this round's turn at its router; null when none is left before the round must be launched. */
async function withTurn(system: System, ping: Ping): Promise<Ping | null> {
  if (ping.turnAt !== null) return ping;
  const now = system.now();
  const latest = isExtensionRound(ping)
    ? after(now, EXTENSION_PATIENCE_MS)
    : launchBy(ping, system.policy.polling);
  const turn = { routerKey: routerKey(ping), now, latest };
  const turnAt = await reserveTurn(system.db, { ...turn, spacingMs: system.limits.launchSpacingMs });
  return turnAt && { ...ping, turnAt };
}

type Wait = { until: Date; turnAt: Date | null };

/** Leave to launch now; or when it may be tried, and the turn it keeps until then. */
async function askLeave(system: System, ping: Ping): Promise<Granted | Wait | 'no_room'> {
  if (ping.turnAt !== null && ping.turnAt > system.now()) return { until: ping.turnAt, turnAt: ping.turnAt };
  // Nothing would be sent, so nothing is spent; the circuit breaker says when the next may try. What the desk promised to
  // keep is no trial: smaller questions find out that WispHub is back.
  const isPaused = system.wisphub.isPaused() || (ping.source === 'desk' && system.isDown());
  if (isPaused && !isExtensionRound(ping)) return { until: after(system.now(), PAUSED_MS), turnAt: null };
  const grant = await spend(system.db, launchKind(ping), system.now, system.limits.ratePerMinute);
  if (grant.granted) return grant;
  // The turn passes unused: after a long wait, a whole queue of past turns would reach the router at once.
  return isExtensionRound(ping) ? 'no_room' : { until: grant.at, turnAt: null };
}

function waitAgain(system: System, fence: number, ping: Ping, ms: number): Promise<Ping> {
  const until = after(system.now(), ms);
  return save(system, fence, { ...ping, turnAt: null }, { kind: 'wait', until });
}

async function conclude(
  system: System,
  fence: number,
  before: Ping,
  sent: Ping,
  answer: LaunchAnswer,
  policy: Policy,
): Promise<Ping> {
  switch (answer.kind) {
    case 'launched':
      return save(system, fence, sent, answer, policy);
    case 'refused':
      if (isOutage(answer.failure) && isKept(before, system.policy.polling)) {
        // Nobody was there to receive it.
        if (answer.failure.code === 'upstream_network')
          return waitAgain(system, fence, withdrawLaunch(sent, before), STILL_DOWN_MS);
        // It may have been received all the same, so it is repeated as what is of unknown outcome: once, and flagged.
        if (sent.launches < MOST_LAUNCHES) return waitAgain(system, fence, sent, STILL_DOWN_MS);
      }
      return save(system, fence, sent, { kind: 'launch_refused', failure: answer.failure });
    case 'unknown':
      return save(system, fence, { ...sent, turnAt: null }, { kind: 'launch_unknown' });
    case 'slow_down':
    case 'unavailable':
      return waitAgain(system, fence, withdrawLaunch(sent, before), answer.retryAfterMs);
  }
}

/**
 * Launches the round under way of a claimed ping, or notes when it may be tried again. The intent is committed before
 * the call: after a crash in between, the next holder sees a launch of unknown outcome and repeats it once, flagged.
 * Answers the state as it was left.
 */
export async function launchRound(system: System, { ping, fence }: ClaimedPing): Promise<Ping> {
  if (ping.launches >= MOST_LAUNCHES) return save(system, fence, ping, { kind: 'launch_unknown' });
  const turned = await withTurn(system, ping);
  if (turned === null) {
    if (isExtensionRound(ping)) return save(system, fence, ping, { kind: 'no_room' });
    return save(system, fence, ping, {
      kind: 'launch_refused',
      failure: failure('deadline', 'queue_deadline'),
    });
  }
  const leave = await askLeave(system, turned);
  if (leave === 'no_room') return save(system, fence, turned, { kind: 'no_room' });
  if ('until' in leave) {
    return save(system, fence, { ...turned, turnAt: leave.turnAt }, { kind: 'wait', until: leave.until });
  }

  const intended = intendLaunch(turned);
  const held = await saveClaimedPing(
    system.db,
    { ping: intended, fence },
    after(system.now(), system.limits.leaseMs),
  );
  if (!held) {
    await giveBack(system.db, leave);
    return ping;
  }
  if (turned.launches > 0) {
    system.log.warn({ ping: ping.id, round: ping.round }, 'a launch of unknown outcome is repeated');
  }
  const pace = pacedPolicy(system, intended);
  const { serviceId, roundPackets } = intended;
  const answer = await callUpstream(system, leave, () => system.wisphub.launch(serviceId, roundPackets));
  return conclude(system, fence, turned, intended, answer, await pace);
}
