import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { asking, bound, conclude, foundOf, isClean, seconds, type Plan, type Row } from './experiment';
import { startFaultProxy, type Fault } from './fault-proxy';
import type { Instance } from './instance';
import { signIn } from './sign-in';
import { untilBusy } from './witness';
import type { World } from './world';

const ANSWERED_WITHIN_MS = 5000;
const READY_WITHIN_MS = 10_000;
/** So long is waited for it, whatever is promised. */
const PATIENCE_FOR_READY_MS = 60_000;
/** Nobody waits longer for an answer that does not come. */
const PATIENCE_MS = 30_000;
/** A service that no other experiment pings. */
const LINE = 900_001_001;
/** So much of an answer comes before the silence, once: the middle of a row. */
const MIDDLE = 40;

type Request = { path: string; method?: 'POST'; body?: string; headers: Record<string, string> };

type Answer = { path: string; status: number; ms: number; text: string };

const envelopeSchema = z.object({
  ok: z.literal(false),
  message: z.string(),
  meta: z.looseObject({ code: z.literal('database_unavailable') }),
});

/** What people and programs ask for: health, reads, a ping, and pages. */
function requestsOf({ token }: World, cookie: string): Request[] {
  const program = { authorization: `Bearer ${token}` };
  const person = { cookie };
  const reads = ['pings/?limit=5', 'services/?q=ana', `services/${LINE}/`, 'history/', 'profile/'];
  return [
    { path: '/api/health/ready', headers: {} },
    { path: '/api/v1/ping/00000000-0000-4000-8000-000000000000/', headers: program },
    ...reads.map((read) => ({ path: `/api/v1/${read}`, headers: person })),
    {
      path: `/api/v1/${LINE}/ping/`,
      method: 'POST',
      body: '{"pings":4}',
      headers: { ...program, 'content-type': 'application/json' },
    },
    ...['/', '/history', `/services/${LINE}`].map((path) => ({ path, headers: person })),
    { path: '/sign-in', headers: {} },
  ];
}

async function send({ url }: Instance, { path, ...request }: Request): Promise<Answer> {
  const startedAt = performance.now();
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(`${url}${path}`, { ...request, redirect: 'manual', signal });
    const text = await response.text();
    return { path, status: response.status, ms: performance.now() - startedAt, text };
  } catch {
    return { path, status: 0, ms: performance.now() - startedAt, text: '' };
  }
}

/** Says what is wrong, in a way that its reader understands. */
function isClear({ path, text }: Answer): boolean {
  if (path.startsWith('/api/health/')) return text.includes('"database":false');
  if (!path.startsWith('/api/')) return text.includes('La base de datos de Pulso no responde');
  try {
    return envelopeSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

const isRight = (answer: Answer, withinMs: number) =>
  answer.status === 503 && answer.ms <= withinMs && isClear(answer);

/** How long until the server is ready again; null when it is not. */
async function untilReady(server: Instance): Promise<number | null> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < PATIENCE_FOR_READY_MS) {
    if (await server.isReady()) return performance.now() - startedAt;
    await sleep(50);
  }
  return null;
}

/** Row 7: the database is there and says nothing, from one moment on or in the middle of an answer. */
export async function silentDatabase(plan: Plan): Promise<Row> {
  const { world, scope, isShort } = plan;
  const runs = isShort ? 2 : 10;
  const withinMs = bound(plan, ANSWERED_WITHIN_MS);
  const url = new URL(world.databaseUrl);
  const proxy = await startFaultProxy({ port: Number(url.port) });
  scope.defer(proxy.close);
  url.port = String(proxy.port);
  const server = await world.instance('silent', { DATABASE_URL: url.href });
  await server.start();
  const requests = requestsOf(world, await signIn(world));
  const caller = asking(plan, () => [server.url], 15);
  const wrong: Answer[] = [];
  let [asked, slowestMs, backMs] = [0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, 10);
    const silence: Fault = { kind: 'silence', afterBytes: run % 2 === 0 ? 0 : MIDDLE };
    // It begins at the moment at which a launch is committed, the one that must not be lost.
    await proxy.arm(silence, ({ piece }) => piece.includes('insert into "pings"'));
    // Twice, because those who come later must not wait any more.
    for (let time = 0; time < 2; time += 1) {
      const answers = await Promise.all(requests.map((request) => send(server, request)));
      asked += answers.length;
      slowestMs = Math.max(slowestMs, ...answers.map(({ ms }) => ms));
      wrong.push(...answers.filter((answer) => !isRight(answer, withinMs)));
    }
    proxy.set({ kind: 'none' });
    backMs = Math.max(backMs, (await untilReady(server)) ?? Infinity);
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, 120_000);
  const crashes = server.crashes();
  server.signal('SIGTERM');
  await server.ended();
  for (const { path, status, ms, text } of wrong)
    console.error(`${path} was answered ${status} after ${seconds(ms)}: ${text.slice(0, 200)}`);
  const isBack = backMs <= bound(plan, READY_WITHIN_MS) && quietMs !== null;
  return {
    promise: 'a silent database is told at once',
    runs,
    ...foundOf(
      found,
      `, ${asked} requests, ${wrong.length} not answered 503 in ${withinMs / 1000} s, slowest ${seconds(slowestMs)}, ready again within ${seconds(backMs)}`,
    ),
    isKept: isClean(found) && wrong.length + crashes === 0 && isBack,
  };
}
