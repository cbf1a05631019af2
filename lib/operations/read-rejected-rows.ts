import { getImport } from '@/lib/db/imports';
import { selectRejected } from '@/lib/db/import-rows';
import type { Import, RejectedRow } from '@/lib/domain/import-item';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';
import { unknownImport } from './read-import';

const BLOCK = 500;

/** Every rejected row of a file as it came, a block at a time. Throws AppError `import_unknown` before the first. */
export async function readRejectedRows(
  ctx: Context,
  { importId }: { importId: string },
): Promise<{ brought: Import; blocks: AsyncIterable<RejectedRow[]> }> {
  allow(ctx.actor, 'directory:import');
  const brought = await getImport(ctx.db, importId);
  if (brought === null || brought.state === 'reading') throw unknownImport();
  async function* blocks() {
    let afterLine = 0;
    for (;;) {
      const block = await selectRejected(ctx.db, importId, { afterLine, limit: BLOCK });
      if (block.length === 0) return;
      yield block;
      afterLine = block.at(-1)?.line ?? afterLine;
    }
  }
  return { brought, blocks: blocks() };
}
