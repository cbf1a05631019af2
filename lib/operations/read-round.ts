import { insertPingBody, saveClaimedPing, type ClaimedPing } from '@/lib/db/pings';
import { deleteQuietLine } from '@/lib/db/quiet-lines';
import { blockUpstream, spend } from '@/lib/db/upstream-budget';
import { advance } from '@/lib/domain/advance';
import type { Observation } from '@/lib/domain/observation';
import { countPackets } from '@/lib/domain/packet';
import type { Ping } from '@/lib/domain/ping';
import type { System } from './context';

/** An upstream without packets tells by its verdict whether the line answered. */
const hasReply = ({ packets, verdict }: Ping) =>
  packets === null ? verdict === 'stable' || verdict === 'intermittent' : countPackets(packets).received > 0;

type Look = { seen: Observation; body: string | null };

async function look(system: System, taskId: string): Promise<Look> {
  const answer = await system.wisphub.readTask(taskId);
  if (answer.kind === 'slow_down') {
    const until = new Date(system.now().getTime() + answer.retryAfterMs);
    await blockUpstream(system.db, until);
    return { seen: { kind: 'wait', until }, body: null };
  }
  return { seen: answer, body: 'body' in answer ? answer.body : null };
}

/** Looks once at the upstream task of a claimed ping and writes what follows from it. Answers the state as it was left. */
export async function readRound(system: System, { ping, fence }: ClaimedPing): Promise<Ping> {
  const grant = await spend(system.db, 'look', system.now, system.limits.ratePerMinute);
  const { seen, body }: Look =
    grant.granted && ping.upstreamTaskId !== null
      ? await look(system, ping.upstreamTaskId)
      : { seen: grant.granted ? { kind: 'task_unknown' } : { kind: 'wait', until: grant.at }, body: null };
  const next = advance(ping, seen, system.now(), system.random(), system.policy);
  await system.db.transaction(async (tx) => {
    const saved = await saveClaimedPing(tx, { ping: next, fence });
    // A line that answers is no longer one that never does.
    if (saved && hasReply(next)) await deleteQuietLine(tx, ping.serviceId);
    if (saved && body !== null) await insertPingBody(tx, ping, body, system.now());
  });
  return next;
}
