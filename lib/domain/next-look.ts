import { nextLookDelayMs, type Polling } from './polling';
import { endedBy, type TaskTimes } from './task-times';

/** Where the looks at one task stand; times in milliseconds from its launch. */
export type LookState = {
  looks: number;
  nowMs: number;
  /** When the last look was asked, from which its pause counts; 0 when nobody has looked. */
  askedMs: number;
  /** The last moment at which the task was seen unfinished; 0 when it never was. */
  unfinishedMs: number;
};

/** What a look costs, in milliseconds of waiting that it must save. */
const LOOK_COST_MS = 20;
/** Longer waiting counts as so much, in milliseconds: whoever waits that long has noticed. */
const FELT_MS = 1000;
/** Of tasks that outlive nearly all that were seen nothing is known: the documented pace goes on. */
const OUTLIVED = 0.02;
/** A first look at the best moment says "done by then", for ever: now and then an earlier one is tried, at least so often. */
const LEAST_TRIED = 0.05;
/** After so many tasks of a kind, every second first look is still a trial. */
const TRIED_TASKS = 3;
/** A trial comes when this share of the tasks is thought to have ended, or later, and before the best moment. */
const TRIED_SHARE = 0.1;
const TRIED_PART = 0.95;

type Window = { fromMs: number; toMs: number };

/** The moments from which the next look may be chosen. */
function windowOf({ looks, nowMs, askedMs }: LookState, polling: Polling): Window {
  const { firstMs, minMs, maxMs, maxLooks, limitMs } = polling;
  // The looks that are left must reach the limit, or a slow task would be given up before its time.
  const sparingMs = limitMs - (maxLooks - looks - 1) * maxMs;
  if (looks === 0) return { fromMs: firstMs, toMs: Math.max(firstMs, limitMs) };
  const toMs = Math.max(nowMs, askedMs + maxMs);
  return { fromMs: Math.min(Math.max(nowMs, askedMs + minMs, sparingMs), toMs), toMs };
}

/** What is known, read at any step: later than the last one every task has ended. */
type Known = {
  stepMs: number;
  steps: number;
  ended: (step: number) => number;
  area: (step: number) => number;
};

function knownOf(times: TaskTimes): Known {
  const ended = endedBy(times);
  const steps = ended.length - 1;
  const area = new Float64Array(steps + 1);
  for (let step = 1; step <= steps; step += 1) {
    area[step] = (area[step - 1] ?? 0) + (((ended[step - 1] ?? 0) + (ended[step] ?? 0)) / 2) * times.stepMs;
  }
  return {
    stepMs: times.stepMs,
    steps,
    ended: (step) => (step >= steps ? 1 : (ended[step] ?? 0)),
    area: (step) => (step > steps ? (area[steps] ?? 0) + (step - steps) * times.stepMs : (area[step] ?? 0)),
  };
}

/**
 * Waiting that a look at one step leaves to those tasks that ended since another, weighted by how many they are. One that
 * waits long counts as if it had waited `FELT_MS`: otherwise all would be looked at late for the sake of a few.
 */
function waiting({ area, ended, stepMs }: Known, from: number, to: number): number {
  const since = Math.max(from, to - Math.round(FELT_MS / stepMs));
  return area(to) - area(since) - ended(from) * (to - since) * stepMs;
}

/**
 * For each step, what is still to come after a look there that found the task unfinished: the expected waiting and the
 * cost of the looks, when each further one is placed best. Backwards, because each step needs those after it.
 */
function costsAfter(known: Known, { minMs, maxMs }: Polling): Float64Array {
  const near = Math.max(1, Math.ceil(minMs / known.stepMs));
  const far = Math.max(near, Math.floor(maxMs / known.stepMs));
  const costs = new Float64Array(known.steps + 1);
  for (let from = known.steps - 1; from >= 0; from -= 1) {
    let least = Infinity;
    for (let to = from + near; to <= from + far; to += 1) {
      least = Math.min(least, waiting(known, from, to) + (costs[to] ?? 0));
      if (to >= known.steps) break;
    }
    costs[from] = least + (1 - known.ended(from)) * LOOK_COST_MS;
  }
  return costs;
}

/** The moment of the next look after which the waiting and the looks to come are expected to cost least. */
function bestMomentMs(known: Known, { unfinishedMs }: LookState, window: Window, polling: Polling): number {
  const costs = costsAfter(known, polling);
  const stepOf = (ms: number) => Math.floor(ms / known.stepMs);
  const since = Math.min(stepOf(unfinishedMs), known.steps);
  const first = Math.ceil(window.fromMs / known.stepMs);
  let [best, least] = [first, Infinity];
  for (let step = first; step <= Math.max(first, Math.min(stepOf(window.toMs), known.steps)); step += 1) {
    const cost = waiting(known, since, step) + (costs[step] ?? 0);
    if (cost < least) [best, least] = [step, cost];
  }
  return best * known.stepMs;
}

/** The moment by which this share of the tasks has ended. */
function momentMs(known: Known, share: number): number {
  let step = 0;
  while (step < known.steps && known.ended(step) < share) step += 1;
  return step * known.stepMs;
}

/**
 * Milliseconds from now to the next look at a task. The first look comes no earlier than `firstMs` after the launch,
 * and later ones between `minMs` and `maxMs` after the one before was asked, whatever is known; at once where WispHub took
 * longer than that to answer.
 * @param times how long such tasks take; null when nobody knows, and then the documented pace is kept
 * @param random a number from 0 to 1
 */
export function nextLookInMs(
  state: LookState,
  random: number,
  polling: Polling,
  times: TaskTimes | null,
): number {
  const documentedMs = nextLookDelayMs(state.looks, random, polling);
  if (times === null) return documentedMs;
  const known = knownOf(times);
  const window = windowOf(state, polling);
  const within = (ms: number) => Math.round(Math.min(Math.max(ms, window.fromMs), window.toMs) - state.nowMs);
  const since = Math.min(Math.floor(state.unfinishedMs / known.stepMs), known.steps);
  if (1 - known.ended(since) < OUTLIVED) return within(state.nowMs + documentedMs);
  const bestMs = bestMomentMs(known, state, window, polling);
  const tried = Math.max(LEAST_TRIED, TRIED_TASKS / (TRIED_TASKS + times.seen));
  if (state.looks > 0 || random >= tried) return within(bestMs);
  const earliestMs = Math.min(momentMs(known, TRIED_SHARE), bestMs * TRIED_PART);
  return within(earliestMs + ((bestMs - earliestMs) * random) / tried);
}
