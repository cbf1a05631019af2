import { deleteUnusedImports } from '@/lib/db/imports';
import { withPatience } from '@/lib/db/patient-database';
import type { System } from './context';

/** A file that nobody took over is forgotten after a day: it holds the data of customers. */
const UNUSED_MS = 24 * 3_600_000;

/** Deletes the rows of old files that were never taken over, and of those that this person has brought so far. */
export async function forgetImports(system: System, ownerId: string | null = null): Promise<void> {
  const before = new Date(system.now().getTime() - UNUSED_MS);
  await withPatience(system.db, (db) => deleteUnusedImports(db, { before, ownerId }));
}
