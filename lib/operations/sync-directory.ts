import { beginSync, endSync, noteSync } from '@/lib/db/directory-sync';
import { upsertServices } from '@/lib/db/services';
import { blockUpstream, spend } from '@/lib/db/upstream-budget';
import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import type { ServicesAnswer } from '@/lib/wisphub/gateway';
import type { Context, System } from './context';

const BLOCK = 300;
const MOST_FAULTS = 5;
const FAULT_PAUSE_MS = 3000;
/** A pause may be longer than the time after which a load without a sign of life counts as dead. */
const BEAT_MS = 30_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function rest(system: System, seen: number, until: Date): Promise<void> {
  for (;;) {
    const leftMs = until.getTime() - system.now().getTime();
    if (leftMs <= 0 || system.isDraining()) return;
    await sleep(Math.min(leftMs, BEAT_MS));
    await noteSync(system.db, { seen, expected: null, at: system.now() });
  }
}

async function readBlock(system: System, offset: number): Promise<ServicesAnswer | null> {
  const { directory } = system.wisphub;
  if (directory === null || system.isDraining()) return null;
  const grant = await spend(system.db, 'sync', system.now, system.limits.ratePerMinute);
  if (!grant.granted) {
    await rest(system, offset, grant.at);
    return readBlock(system, offset);
  }
  return directory.list(offset, BLOCK);
}

/** Reads the whole customer list in blocks, advancing by what was received. Answers an error text, or null. */
async function readAll(system: System): Promise<string | null> {
  let offset = 0;
  let faults = 0;
  const seen = new Set<number>();
  for (;;) {
    const readAt = system.now();
    const block = await readBlock(system, offset);
    if (block === null) return 'stopped by a shutdown';
    if (block.kind === 'services') {
      await upsertServices(system.db, block.services, readAt);
      const known = seen.size;
      for (const service of block.services) seen.add(service.serviceId);
      // A list that ignores the offset would otherwise be read for ever.
      if (block.more && seen.size === known) return 'WispHub repeats the same customers.';
      offset += block.received;
      faults = 0;
      await noteSync(system.db, { seen: offset, expected: block.count, at: system.now() });
      if (!block.more) return null;
      continue;
    }
    faults += 1;
    if (faults > MOST_FAULTS)
      return block.kind === 'fault' ? block.failure.message : 'WispHub asks us to slow down.';
    const pauseMs = block.kind === 'slow_down' ? block.retryAfterMs : FAULT_PAUSE_MS;
    const until = new Date(system.now().getTime() + pauseMs);
    if (block.kind === 'slow_down') await blockUpstream(system.db, until);
    await rest(system, offset, until);
  }
}

/** Loads the directory from WispHub unless some instance is doing so; answers whether it did. Throws nothing upstream. */
export async function loadDirectory(system: System): Promise<boolean> {
  if (system.wisphub.directory === null) return false;
  if (!(await beginSync(system.db, system.now()))) return false;
  const error = await readAll(system);
  await endSync(system.db, { error, at: system.now() });
  if (error !== null) system.log.warn({ error }, 'the directory could not be loaded completely');
  return true;
}

/** Starts loading the directory in the background, on demand. */
export async function syncDirectory(ctx: Context): Promise<void> {
  allow(ctx.actor, 'directory:sync');
  if (ctx.wisphub.directory === null) {
    throw new AppError(
      'directory_unavailable',
      'This upstream has no customer list. Services can be pinged by their id.',
    );
  }
  void ctx
    .track(loadDirectory(ctx))
    .catch((error: unknown) => ctx.log.error({ err: error }, 'directory load failed'));
}
