import { getLatestImport } from '@/lib/db/imports';
import type { ImportReport } from '@/lib/domain/import-item';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';
import { readImport } from './read-import';

/** The file that this person brought last, if it still waits or was taken over. */
export async function readLatestImport(ctx: Context): Promise<ImportReport | null> {
  allow(ctx.actor, 'directory:import');
  const latest = await getLatestImport(ctx.db, ctx.actor.id);
  return latest && readImport(ctx, { importId: latest.id });
}
