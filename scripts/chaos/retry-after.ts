import { setTimeout as sleep } from 'node:timers/promises';
import { UPSTREAM_CALLS, type UpstreamCall } from '@/lib/domain/upstream-call';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { json } from '@/lib/wisphub/test-upstream';
import { seconds, type Plan, type Row } from './experiment';
import { goodAnswer, nowMs } from './hostile-upstream';
import { openStage, type Stage } from './stage';

const MOST_MS = 300_000;
const DEFAULT_MS = 5000;
/** What was granted before the first 429 arrived may still be on its way. */
const IN_FLIGHT_MS = 1000;
const RESUMED_WITHIN_MS = 10_000;

type Form = {
  name: string;
  /** The header; null for none. */
  header: () => string | null;
  /** How long the header asks for silence. */
  askedMs: number;
  /** How much of it is watched; the rest is read from the database. */
  watchedMs: number;
};

const form = (name: string, header: () => string | null, askedMs: number, watchedMs = askedMs): Form => ({
  name,
  header,
  askedMs,
  watchedMs,
});

/** A date names a whole second, so a little less than asked may be left of it. */
const inSeconds = (count: number) => new Date(Date.now() + count * 1000).toUTCString();

function formsOf(isShort: boolean): Form[] {
  const capped = isShort ? 3000 : MOST_MS;
  const forms = [
    form('seconds', () => '3', 3000),
    form('a date', () => inSeconds(5), 4000),
    form('missing', () => null, DEFAULT_MS),
    form('absurd', () => '99999999', MOST_MS, capped),
  ];
  if (isShort) return forms;
  return [
    ...forms,
    form('a word', () => 'soon', DEFAULT_MS),
    form('a negative number', () => '-5', DEFAULT_MS),
    form('1e999', () => '1e999', DEFAULT_MS),
    form('a date that has passed', () => inSeconds(-3600), DEFAULT_MS),
    form('a date in years', () => inSeconds(1e9), MOST_MS, 20_000),
    form('40 seconds', () => '40', 40_000),
  ];
}

/** Refuses from the first call of its kind on, `until` milliseconds long. */
type Silence = { header: () => string | null; kind: UpstreamCall; firstAt: number | null; until: number };

/** Keeps all kinds of calls wanted on every instance until it is stopped. */
function keepBusy(stage: Stage): () => void {
  let over = false;
  let service = 600_000;
  const repeat = async (work: () => Promise<unknown>) => {
    while (!over) {
      const before = stage.upstream.calls.length;
      await work().catch(() => {});
      // In a silence of minutes thousands of pings would gather.
      await sleep(stage.upstream.calls.length > before ? 50 : 500);
    }
  };
  for (const instance of stage.instances) {
    void repeat(() => stage.program(instance, `/api/v1/${(service += 1)}/ping/`, { pings: 4 }));
    void repeat(() => stage.person(instance, `/api/v1/services/${(service += 1)}/refresh/`, {}));
  }
  return () => {
    over = true;
  };
}

async function until(isTrue: () => boolean, withinMs: number): Promise<boolean> {
  const endAt = nowMs() + withinMs;
  while (!isTrue() && nowMs() < endAt) await sleep(10);
  return isTrue();
}

async function blockedMs({ db }: Stage): Promise<number> {
  const { rows } = await db.execute(
    sql`select extract(epoch from blocked_until - now()) * 1000 as ms from upstream_state`,
  );
  return z.array(z.object({ ms: z.coerce.number() })).parse(rows)[0]?.ms ?? 0;
}

const unblock = ({ db }: Stage) => db.execute(sql`update upstream_state set blocked_until = null`);

type Found = { early: number; inFlight: number; resumedMs: number | null; isCapRight: boolean };

/** One 429 to a call of this kind, and what came before the silence that it asked for was over. */
async function oneSilence(
  stage: Stage,
  arm: (silence: Silence) => void,
  kind: UpstreamCall,
  form: Form,
): Promise<Found> {
  const { calls } = stage.upstream;
  // Each form meets a desk at work, and not one that has just woken.
  const had = calls.length;
  await until(
    () => UPSTREAM_CALLS.every((one) => calls.slice(had).some((call) => call.kind === one)),
    RESUMED_WITHIN_MS,
  );
  const silence: Silence = { header: form.header, kind, firstAt: null, until: form.watchedMs };
  arm(silence);
  await until(() => silence.firstAt !== null, 20_000);
  const from = silence.firstAt ?? nowMs();
  await sleep(from + form.watchedMs - nowMs());
  const isCapRight =
    form.watchedMs === form.askedMs || (await blockedMs(stage)) > form.askedMs - form.watchedMs - 5000;
  const early = calls.filter(({ at }) => at > from + IN_FLIGHT_MS && at < from + form.watchedMs).length;
  const inFlight = calls.filter(({ at }) => at > from && at <= from + IN_FLIGHT_MS).length;
  if (form.watchedMs < form.askedMs) await unblock(stage);
  const endedAt = nowMs();
  const isBack = await until(() => calls.some(({ at }) => at > endedAt), RESUMED_WITHIN_MS);
  const resumedMs = isBack ? nowMs() - endedAt : null;
  return { early, inFlight, resumedMs, isCapRight };
}

/** Row 12: whoever is asked to wait waits, on every instance and for every kind of call. */
export async function retryAfter(plan: Plan): Promise<Row> {
  let silence: Silence | null = null;
  const stage = await openStage(plan, {
    name: 'retry-after',
    instances: plan.isShort ? 2 : 3,
    variables: { POLL_LIMIT_MS: '600000', POLL_MAX_LOOKS: '100' },
    answerOf(call) {
      if (silence === null || (silence.firstAt === null && call.kind !== silence.kind)) {
        // Half of the tasks go on, so that there is always somebody who wants to look.
        return call.kind === 'read' && plan.random() < 0.5
          ? json(200, { task: { id: 't', status: 'PENDING', result: null } })
          : goodAnswer(call);
      }
      silence.firstAt ??= call.at;
      if (call.at > silence.firstAt + silence.until) return goodAnswer(call);
      const header = silence.header();
      return json(429, {}, header === null ? {} : { 'retry-after': header });
    },
  });
  const stop = keepBusy(stage);
  const found: (Found & { name: string })[] = [];
  for (const [index, one] of formsOf(plan.isShort).entries()) {
    const kind = UPSTREAM_CALLS[index % UPSTREAM_CALLS.length] ?? 'launch';
    const arm = (next: Silence) => (silence = next);
    found.push({ name: one.name, ...(await oneSilence(stage, arm, kind, one)) });
    silence = null;
  }
  stop();
  const sum = (of: (one: Found) => number) => found.reduce((total, one) => total + of(one), 0);
  const early = sum((one) => one.early);
  const slowest = Math.max(...found.map(({ resumedMs }) => resumedMs ?? Infinity));
  const wrong = found
    .filter((one) => one.early > 0 || !one.isCapRight || one.resumedMs === null)
    .map(({ name }) => name);
  return {
    promise: 'nobody calls before the end of a Retry-After',
    runs: found.length,
    accepted: null,
    lost: null,
    doubled: null,
    measured:
      `${early} requests before the end over ${stage.instances.length} instances (${found.map(({ name }) => name).join(', ')}),` +
      ` ${sum((one) => one.inFlight)} were on their way already, back at work within ${seconds(slowest)}` +
      (wrong.length > 0 ? `; wrong: ${wrong.join(', ')}` : ''),
    isKept: wrong.length === 0,
  };
}
