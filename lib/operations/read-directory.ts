import { countDirectory } from '@/lib/db/directory-rows';
import { readSync } from '@/lib/db/directory-sync';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** How the directory stands: its size, its last load, and the load under way. */
export async function readDirectory(ctx: Context) {
  allow(ctx.actor, 'directory:read');
  const [counts, sync] = await Promise.all([countDirectory(ctx.db), readSync(ctx.db, ctx.now())]);
  return { supported: ctx.wisphub.directory !== null, ...counts, ...sync };
}
