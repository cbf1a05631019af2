import { setTimeout as sleep } from 'node:timers/promises';
import { isNull } from 'drizzle-orm';
import { services } from '@/lib/db/schema';
import { directoryItemSchema, type DirectoryItem } from '@/lib/domain/directory-item';
import { goodCall, type Case, type Tool } from './catalogue';

/** After so many faults in a row a load gives up. */
const MOST_FAULTS = 6;
const LOAD_WITHIN_MS = 120_000;
/** So long a customer of whom WispHub has just told may take to be written down. */
const WRITTEN_WITHIN_MS = 10_000;

async function directoryOf({ stage, server }: Tool): Promise<DirectoryItem> {
  return directoryItemSchema.parse((await stage.person(server, '/api/v1/directory/')).data);
}

async function until(
  tool: Tool,
  isReached: (directory: DirectoryItem) => boolean,
  withinMs = LOAD_WITHIN_MS,
): Promise<DirectoryItem> {
  const endAt = performance.now() + withinMs;
  for (;;) {
    const directory = await directoryOf(tool);
    if (isReached(directory) || performance.now() > endAt) return directory;
    await sleep(100);
  }
}

const askForLoad = ({ stage, server }: Tool) => stage.person(server, '/api/v1/directory/sync/', {});

/** A load that ends well. One that failed is tried again by itself only after a minute, so this one is asked for. */
export async function goodLoad(tool: Tool): Promise<DirectoryItem> {
  let directory = await directoryOf(tool);
  const isWell = ({ running, error, finished_at: finishedAt }: DirectoryItem) =>
    !running && error === null && finishedAt !== null;
  for (let tries = 0; !isWell(directory) && tries < 5; tries += 1) {
    await askForLoad(tool);
    directory = await until(tool, isWell, 10_000);
  }
  return directory;
}

async function knownTo({ stage }: Tool): Promise<ReadonlySet<string>> {
  const here = isNull(services.vanishedAt);
  const rows = await stage.db.select({ id: services.serviceId }).from(services).where(here);
  return new Set(rows.map(({ id }) => String(id)));
}

/**
 * Compares who is known with those of whom WispHub has told, in its list or because a launch or a search has asked for
 * one of them: whom a load has lost, and whom it has made up.
 */
async function compareCustomers(tool: Tool): Promise<{ lost: string[]; madeUp: string[] }> {
  const endAt = performance.now() + WRITTEN_WITHIN_MS;
  const told = tool.script.told();
  for (;;) {
    const known = await knownTo(tool);
    const lost = [...told].filter((id) => !known.has(id));
    const toldSince = tool.script.told();
    const madeUp = [...known].filter((id) => !toldSince.has(id));
    if (lost.length === 0 || madeUp.length > 0 || performance.now() > endAt) return { lost, madeUp };
    await sleep(100);
  }
}

/**
 * Loads of the customer list that meet six cases each, one after the other: each ends with the fault of the last one,
 * and the customers are exactly those of whom WispHub has told.
 */
export async function listLoads(tool: Tool, cases: readonly Case[]): Promise<void> {
  const { script, found } = tool;
  await goodLoad(tool);
  for (let first = 0; first < cases.length; first += MOST_FAULTS) {
    const met = Array.from({ length: MOST_FAULTS }, (_, index) => cases[(first + index) % cases.length]);
    let next = 0;
    script.setNext('list', 'all', () => met[next++]);
    const asked = await askForLoad(tool);
    const directory = await until(
      tool,
      ({ running, error }) => next >= MOST_FAULTS && !running && error !== null,
    );
    script.setNext('list', 'all', () => undefined);
    found.runs += next;
    const last = met.at(-1);
    const isRight = directory.error?.code === last?.code && next === MOST_FAULTS && asked.status === 200;
    const { lost, madeUp } = await compareCustomers(tool);
    const isWhole = lost.length === 0 && madeUp.length === 0 && directory.vanished === 0;
    if (!isRight || !isWhole) {
      const { error, vanished } = directory;
      const seen = { error, vanished, lost, madeUp, calls: next };
      found.wrong.push(`load × ${last?.name}: ${JSON.stringify(seen)}`);
    }
    if (first + MOST_FAULTS >= cases.length) return;
    await goodCall(tool, 'list');
    await goodLoad(tool);
  }
}
