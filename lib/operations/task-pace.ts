import { noteTaskEnd, readTaskEnds, type TaskKind } from '@/lib/db/task-times';
import type { Policy } from '@/lib/domain/advance';
import type { Observation } from '@/lib/domain/observation';
import type { Ping } from '@/lib/domain/ping';
import { expectsSilence } from '@/lib/domain/expects-silence';
import { probableLagMs, taskTimesOf, type SeenEnd } from '@/lib/domain/task-times';
import type { System } from './context';

/** Of a shortest pause, what the estimate tells apart. */
const STEPS_IN_A_PAUSE = 40;

const ENDS: readonly Observation['kind'][] = ['evidence', 'verdict', 'task_failed'];

/** Services whose router is unknown share one key. */
export const routerKey = (ping: Ping) =>
  String(ping.frozen.router?.id ?? ping.frozen.router?.name ?? 'unknown');

const kindOf = (ping: Ping): TaskKind => ({
  routerKey: routerKey(ping),
  packets: ping.roundPackets,
  silent: expectsSilence(ping),
});

/**
 * The policy with what is known of how long tasks like the one under way take. Whatever goes wrong with that, the ping
 * goes on at the documented pace.
 */
export async function pacedPolicy(system: System, ping: Ping): Promise<Policy> {
  const { policy } = system;
  if (policy.polling.documented) return policy;
  try {
    const ends = await readTaskEnds(system.db, kindOf(ping));
    return { ...policy, times: taskTimesOf(ends, policy.polling.minMs / STEPS_IN_A_PAUSE) };
  } catch (error) {
    system.log.warn({ ping: ping.id, err: error }, 'how long tasks take could not be read');
    return policy;
  }
}

/**
 * When the task ended, as far as a look that found it done can tell; null when it tells nothing. Both moments are those
 * at which WispHub was asked, so the time that a question takes is part of what is learnt, and cancels out.
 */
function endSeen(ping: Ping, seen: Observation, askedAt: Date, { polling }: Policy): SeenEnd | null {
  if (!ENDS.includes(seen.kind) || ping.launchedAt === null) return null;
  const sinceLaunch = (at: Date) => Math.max(0, at.getTime() - (ping.launchedAt ?? at).getTime());
  const end = { afterMs: sinceLaunch(ping.unfinishedAt ?? ping.launchedAt), byMs: sinceLaunch(askedAt) };
  // Nobody was there when this look was due: the task may have ended long before.
  const lateMs = askedAt.getTime() - ping.dueAt.getTime();
  return lateMs > polling.minMs || end.byMs <= end.afterMs ? null : end;
}

/** Keeps what a look has taught of how long tasks take. The ping itself is written before, and nothing here undoes that. */
export async function learnPace(
  system: System,
  ping: Ping,
  seen: Observation,
  askedAt: Date,
  policy: Policy,
): Promise<void> {
  const end = endSeen(ping, seen, askedAt, policy);
  if (end === null) return;
  const now = system.now();
  const times = policy.times ?? null;
  system.noteLag(probableLagMs(times, end) + (now.getTime() - askedAt.getTime()));
  if (policy.polling.documented) return;
  try {
    await noteTaskEnd(system.db, kindOf(ping), { end, middleMs: times?.middleMs ?? null, at: now });
  } catch (error) {
    system.log.warn({ ping: ping.id, err: error }, 'how long a task took could not be kept');
  }
}
