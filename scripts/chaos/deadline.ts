import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pLimit from 'p-limit';
import { z } from 'zod';
import { answerWith, json, payload, type Respond } from '@/lib/wisphub/test-upstream';
import { seconds, type Plan, type Row } from './experiment';
import { goodAnswer, type Call } from './hostile-upstream';
import { openStage, type Stage } from './stage';

const GRACE_MS = 5000;
const SHORT_LIMIT_MS = 5000;
const LONG_LIMIT_MS = 20_000;

const task = (status: string, result: unknown = null) => json(200, { task: { id: 't', status, result } });

/** Ways in which a task says that it is not done. The unknown words are no state that anybody has documented. */
const NOT_DONE = {
  net: [
    ...['PENDING', 'PROCESS', 'STARTED', 'RETRY', 'DOING', '', 'SUCCESSFUL', 'DONE\u0000'].map((word) =>
      task(word),
    ),
    // A result beside it is no reason to believe it.
    task('PENDING', [{ 'ping-1': { host: '10.20.30.40', sent: '1', received: '0', status: 'timeout' } }]),
  ],
  v1: [
    answerWith(200, payload('v1-pending-documented.json')),
    answerWith(500, payload('v1-pending-observed-500.json')),
    answerWith(500, 'Internal Server Error', 'text/plain'),
    json(200, { ok: true, type: 'info', action: 'no_internet_yet', data: null, message: null, meta: null }),
    json(200, { ok: true, type: 'info', action: 'NO_INTERNET', data: null, message: null, meta: null }),
  ],
} satisfies Record<Call['dialect'], readonly Respond[]>;

const rowSchema = z.object({
  id: z.string(),
  state: z.string(),
  code: z.string().nullable(),
  verdict: z.string().nullable(),
  /** Milliseconds from the deadline to the end; null while it runs. */
  lateMs: z.coerce.number().nullable(),
});

async function rowsOf({ db }: Stage, limitMs: number): Promise<z.infer<typeof rowSchema>[]> {
  const { rows } = await db.execute(sql`
    select id, state, failure ->> 'code' as code, verdict, extract(epoch from finished_at
      - least(deadline_at, launched_at + make_interval(secs => ${limitMs / 1000}))) * 1000 as "lateMs"
    from pings`);
  return z.array(rowSchema).parse(rows);
}

type Found = { accepted: number; ended: number; worstMs: number; others: string[] };

/** How many of the pings of one dialect ended as they must, and how long after their deadline the last one did. */
async function neverDone(
  plan: Plan,
  dialect: Call['dialect'],
  count: number,
  limitMs: number,
): Promise<Found> {
  const looks = new Map<string, number>();
  const stage = await openStage(plan, {
    name: `deadline-${dialect}`,
    instances: 1,
    dialect,
    isOneOfSeveral: true,
    variables: { POLL_LIMIT_MS: String(limitMs), POLL_MAX_LOOKS: '100' },
    answerOf(call) {
      if (call.kind !== 'read') return goodAnswer(call);
      const look = (looks.get(call.target) ?? plan.random() * 100) + 1;
      looks.set(call.target, look);
      const answers = NOT_DONE[dialect];
      return answers[Math.floor(look) % answers.length] ?? goodAnswer(call);
    },
  });
  const [server] = stage.instances;
  if (server === undefined) throw new Error('no instance');
  const hand = pLimit(20);
  const asked = Array.from({ length: count }, (_, index) =>
    hand(() => stage.program(server, `/api/v1/${700_000 + index}/ping/`, { pings: 4 })),
  );
  const accepted = (await Promise.all(asked)).filter(({ status }) => status === 200).length;
  const endAt = performance.now() + limitMs + 4 * GRACE_MS;
  let rows = await rowsOf(stage, limitMs);
  while (rows.some(({ state }) => state === 'running') && performance.now() < endAt) {
    await sleep(100);
    rows = await rowsOf(stage, limitMs);
  }
  const worstMs = Math.max(...rows.map(({ lateMs }) => lateMs ?? Infinity));
  const shown = await Promise.all(
    rows.map(({ id }) => hand(() => stage.program(server, `/api/v1/ping/${id}/`))),
  );
  const ended = rows.filter(
    ({ state, code, verdict, lateMs }, index) =>
      state === 'failed' &&
      code === 'deadline' &&
      verdict === null &&
      lateMs !== null &&
      lateMs <= GRACE_MS &&
      shown[index]?.action === 'ping_failed',
  );
  const others = rows
    .filter((row) => !ended.includes(row))
    .map(({ state, code, verdict, lateMs }) => `${state} ${code ?? verdict} ${lateMs} ms`);
  return { accepted, ended: ended.length, worstMs, others };
}

/** Row 9: a task that never says it is done is a failure of ours to measure, and never a silent line. */
export async function deadline(plan: Plan): Promise<Row> {
  const limitMs = plan.isShort ? SHORT_LIMIT_MS : LONG_LIMIT_MS;
  const [packets, verdicts] = plan.isShort ? [60, 30] : [400, 200];
  const found = await Promise.all([
    neverDone(plan, 'net', packets, limitMs),
    neverDone(plan, 'v1', verdicts, limitMs),
  ]);
  const asked = packets + verdicts;
  const sum = (of: (one: Found) => number) => found.reduce((total, one) => total + of(one), 0);
  const ended = sum((one) => one.ended);
  const worstMs = Math.max(...found.map((one) => one.worstMs));
  const others = found.flatMap((one) => one.others);
  return {
    promise: 'a ping that never ends upstream fails at its deadline',
    runs: asked,
    accepted: sum((one) => one.accepted),
    lost: asked - ended,
    doubled: 0,
    measured: `${ended} of ${asked} failed with "deadline", the last ${seconds(worstMs)} after it, none with a verdict${others.map((line) => `\n        ${line}`).join('')}`,
    isKept: ended === asked && sum((one) => one.accepted) === asked,
  };
}
