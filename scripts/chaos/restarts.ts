import { asking, bound, conclude, foundOf, isClean, seconds, type Plan, type Row } from './experiment';
import { untilBusy } from './witness';

/** Row 3: a planned restart hands everything over. */
export async function restarts(plan: Plan): Promise<Row> {
  const { world, isShort } = plan;
  const runs = isShort ? 1 : 20;
  const server = await world.instance('restarts');
  await server.start();
  const caller = asking(plan, () => [server.url]);
  let slowestMs = 0;
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, isShort ? 30 : 60);
    server.signal('SIGTERM');
    slowestMs = Math.max(slowestMs, await server.ended());
    await server.start();
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, 180_000);
  server.signal('SIGTERM');
  await server.ended();
  const columns = foundOf(found, `, slowest exit ${seconds(slowestMs)}`);
  const isKept =
    isClean(found) && found.repeated === 0 && slowestMs <= bound(plan, 10_000) && quietMs !== null;
  return { promise: 'a planned restart repeats nothing', runs, ...columns, isKept };
}
