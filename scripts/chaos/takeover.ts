import { setTimeout as sleep } from 'node:timers/promises';
import { asking, bound, conclude, endAll, foundOf, isClean, LEASE_MS, seconds, three } from './experiment';
import type { Plan, Row } from './experiment';
import { heldBy, untilBusy } from './witness';

/** Row 4: the others take over what a dead instance held. */
export async function takeover(plan: Plan): Promise<Row> {
  const { world, isShort } = plan;
  const withinMs = LEASE_MS + bound(plan, 5000);
  const [victim, ...others] = await three(world, 'takeover');
  const caller = asking(plan, () => others.map(({ url }) => url));
  await untilBusy(world, isShort ? 40 : 100);
  const port = new URL(victim.url).port;
  victim.signal('SIGKILL');
  const diedAt = Date.now();
  await victim.ended();
  let takenMs: number | null = null;
  while (takenMs === null && Date.now() - diedAt < withinMs + 5000) {
    if ((await heldBy(world, port)) === 0) takenMs = Date.now() - diedAt;
    else await sleep(100);
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, 180_000);
  await endAll(others);
  const isKept = isClean(found) && quietMs !== null && takenMs !== null && takenMs <= withinMs;
  return {
    promise: 'another instance takes over',
    runs: 1,
    ...foundOf(found, `, taken over in ${seconds(takenMs)}`),
    isKept,
  };
}
