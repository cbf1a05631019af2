import { readSync } from '@/lib/db/directory-sync';
import { countServices } from '@/lib/db/services';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** How the directory stands: its size, its last load, and the load under way. */
export async function readDirectory(ctx: Context) {
  allow(ctx.actor, 'directory:read');
  const [count, sync] = await Promise.all([countServices(ctx.db), readSync(ctx.db, ctx.now())]);
  return { supported: ctx.wisphub.directory !== null, count, ...sync };
}
