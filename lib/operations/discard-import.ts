import { deleteImport, getImport } from '@/lib/db/imports';
import { withPatience } from '@/lib/db/patient-database';
import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';
import { unknownImport } from './read-import';

/** Forgets a file that was not taken over. Throws AppError `import_unknown`, or `conflict` when it was. */
export async function discardImport(ctx: Context, { importId }: { importId: string }): Promise<void> {
  allow(ctx.actor, 'directory:import');
  const brought = await getImport(ctx.db, importId);
  if (brought === null) throw unknownImport();
  if (brought.state === 'taking_over' || brought.state === 'taken_over') {
    throw new AppError(
      'conflict',
      'This file has been taken over already. Import another one to correct it.',
    );
  }
  await withPatience(ctx.db, (db) =>
    db.transaction(async (tx) => {
      await deleteImport(tx, importId);
      const target = { kind: 'import', id: importId, name: brought.fileName };
      await audit(tx, ctx, { action: 'import_discard', target, changes: { rows: [brought.rows, null] } });
    }),
  );
}
