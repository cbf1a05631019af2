import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { keepAsking, type Accepted } from './caller';
import type { Instance } from './instance';
import { compare, untilBusy, untilQuiet, type Findings } from './witness';
import type { World } from './world';

const LEASE_MS = 15_000;
const STABLE = 1001;
/** Packets of a ping that lasts several rounds, so that a fault finds it at any of its steps. */
const LONG = 40;

export type Row = {
  promise: string;
  runs: number;
  /** What was measured, in words for the table. */
  measured: string;
  isKept: boolean;
};

type Plan = { world: World; random: () => number; isShort: boolean };

const isClean = ({ lost, doubled, silent, together, stale }: Findings) =>
  lost + doubled + silent + together + stale === 0;

const told = (found: Findings, more = '') =>
  `${found.accepted} accepted, ${found.lost} lost, ${found.doubled} doubled, ${found.repeated} repeated` +
  ` (${found.silent} unflagged), ${found.stale} stale${more}`;

const asking = ({ world, random }: Plan, urls: () => readonly string[], hands = 40) =>
  keepAsking(
    { token: world.token, urls, service: () => world.service(STABLE), packets: LONG, random },
    hands,
  );

async function conclude(world: World, accepted: readonly Accepted[], withinMs: number) {
  const quietMs = await untilQuiet(world, withinMs);
  return { quietMs, found: await compare(world, accepted) };
}

const answerSchema = z.object({
  data: z.object({ task_id: z.string() }).nullable(),
  message: z.string().nullable(),
});

const seconds = (ms: number | null) => (ms === null ? 'never' : `${(ms / 1000).toFixed(1)} s`);

/** Rows 1 and 2: the process is killed in the middle of its work, again and again. */
export async function kills(plan: Plan): Promise<Row> {
  const { world, random, isShort } = plan;
  const runs = isShort ? 5 : 50;
  const server = await world.instance('kills');
  await server.start();
  const caller = asking(plan, () => [server.url], 60);
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, isShort ? 100 : 200);
    await sleep(random() * 400);
    server.signal('SIGKILL');
    await server.ended();
    await server.start();
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, 60_000);
  server.signal('SIGTERM');
  await server.ended();
  const measured = told(found, `, all final ${seconds(quietMs)} after the last kill`);
  return {
    promise: 'kill -9 loses and doubles nothing',
    runs,
    measured,
    isKept: isClean(found) && quietMs !== null,
  };
}

/** Row 3: a planned restart hands everything over. */
export async function restarts(plan: Plan): Promise<Row> {
  const { world, isShort } = plan;
  const runs = isShort ? 2 : 20;
  const server = await world.instance('restarts');
  await server.start();
  const caller = asking(plan, () => [server.url]);
  let slowestMs = 0;
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, 60);
    server.signal('SIGTERM');
    slowestMs = Math.max(slowestMs, await server.ended());
    await server.start();
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, 180_000);
  server.signal('SIGTERM');
  await server.ended();
  const measured = told(found, `, slowest exit ${seconds(slowestMs)}`);
  const isKept = isClean(found) && found.repeated === 0 && slowestMs <= 10_000 && quietMs !== null;
  return { promise: 'a planned restart repeats nothing', runs, measured, isKept };
}

const heldBy = async ({ db }: World, port: string) => {
  const { rows } = await db.execute(sql`
    select count(*)::integer as n from pings
    where state = 'running' and lease_until is not null and lease_owner like ${`%:${port}/%`}`);
  return z.array(z.object({ n: z.number() })).parse(rows)[0]?.n ?? 0;
};

async function three(world: World, name: string): Promise<[Instance, Instance, Instance]> {
  const all = await Promise.all([1, 2, 3].map((number) => world.instance(`${name}-${number}`)));
  await Promise.all(all.map((instance) => instance.start()));
  return all as [Instance, Instance, Instance];
}

async function endAll(instances: readonly Instance[]): Promise<void> {
  for (const instance of instances) instance.signal('SIGTERM');
  await Promise.all(instances.map((instance) => instance.ended()));
}

/** Row 4: the others take over what a dead instance held. */
export async function takeover(plan: Plan): Promise<Row> {
  const { world } = plan;
  const [victim, ...others] = await three(world, 'takeover');
  const caller = asking(plan, () => others.map(({ url }) => url));
  await untilBusy(world, 100);
  const port = new URL(victim.url).port;
  victim.signal('SIGKILL');
  const diedAt = Date.now();
  await victim.ended();
  let takenMs: number | null = null;
  while (takenMs === null && Date.now() - diedAt < LEASE_MS + 10_000) {
    if ((await heldBy(world, port)) === 0) takenMs = Date.now() - diedAt;
    else await sleep(100);
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, 180_000);
  await endAll(others);
  const isKept = isClean(found) && quietMs !== null && takenMs !== null && takenMs <= LEASE_MS + 5000;
  return {
    promise: 'another instance takes over',
    runs: 1,
    measured: told(found, `, taken over in ${seconds(takenMs)}`),
    isKept,
  };
}

/** Row 5: an instance that was frozen for longer than its lease writes nothing stale when it wakes. */
export async function freezes(plan: Plan): Promise<Row> {
  const { world, isShort } = plan;
  const runs = isShort ? 1 : 20;
  const [sleeper, ...others] = await three(world, 'freezes');
  const caller = asking(plan, () => others.map(({ url }) => url));
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, 60);
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
    measured: told(found),
    isKept: isClean(found) && quietMs !== null,
  };
}

/** Row 6: PostgreSQL crashes under load, and the servers outlive it. */
export async function databaseCrashes(plan: Plan): Promise<Row> {
  const { world, isShort } = plan;
  const runs = isShort ? 2 : 10;
  const server = await world.instance('database');
  await server.start();
  const caller = asking(plan, () => [server.url]);
  let slowestMs = 0;
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, 60);
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
  const measured = told(found, `, ${crashes} server exits, ready again within ${seconds(slowestMs)}`);
  const isKept = isClean(found) && crashes === 0 && slowestMs <= 10_000 && quietMs !== null;
  return { promise: 'a crash of PostgreSQL loses nothing', runs, measured, isKept };
}

/** The id that one click was answered; null and a word in the log of this run when it was refused. */
async function click({ token }: World, url: string, serviceId: number): Promise<string | null> {
  const response = await fetch(`${url}/api/v1/${serviceId}/ping/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    // Long enough that it still runs when the last of the hundred comes.
    body: JSON.stringify({ pings: LONG }),
  });
  const answer = answerSchema.parse(await response.json());
  if (answer.data === null) console.error(`a click was answered ${response.status}: ${answer.message}`);
  return answer.data?.task_id ?? null;
}

/** Row 10: a hundred impatient clicks over three instances are one ping. */
export async function clicks({ world, random, isShort }: Plan): Promise<Row> {
  const runs = isShort ? 3 : 20;
  const all = await three(world, 'clicks');
  const urls = all.map(({ url }) => url);
  let split = 0;
  let refused = 0;
  const accepted: Accepted[] = [];
  for (let run = 0; run < runs; run += 1) {
    const serviceId = world.service(STABLE);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => click(world, urls[Math.floor(random() * 3)] ?? '', serviceId)),
    );
    const ids = new Set(answers.filter((taskId) => taskId !== null));
    refused += answers.filter((taskId) => taskId === null).length;
    if (ids.size !== 1) split += 1;
    for (const taskId of ids) accepted.push({ taskId, serviceId });
  }
  const { quietMs, found } = await conclude(world, accepted, 60_000);
  await endAll(all);
  const isKept = split + refused === 0 && isClean(found) && found.repeated === 0 && quietMs !== null;
  return {
    promise: '100 clicks are one ping',
    runs,
    measured: told(found, `, ${split} times more than one, ${refused} refused`),
    isKept,
  };
}
