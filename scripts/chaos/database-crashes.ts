import { setTimeout as sleep } from 'node:timers/promises';
import { asking, bound, conclude, foundOf, isClean, seconds, type Plan, type Row } from './experiment';
import { untilBusy } from './witness';

/** Row 6: PostgreSQL crashes under load, and the servers outlive it. */
export async function databaseCrashes(plan: Plan): Promise<Row> {
  const { world, isShort } = plan;
  const runs = isShort ? 2 : 10;
  const server = await world.instance('database');
  await server.start();
  const caller = asking(plan, () => [server.url]);
  let slowestMs = 0;
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, isShort ? 30 : 60);
    await world.crashPostgres();
    const upAt = Date.now();
    while (!(await server.isReady()) && Date.now() - upAt < 30_000) await sleep(50);
    slowestMs = Math.max(slowestMs, Date.now() - upAt);
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, 180_000);
  const crashes = server.crashes();
  server.signal('SIGTERM');
  await server.ended();
  const columns = foundOf(found, `, ${crashes} server exits, ready again within ${seconds(slowestMs)}`);
  const isKept = isClean(found) && crashes === 0 && slowestMs <= bound(plan, 10_000) && quietMs !== null;
  return { promise: 'a crash of PostgreSQL loses nothing', runs, ...columns, isKept };
}
