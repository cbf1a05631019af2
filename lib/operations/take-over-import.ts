import { readSync } from '@/lib/db/directory-sync';
import { beginTakingOver, getImport } from '@/lib/db/imports';
import { AppError } from '@/lib/domain/app-error';
import type { Import } from '@/lib/domain/import-item';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';
import { unknownImport } from './read-import';

/**
 * Has a checked file taken over into the directory in the background, all of it or nothing. Throws AppError
 * `import_has_errors`, `directory_busy`, `conflict` when that was asked for already, or `import_unknown`.
 */
export async function takeOverImport(ctx: Context, { importId }: { importId: string }): Promise<Import> {
  allow(ctx.actor, 'directory:import');
  const brought = await getImport(ctx.db, importId);
  if (brought === null || brought.state === 'reading') throw unknownImport();
  if (brought.rejected > 0) {
    throw new AppError(
      'import_has_errors',
      `${brought.rejected} rows have errors, and a file is taken over as a whole. Correct them and send it again.`,
    );
  }
  if ((await readSync(ctx.db, ctx.now())).running) {
    throw new AppError(
      'directory_busy',
      'The directory is being loaded from WispHub. Try again when that has ended.',
    );
  }
  await ctx.db.transaction(async (tx) => {
    if (!(await beginTakingOver(tx, importId))) {
      throw new AppError('conflict', 'This file is being taken over, or has been already.');
    }
    const target = { kind: 'import', id: importId, name: brought.fileName };
    await audit(tx, ctx, { action: 'import_take_over', target, changes: { rows: [null, brought.rows] } });
    await ctx.enqueue({ name: 'take_over_import', importId }, tx);
  });
  ctx.hurry('take_over_import');
  return { ...brought, state: 'taking_over' };
}
