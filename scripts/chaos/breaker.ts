import { setTimeout as sleep } from 'node:timers/promises';
import { upstreamItemSchema } from '@/lib/domain/upstream-item';
import { UPSTREAM_CALLS, type UpstreamCall } from '@/lib/domain/upstream-call';
import { json, type Respond } from '@/lib/wisphub/test-upstream';
import { seconds, type Plan, type Row } from './experiment';
import { goodAnswer, nowMs, type Call } from './hostile-upstream';
import type { Instance } from './instance';
import { openStage, type Stage } from './stage';

const OPENS_AFTER = 8;
const PROBE_EVERY_MS = 10_000;
/** Probes are counted where they arrive, which is a little later or earlier than where they are let through. */
const JITTER_MS = 150;
/** Calls that were sent before the breaker opened may still arrive. */
const IN_FLIGHT_MS = 1000;
const SHOWN_WITHIN_MS = 5000;
const RECOVERED_WITHIN_MS = 15_000;
/** A rate that real use would have, so that a budget wasted in the outage would show after it. */
const RATE = 300;

const reset: Respond = (response) => response.destroy();

/** What the mark in the header of the desk says; see `components/shell/upstream-status.tsx`. */
async function isShownDown(stage: Stage, instance: Instance): Promise<boolean> {
  const { data } = await stage.person(instance, '/api/v1/upstream/');
  const { paused, last_fault_at: fault, last_ok_at: ok } = upstreamItemSchema.parse(data);
  return paused || (fault !== null && (ok === null || fault > ok));
}

/** Wants every kind of call on every instance, like a desk at work, until it is stopped. */
function keepBusy(stage: Stage): () => void {
  let over = false;
  let service = 500_000;
  const repeat = async (everyMs: number, work: () => Promise<unknown>) => {
    while (!over) {
      await work().catch(() => {});
      await sleep(everyMs);
    }
  };
  for (const instance of stage.instances) {
    void repeat(700, () => stage.program(instance, `/api/v1/${(service += 1)}/ping/`, { pings: 4 }));
    void repeat(700, () => stage.person(instance, `/api/v1/services/${(service += 1)}/refresh/`, {}));
  }
  return () => {
    over = true;
  };
}

/** Milliseconds until each instance passes; null when one did not in time. */
async function allWithin(
  stage: Stage,
  withinMs: number,
  passes: (instance: Instance) => Promise<boolean> | boolean,
): Promise<number | null> {
  const startedAt = nowMs();
  const one = async (instance: Instance) => {
    while (nowMs() - startedAt < withinMs) {
      if (await passes(instance)) return nowMs() - startedAt;
      await sleep(100);
    }
    return null;
  };
  const took = await Promise.all(stage.instances.map(one));
  return took.includes(null) ? null : Math.max(...took.map((ms) => ms ?? 0));
}

type Probes = { probes: number; early: number; isOpened: boolean };

/** The calls of one kind that one instance made in the outage, after its breaker must have opened. */
function probesOf(calls: readonly Call[]): Probes {
  const opened = calls[OPENS_AFTER - 1];
  if (opened === undefined) return { probes: 0, early: 0, isOpened: false };
  const later = calls.slice(OPENS_AFTER).filter(({ at }) => at > opened.at + IN_FLIGHT_MS);
  const before = [opened, ...later];
  const early = later.filter(({ at }, index) => at - (before[index]?.at ?? 0) < PROBE_EVERY_MS - JITTER_MS);
  return { probes: later.length, early: early.length, isOpened: true };
}

/** Row 13: a dead upstream is neither hammered nor waited for, the desk says so, and goes on by itself. */
export async function breaker(plan: Plan): Promise<Row> {
  const outageMs = plan.isShort ? 17_000 : 120_000;
  let isDown = false;
  let holdsTasks = true;
  const stage = await openStage(plan, {
    name: 'breaker',
    instances: plan.isShort ? 2 : 3,
    variables: {
      WISPHUB_RATE_PER_MINUTE: String(RATE),
      POLL_LIMIT_MS: '300000',
      POLL_MAX_LOOKS: '100',
      POLL_MIN_MS: '2000',
      POLL_MAX_MS: '3000',
      LOG_LEVEL: 'error',
    },
    answerOf: (call) => {
      if (isDown) return reset;
      const goesOn = call.kind === 'read' && holdsTasks;
      return goesOn ? json(200, { task: { id: 't', status: 'PENDING', result: null } }) : goodAnswer(call);
    },
  });
  const { calls } = stage.upstream;
  const ask = async (index: number) => {
    const instance = stage.instances[index % stage.instances.length];
    if (instance) await stage.program(instance, `/api/v1/${400_000 + index}/ping/`, { pings: 4 });
  };
  // Tasks under way, so that there is something to look at while nothing can be launched.
  await Promise.all(Array.from({ length: 24 }, (_, index) => ask(index)));
  const stop = keepBusy(stage);
  const [downFrom, downAt] = [calls.length, nowMs()];
  isDown = true;
  const shownMs = await allWithin(stage, SHOWN_WITHIN_MS, (instance) => isShownDown(stage, instance));
  await sleep(downAt + outageMs - nowMs());
  const outage = calls.slice(downFrom);
  const upFrom = calls.length;
  isDown = false;
  holdsTasks = false;
  const has = (instance: Instance, kind: UpstreamCall) =>
    calls.slice(upFrom).some((call) => call.kind === kind && call.key === stage.keyOf(instance));
  const recoveredMs = await allWithin(
    stage,
    RECOVERED_WITHIN_MS,
    async (instance) =>
      UPSTREAM_CALLS.every((kind) => has(instance, kind)) && !(await isShownDown(stage, instance)),
  );
  stop();
  const probes = stage.instances.flatMap((instance) =>
    UPSTREAM_CALLS.map((kind) =>
      probesOf(outage.filter((call) => call.kind === kind && call.key === stage.keyOf(instance))),
    ),
  );
  const early = probes.reduce((sum, one) => sum + one.early, 0);
  const opened = probes.filter(({ isOpened }) => isOpened).length;
  const most = Math.max(...probes.map((one) => one.probes));
  return {
    promise: 'an upstream that is down is tried once in ten seconds',
    runs: 1,
    accepted: null,
    lost: null,
    doubled: null,
    measured:
      `down for ${seconds(outageMs)}: ${opened} of ${probes.length} breakers opened (${stage.instances.length} instances × 3 kinds),` +
      ` at most ${most} probes each, ${early} too early; shown in ${seconds(shownMs)}, recovered in ${seconds(recoveredMs)}`,
    isKept: early === 0 && opened === probes.length && shownMs !== null && recoveredMs !== null,
  };
}
