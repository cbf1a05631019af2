import { countEffect, getImport } from '@/lib/db/imports';
import { countProblems, selectRejected } from '@/lib/db/import-rows';
import { AppError } from '@/lib/domain/app-error';
import type { ImportReport } from '@/lib/domain/import-item';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** As many rejected rows as a person reads; all of them are in the file to download. */
const MOST_SHOWN = 100;

export const unknownImport = () =>
  new AppError('import_unknown', 'There is no such import. It may be older than a day: send the file again.');

/** What a file holds, what is wrong with it, and what taking it over would do. Throws AppError `import_unknown`. */
export async function readImport(ctx: Context, { importId }: { importId: string }): Promise<ImportReport> {
  allow(ctx.actor, 'directory:import');
  const brought = await getImport(ctx.db, importId);
  if (brought === null || brought.state === 'reading') throw unknownImport();
  const [effect, counts, rejected] = await Promise.all([
    countEffect(ctx.db, importId),
    countProblems(ctx.db, importId),
    selectRejected(ctx.db, importId, { afterLine: 0, limit: MOST_SHOWN }),
  ]);
  return { brought, effect, counts, rejected };
}
