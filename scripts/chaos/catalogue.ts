import { setTimeout as sleep } from 'node:timers/promises';
import type { UpstreamCall } from '@/lib/domain/upstream-call';
import { z } from 'zod';
import type { HostileAnswer } from '@/lib/wisphub/test-hostile-answers';
import type { Respond } from '@/lib/wisphub/test-upstream';
import { goodAnswer, taskOf, type Call } from './hostile-upstream';
import type { Instance } from './instance';
import type { Stage } from './stage';

/** A way to misbehave and how our own count of calls must name it; `ok` where the connection itself was in order. */
export type Case = HostileAnswer & { counted: string };

/** How many faults come in a row, so that a breaker, which opens after eight, never takes the place of a case. */
const FAULTS_TOGETHER = 6;

const LOOK_EVERY_MS = 150;

const OUTAGES: Partial<Record<HostileAnswer['code'], string>> = {
  upstream_html: 'html',
  upstream_server: 'server',
  upstream_bad_json: 'bad_json',
  upstream_network: 'network',
  upstream_timeout: 'timeout',
  upstream_too_large: 'too_large',
  upstream_auth: 'auth',
};

export const caseOf = (answer: HostileAnswer, counted = OUTAGES[answer.code] ?? 'ok'): Case => ({
  ...answer,
  counted,
});

/** Which call is answered how; everything else is answered well. Whoever was searched for once is in the list, too. */
export function script() {
  const customers = new Set(['1', '2', '3']);
  const told = new Set<string>();
  const cases = new Map<string, () => Case | undefined>();
  const counted = new Map<string, number>();
  const key = (kind: UpstreamCall, target: string) => `${kind} ${target}`;

  function note(call: Call, one: Case | undefined): void {
    // In this dialect a server error is how a task says that it goes on.
    const isAnswer = call.dialect === 'v1' && call.kind === 'read' && one?.counted === 'server';
    const name = `${call.kind} ${one === undefined || isAnswer ? 'ok' : one.counted}`;
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }

  return {
    set: (kind: UpstreamCall, target: string, one: Case) => void cases.set(key(kind, target), () => one),
    /** The same with a case of its own for each call; none for a good answer. */
    setNext: (kind: UpstreamCall, target: string, next: () => Case | undefined) =>
      void cases.set(key(kind, target), next),
    answerOf(call: Call): Respond {
      const one = cases.get(key(call.kind, call.target))?.();
      note(call, one);
      if (call.kind === 'list' && call.target !== 'all') customers.add(call.target);
      if (one !== undefined) return one.respond;
      if (call.kind === 'list')
        for (const id of call.target === 'all' ? customers : [call.target]) told.add(id);
      return goodAnswer(call, customers);
    },
    /** Every customer of whom a good answer has told so far, by the list or by a search for one. */
    told: (): ReadonlySet<string> => new Set(told),
    /** How often each kind of call met each outcome, by what was sent. */
    counted: () => new Map(counted),
  };
}

export type Script = ReturnType<typeof script>;

/** The same as the instance counted it. */
async function countedBy(stage: Stage, instance: Instance): Promise<Map<string, number>> {
  const line = /^pulso_upstream_call_seconds_count\{kind="(\w+)",outcome="(\w+)"\} (\d+)$/gm;
  const text = await stage.metrics(instance);
  return new Map(
    [...text.matchAll(line)].map(([, kind, outcome, count]) => [`${kind} ${outcome}`, Number(count)]),
  );
}

const createdSchema = z.object({ task_id: z.string() });
const detailsSchema = z.object({
  failure: z.object({ code: z.string() }).nullable(),
  verdict: z.string().nullable(),
  launch_uncertain: z.boolean(),
});

export type Ended = { action: string; code: string | null; isUncertain: boolean; ms: number };

/** Waits for the end of a ping, as a program does that asks again and again. */
export async function ended(
  stage: Stage,
  server: Instance,
  data: unknown,
  withinMs = 40_000,
): Promise<Ended> {
  const { task_id } = createdSchema.parse(data);
  const startedAt = performance.now();
  for (;;) {
    const { action, code, data: shown } = await stage.program(server, `/api/v1/ping/${task_id}/?details=1`);
    const ms = performance.now() - startedAt;
    const details = detailsSchema.safeParse(shown).data;
    // An answer without details is our own database's being slow, and says nothing of the ping.
    if (details === undefined && ms > withinMs) return { action, code, isUncertain: false, ms };
    if (details !== undefined && (action !== 'pending' || ms > withinMs)) {
      return { action, code: details.failure?.code ?? null, isUncertain: details.launch_uncertain, ms };
    }
    await sleep(LOOK_EVERY_MS);
  }
}

export type Findings = {
  runs: number;
  /** One line for each that did not end as it must. */
  wrong: string[];
  longestMs: number;
};

type Tool = { stage: Stage; server: Instance; script: Script; found: Findings; service: () => number };

const startPing = ({ stage, server }: Tool, id: number) =>
  stage.program(server, `/api/v1/${id}/ping/`, { pings: 4 });

function judge({ found }: Tool, what: string, isRight: boolean, seen: unknown, ms: number): void {
  found.runs += 1;
  found.longestMs = Math.max(found.longestMs, ms);
  if (!isRight) found.wrong.push(`${what}: ${JSON.stringify(seen)}`);
}

async function launchMeets(tool: Tool, one: Case): Promise<void> {
  const { stage, server, script, service } = tool;
  const id = service();
  script.set('launch', String(id), one);
  const { status, code, data, ms } = await startPing(tool, id);
  const what = `launch × ${one.name}`;
  if (!one.isLost) return judge(tool, what, status >= 400 && code === one.code, { status, code }, ms);
  if (status !== 200) return judge(tool, what, false, { status, code }, ms);
  const end = await ended(stage, server, data);
  const launches = stage.upstream.calls.filter(
    ({ kind, target }) => kind === 'launch' && target === String(id),
  );
  const isRight = end.code === 'launch_unknown' && end.isUncertain && launches.length === 2;
  judge(tool, what, isRight, { ...end, launches: launches.length }, Math.max(ms, end.ms / 2));
}

async function lookMeets(tool: Tool, one: Case): Promise<void> {
  const { stage, server, script, service } = tool;
  const id = service();
  script.set('read', taskOf(id), one);
  const { status, code, data } = await startPing(tool, id);
  if (status !== 200) return judge(tool, `look × ${one.name}`, false, { status, code }, 0);
  const end = await ended(stage, server, data);
  judge(tool, `look × ${one.name}`, end.action === 'ping_failed' && end.code === 'deadline', end, end.ms);
}

async function recordMeets(tool: Tool, one: Case): Promise<void> {
  const { stage, server, script, service } = tool;
  const id = service();
  script.set('list', String(id), one);
  const { status, data, ms } = await stage.person(server, `/api/v1/services/${id}/refresh/`, {});
  const outcome = z.object({ outcome: z.string() }).safeParse(data).data?.outcome;
  judge(tool, `record × ${one.name}`, outcome === 'unavailable', { status, outcome }, ms);
}

const MEETINGS = { launch: launchMeets, read: lookMeets, list: recordMeets };

/** A call of this kind that is answered well; after it, a breaker counts anew. */
export async function goodCall({ stage, server, service, found }: Tool, kind: UpstreamCall): Promise<void> {
  const id = service();
  const answered =
    kind === 'list'
      ? await stage.person(server, `/api/v1/services/${id}/refresh/`, {})
      : await stage.program(server, `/api/v1/${id}/ping/`, { pings: 4 });
  if (answered.status !== 200) {
    found.wrong.push(`a good ${kind}: ${answered.status} ${answered.code}`);
    return;
  }
  if (kind !== 'read') return;
  const end = await ended(stage, server, answered.data);
  if (end.action !== 'stable_connection') found.wrong.push(`a good look: ${JSON.stringify(end)}`);
}

/** Cases that may meet at once. A launch of unknown outcome is repeated, and so makes two faults. */
function batches(kind: UpstreamCall, cases: readonly Case[]): Case[][] {
  const made: Case[][] = [];
  let room = 0;
  // Those that end in a timeout wait together.
  for (const one of cases.toSorted((a, b) => a.code.localeCompare(b.code))) {
    const faults = kind === 'launch' && one.isLost ? 2 : 1;
    if (room < faults) {
      made.push([]);
      room = FAULTS_TOGETHER;
    }
    made.at(-1)?.push(one);
    room -= faults;
  }
  return made;
}

/** Has one kind of call meet each case, and checks after every few that a good answer is still understood. */
export async function meetAll(tool: Tool, kind: UpstreamCall, cases: readonly Case[]): Promise<void> {
  for (const batch of batches(kind, cases)) {
    await Promise.all(batch.map((one) => MEETINGS[kind](tool, one)));
    await goodCall(tool, kind);
  }
}

/** What one instance makes of every case, for each kind of call. */
export function toolOf(stage: Stage, script: Script, firstService: number): Tool {
  const [server] = stage.instances;
  if (server === undefined) throw new Error('a stage without an instance');
  let service = firstService;
  const found: Findings = { runs: 0, wrong: [], longestMs: 0 };
  return { stage, server, script, found, service: () => (service += 1) };
}

export type { Tool };

/** Compares what was sent with what the instance counted, outcome by outcome. */
export async function compareCounts({ stage, server, script, found }: Tool): Promise<void> {
  const counted = await countedBy(stage, server);
  for (const [name, sent] of script.counted()) {
    if (counted.get(name) !== sent)
      found.wrong.push(`${name}: sent ${sent}, counted ${counted.get(name) ?? 0}`);
  }
}
