import { compareSince, markVanished, selectUnseen } from '@/lib/db/directory-rows';
import { beginSync, endSync, readSync } from '@/lib/db/directory-sync';
import { upsertServices } from '@/lib/db/services';
import { isBelievable, loadProblemMessage, type LoadProblem, type Look } from '@/lib/domain/directory-load';
import type { Gateway } from '@/lib/wisphub/gateway';
import { askPatiently, note, type LoadRun, type Stop } from './ask-patiently';
import type { System } from './context';

/** WispHub gives no more than this at once. */
const BLOCK = 300;
/** Up to this many customers that the list left out are asked for one by one; for more, the list is read once more. */
const MOST_ASKED = 200;
const FIND_TIMEOUT_MS = 10_000;
const MARK_BLOCK = 1000;

type List = NonNullable<Gateway['directory']>;
type Step = Stop | null;

async function goTo(run: LoadRun, look: Look, expected: number | null): Promise<Step> {
  run.load = { ...run.load, look, offset: 0, expected };
  run.seen = 0;
  return (await note(run)) ? null : 'taken';
}

/** Reads the customer list to its end in blocks, advancing by what was received and never following a link. */
async function readList(run: LoadRun, list: List): Promise<Stop | { unreadable: number }> {
  const ids = new Set<number>();
  let unreadable = 0;
  for (;;) {
    const block = await askPatiently(run, () => list.list(run.load.offset, BLOCK));
    if (typeof block === 'string') return block;
    await upsertServices(run.system.db, block.services, block.readAt);
    const known = ids.size;
    for (const { serviceId } of block.services) ids.add(serviceId);
    // A list that ignores the offset would otherwise be read for ever.
    if (block.more && ids.size === known) return 'repeated';
    unreadable += block.received - block.services.length;
    const offset = run.load.offset + block.received;
    run.load = { ...run.load, offset, expected: block.count ?? run.load.expected };
    run.seen = offset;
    if (!(await note(run))) return 'taken';
    if (!block.more) return { unreadable };
  }
}

/** The first look, and whether it saw enough to go straight to those it left out. */
async function lookOnce(run: LoadRun, list: List): Promise<Step> {
  const read = await readList(run, list);
  if (typeof read === 'string') return read;
  const { load, system } = run;
  const compared = await compareSince(system.db, load.startedAt);
  if (!run.believesShort && !isBelievable(compared)) return 'shrunk';
  const isShort = load.expected !== null && compared.seen + read.unreadable < load.expected;
  return goTo(run, isShort || compared.unseen > MOST_ASKED ? 2 : 3, null);
}

async function lookAgain(run: LoadRun, list: List): Promise<Step> {
  const read = await readList(run, list);
  return typeof read === 'string' ? read : goTo(run, 3, null);
}

/** Asks for each of a few customers that no look has listed, and marks those that WispHub does not know. */
async function askOneByOne(run: LoadRun, list: List, ids: readonly number[]): Promise<Step> {
  const { db, now } = run.system;
  run.load = { ...run.load, expected: ids.length };
  for (const id of ids) {
    const answer = await askPatiently(run, () => list.find(id, FIND_TIMEOUT_MS));
    if (typeof answer === 'string') return answer;
    await upsertServices(db, answer.services, answer.readAt);
    // An answer with other customers, or with a record that cannot be read, says nothing about this one.
    if (answer.received === 0) await markVanished(db, [id], { since: run.load.startedAt, at: now() });
    run.seen += 1;
    if (!(await note(run))) return 'taken';
  }
  return null;
}

async function markAll(run: LoadRun): Promise<Step> {
  const { db, now } = run.system;
  const since = run.load.startedAt;
  for (;;) {
    const ids = await selectUnseen(db, since, MARK_BLOCK);
    if (ids.length === 0) return null;
    await markVanished(db, ids, { since, at: now() });
    if (!(await note(run))) return 'taken';
  }
}

/** Those whom no look has listed: gone from WispHub, or only missed. */
async function lookForTheRest(run: LoadRun, list: List): Promise<Step> {
  const since = run.load.startedAt;
  if (!run.believesShort && !isBelievable(await compareSince(run.system.db, since))) return 'shrunk';
  const ids = await selectUnseen(run.system.db, since, MOST_ASKED + 1);
  return ids.length > MOST_ASKED ? markAll(run) : askOneByOne(run, list, ids);
}

const LOOKS = { 1: lookOnce, 2: lookAgain, 3: lookForTheRest } satisfies Record<Look, unknown>;

async function lookToTheEnd(run: LoadRun, list: List): Promise<Step> {
  for (;;) {
    const { look } = run.load;
    const stop = await LOOKS[look](run, list);
    if (stop !== null || look === 3) return stop;
  }
}

/** The same; a load that throws is let go, or nobody could go on with it until it counts as dead. */
async function lookOrLetGo(run: LoadRun, list: List): Promise<Step> {
  const { db, now } = run.system;
  try {
    return await lookToTheEnd(run, list);
  } catch (error) {
    await endSync(db, run.load, { problem: 'internal', goesOn: true, at: now() }).catch(() => {});
    throw error;
  }
}

/** A load that ends so begins anew; every other one goes on where it was. */
const FINAL: readonly LoadProblem[] = ['repeated', 'shrunk'];

export type LoadOutcome = 'loaded' | 'unsupported' | 'busy' | Stop;

/**
 * Loads the directory from WispHub, or goes on with a load that was cut off; `busy` while some instance is doing so. What
 * was read stays whatever happens, and a load that fails marks nobody.
 */
export async function loadDirectory(system: System, believesShort = false): Promise<LoadOutcome> {
  const list = system.wisphub.directory;
  if (list === null) return 'unsupported';
  const load = await beginSync(system.db, system.now());
  if (load === null) return 'busy';
  const run: LoadRun = { system, load, seen: load.look === 3 ? 0 : load.offset, believesShort };
  const problem = await lookOrLetGo(run, list);
  if (problem === 'taken') return problem;
  const goesOn = problem !== null && !FINAL.includes(problem);
  await endSync(system.db, run.load, { problem, goesOn, at: system.now() });
  if (problem === null) return 'loaded';
  system.log.warn({ problem }, 'the directory could not be loaded completely');
  return problem;
}

/** The queue's job: nothing to do when a load has ended since it was asked for. Throws where it is worth another try. */
export async function carryOutSync(system: System, askedAt: Date, believesShort = false): Promise<void> {
  const { finishedAt } = await readSync(system.db, system.now());
  if (finishedAt !== null && finishedAt > askedAt) return;
  const outcome = await loadDirectory(system, believesShort);
  if (outcome === 'loaded' || outcome === 'unsupported' || outcome === 'taken') return;
  if (outcome === 'busy') throw new Error('another instance is loading the directory');
  if (!FINAL.includes(outcome)) throw new Error(loadProblemMessage(outcome));
}
