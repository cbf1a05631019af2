import { setTimeout as sleep } from 'node:timers/promises';
import { asking, conclude, endAll, foundOf, isClean, LEASE_MS, three } from './experiment';
import type { Plan, Row } from './experiment';
import { heldBy, untilBusy } from './witness';

/** Pings that an instance is in the middle of when it falls asleep. */
const HELD = 3;

/** Row 5: an instance that was frozen for longer than its lease writes nothing stale when it wakes. */
export async function freezes(plan: Plan): Promise<Row> {
  const { world, isShort } = plan;
  const runs = isShort ? 1 : 20;
  const [sleeper, ...others] = await three(world, 'freezes');
  const { port } = new URL(sleeper.url);
  const caller = asking(plan, () => others.map(({ url }) => url));
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, isShort ? 30 : 60);
    // Asleep in the middle of a step, or nothing of it could be stale later.
    while ((await heldBy(world, port)) < HELD) await sleep(5);
    sleeper.signal('SIGSTOP');
    await sleep(LEASE_MS + 2000);
    sleeper.signal('SIGCONT');
    await sleep(1000);
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, 180_000);
  await endAll([sleeper, ...others]);
  return {
    promise: 'a frozen instance writes nothing stale',
    runs,
    ...foundOf(found),
    isKept: isClean(found) && quietMs !== null,
  };
}
