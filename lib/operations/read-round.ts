import { insertPingBody, saveClaimedPing, type ClaimedPing } from '@/lib/db/pings';
import { deleteQuietLine } from '@/lib/db/quiet-lines';
import { spend, type Granted } from '@/lib/db/upstream-budget';
import { advance } from '@/lib/domain/advance';
import { roundExpiresAt } from '@/lib/domain/deadline';
import type { Observation } from '@/lib/domain/observation';
import { countPackets } from '@/lib/domain/packet';
import type { Ping } from '@/lib/domain/ping';
import { callUpstream } from './call-upstream';
import type { System } from './context';
import { sleep } from './sleep';
import { learnPace, pacedPolicy } from './task-pace';

/** An upstream without packets tells by its verdict whether the line answered. */
const hasReply = ({ packets, verdict }: Ping) =>
  packets === null ? verdict === 'stable' || verdict === 'intermittent' : countPackets(packets).received > 0;

/** How far beyond its deadline a ping may be kept by a look that WispHub does not answer. */
const LATE_MS = 3000;

type Look = { seen: Observation; body: string | null };

async function look(
  system: System,
  { taskId, patienceMs }: { taskId: string; patienceMs: number },
  grant: Granted,
  askedAt: Date,
): Promise<Look> {
  const answer = await callUpstream(system, grant, () => system.wisphub.readTask(taskId, patienceMs));
  // A look that was not made, or not answered, is none.
  if (answer.kind === 'unavailable' || answer.kind === 'slow_down') {
    const until = new Date(system.now().getTime() + answer.retryAfterMs);
    return { seen: { kind: 'wait', until }, body: null };
  }
  if (answer.kind === 'not_yet') {
    return { seen: answer.blind ? { kind: 'not_yet' } : { kind: 'not_yet', askedAt }, body: null };
  }
  return { seen: answer, body: 'body' in answer ? answer.body : null };
}

/** Looks once at the upstream task of a claimed ping and writes what follows from it. Answers the state as it was left. */
export async function readRound(system: System, { ping, fence }: ClaimedPing): Promise<Ping> {
  const grant = await spend(system.db, 'look', system.now, system.limits.ratePerMinute);
  // A runner brings it a moment early, so that claim and grant are there when it is due.
  const earlyMs = ping.dueAt.getTime() - system.now().getTime();
  if (grant.granted && earlyMs > 0) await sleep(earlyMs + 1);
  const askedAt = system.now();
  const expiresAt = roundExpiresAt(ping, system.policy.polling);
  const patienceMs = Math.max(0, expiresAt.getTime() - askedAt.getTime()) + LATE_MS;
  // Read while WispHub answers, so that it costs no time.
  const pace = pacedPolicy(system, ping);
  const { seen, body }: Look =
    grant.granted && ping.upstreamTaskId !== null
      ? await look(system, { taskId: ping.upstreamTaskId, patienceMs }, grant, askedAt)
      : { seen: grant.granted ? { kind: 'task_unknown' } : { kind: 'wait', until: grant.at }, body: null };
  const policy = await pace;
  const next = advance(ping, seen, system.now(), system.random(), policy);
  const saved = await system.db.transaction(async (tx) => {
    const saved = await saveClaimedPing(tx, { ping: next, fence });
    // A line that answers is no longer one that never does.
    if (saved && hasReply(next)) await deleteQuietLine(tx, ping.serviceId);
    if (saved && body !== null) await insertPingBody(tx, ping, body, system.now());
    return saved;
  });
  if (saved) await learnPace(system, ping, seen, askedAt, policy);
  return next;
}
