import { reserveTurn } from '@/lib/db/launch-turns';
import { saveClaimedPing, type ClaimedPing } from '@/lib/db/pings';
import { blockUpstream, spend } from '@/lib/db/upstream-budget';
import { advance, intendLaunch, withdrawLaunch } from '@/lib/domain/advance';
import { launchBy } from '@/lib/domain/deadline';
import { failure } from '@/lib/domain/failure';
import type { Observation } from '@/lib/domain/observation';
import type { Ping } from '@/lib/domain/ping';
import type { LaunchAnswer } from '@/lib/wisphub/gateway';
import type { System } from './context';

/** Services whose router is unknown share one turn. */
export const routerKey = (ping: Ping) =>
  String(ping.frozen.router?.id ?? ping.frozen.router?.name ?? 'unknown');

const after = (at: Date, ms: number) => new Date(at.getTime() + ms);

async function save(system: System, fence: number, ping: Ping, seen: Observation): Promise<Ping> {
  const next = advance(ping, seen, system.now(), system.random(), system.policy);
  await saveClaimedPing(system.db, { ping: next, fence });
  return next;
}

/** Reserves this round's turn at its router; null when none is left before the round must be launched. */
async function withTurn(system: System, ping: Ping): Promise<Ping | null> {
  if (ping.turnAt !== null) return ping;
  const turn = {
    routerKey: routerKey(ping),
    now: system.now(),
    latest: launchBy(ping, system.policy.polling),
  };
  const turnAt = await reserveTurn(system.db, { ...turn, spacingMs: system.limits.launchSpacingMs });
  return turnAt && { ...ping, turnAt };
}

/** The moment at which this launch may be tried, when that is not now. */
async function waitUntil(system: System, ping: Ping): Promise<Date | null> {
  if (ping.turnAt !== null && ping.turnAt > system.now()) return ping.turnAt;
  const kind = ping.source === 'desk' ? 'desk_launch' : 'api_launch';
  const grant = await spend(system.db, kind, system.now, system.limits.ratePerMinute);
  return grant.granted ? null : grant.at;
}

async function conclude(
  system: System,
  fence: number,
  before: Ping,
  sent: Ping,
  answer: LaunchAnswer,
): Promise<Ping> {
  switch (answer.kind) {
    case 'launched':
      return save(system, fence, sent, answer);
    case 'refused':
      return save(system, fence, sent, { kind: 'launch_refused', failure: answer.failure });
    case 'unknown':
      return save(system, fence, sent, { kind: 'launch_unknown' });
    case 'slow_down':
    case 'unavailable': {
      const until = after(system.now(), answer.retryAfterMs);
      if (answer.kind === 'slow_down') await blockUpstream(system.db, until);
      return save(system, fence, withdrawLaunch(sent, before), { kind: 'wait', until });
    }
  }
}

/**
 * Launches the round under way of a claimed ping, or notes when it may be tried again. The intent is committed before
 * the call: after a crash in between, the next holder sees a launch of unknown outcome and repeats it once, flagged.
 * Answers the state as it was left.
 */
export async function launchRound(system: System, { ping, fence }: ClaimedPing): Promise<Ping> {
  if (ping.launches >= 2) return save(system, fence, ping, { kind: 'launch_unknown' });
  const turned = await withTurn(system, ping);
  if (turned === null) {
    return save(system, fence, ping, {
      kind: 'launch_refused',
      failure: failure('deadline', 'queue_deadline'),
    });
  }
  const until = await waitUntil(system, turned);
  if (until !== null) return save(system, fence, turned, { kind: 'wait', until });

  const intended = intendLaunch(turned);
  const held = await saveClaimedPing(
    system.db,
    { ping: intended, fence },
    after(system.now(), system.limits.leaseMs),
  );
  if (!held) return ping;
  if (intended.launchUncertain && !turned.launchUncertain) {
    system.log.warn({ ping: ping.id, round: ping.round }, 'a launch of unknown outcome is repeated');
  }
  const answer = await system.wisphub.launch(intended.serviceId, intended.roundPackets);
  return conclude(system, fence, turned, intended, answer);
}
