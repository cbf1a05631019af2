import { noteSync, type Load } from '@/lib/db/directory-sync';
import { spend } from '@/lib/db/upstream-budget';
import type { LoadProblem } from '@/lib/domain/directory-load';
import type { ServicesAnswer } from '@/lib/wisphub/gateway';
import { callUpstream } from './call-upstream';
import type { System } from './context';
import { sleep } from './sleep';

const MOST_FAULTS = 5;
const FAULT_PAUSE_MS = 3000;
/** A pause may be longer than the time after which a load without a sign of life counts as dead. */
const BEAT_MS = 30_000;

/** A load of the directory as this process carries it. */
export type LoadRun = {
  system: System;
  load: Load;
  /** How far the current look is. */
  seen: number;
  /** True when a list of fewer than half of the known customers is to be believed. */
  believesShort: boolean;
};

/** Why a load stops: a problem, or that another instance has taken it over and this one must be silent. */
export type Stop = LoadProblem | 'taken';
export type ServicesRead = Extract<ServicesAnswer, { kind: 'services' }> & { readAt: Date };

/** Writes how far the load is; false when it is no longer ours. */
export async function note(run: LoadRun): Promise<boolean> {
  const at = run.system.now();
  if (!(await noteSync(run.system.db, run.load, run.seen, at))) return false;
  run.load = { ...run.load, beatAt: at };
  return true;
}

async function rest(run: LoadRun, until: Date): Promise<boolean> {
  for (;;) {
    const leftMs = until.getTime() - run.system.now().getTime();
    if (leftMs <= 0 || run.system.isDraining()) return true;
    await sleep(Math.min(leftMs, BEAT_MS));
    if (!(await note(run))) return false;
  }
}

function problemOf(answer: Exclude<ServicesAnswer, { kind: 'services' }>): LoadProblem {
  if (answer.kind === 'fault') return answer.failure.code;
  return answer.kind === 'slow_down' ? 'upstream_rate_limited' : 'upstream_unavailable';
}

/** One answer of WispHub, asked for within the budget and as often as its faults need; or why there is none. */
export async function askPatiently(
  run: LoadRun,
  ask: () => Promise<ServicesAnswer>,
): Promise<ServicesRead | Stop> {
  const { system } = run;
  let faults = 0;
  for (;;) {
    if (system.isDraining()) return 'stopped';
    const grant = await spend(system.db, 'sync', system.now, system.limits.ratePerMinute);
    if (!grant.granted) {
      if (!(await rest(run, grant.at))) return 'taken';
      continue;
    }
    const readAt = system.now();
    const answer = await callUpstream(system, grant, ask);
    if (answer.kind === 'services') return { ...answer, readAt };
    faults += 1;
    if (faults > MOST_FAULTS) return problemOf(answer);
    const pauseMs = answer.kind === 'fault' ? FAULT_PAUSE_MS : answer.retryAfterMs;
    const until = new Date(system.now().getTime() + pauseMs);
    if (!(await rest(run, until))) return 'taken';
  }
}
