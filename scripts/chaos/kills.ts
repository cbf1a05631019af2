import { setTimeout as sleep } from 'node:timers/promises';
import { asking, bound, conclude, foundOf, isClean, seconds, type Plan, type Row } from './experiment';
import { untilBusy } from './witness';

/** Rows 1 and 2: the process is killed in the middle of its work, again and again. */
export async function kills(plan: Plan): Promise<Row> {
  const { world, random, isShort } = plan;
  const runs = isShort ? 3 : 50;
  const server = await world.instance('kills');
  await server.start();
  const caller = asking(plan, () => [server.url], isShort ? 25 : 60);
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, isShort ? 30 : 200);
    await sleep(random() * 400);
    server.signal('SIGKILL');
    await server.ended();
    await server.start();
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, bound(plan, 60_000));
  server.signal('SIGTERM');
  await server.ended();
  const columns = foundOf(found, `, all final ${seconds(quietMs)} after the last kill`);
  return {
    promise: 'kill -9 loses and doubles nothing',
    runs,
    ...columns,
    isKept: isClean(found) && quietMs !== null,
  };
}
