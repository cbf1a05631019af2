import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';

/**
 * Has the directory loaded in the background, by whichever instance has a hand free. `believesShort` marks those who are
 * missing even when they are more than half.
 */
export async function syncDirectory(
  ctx: Context,
  { believesShort }: { believesShort: boolean },
): Promise<void> {
  allow(ctx.actor, 'directory:sync');
  if (ctx.wisphub.directory === null) {
    throw new AppError(
      'directory_unavailable',
      'This upstream has no customer list. Services can be pinged by their id, or imported from a file.',
    );
  }
  await ctx.db.transaction(async (tx) => {
    const changes = believesShort ? { believes_short_list: [false, true] as const } : null;
    await audit(tx, ctx, { action: 'directory_sync', changes });
    await ctx.enqueue({ name: 'sync_directory', ...(believesShort ? { believesShort } : {}) }, tx);
  });
  ctx.hurry('sync_directory');
}
