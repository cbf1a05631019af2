import { insertAuditEntry } from '@/lib/db/audit-entries';
import type { Queryable } from '@/lib/db/client';
import { lockServices, selectRecords } from '@/lib/db/import-rows';
import { finishTakingOver, getImport, giveUpTakingOver, noteTaken } from '@/lib/db/imports';
import { withPatience } from '@/lib/db/patient-database';
import { upsertServices } from '@/lib/db/services';
import { isDatabaseUnavailable } from '@/lib/db/unavailable';
import { noOrigin, type AuditOutcome } from '@/lib/domain/audit';
import type { Import } from '@/lib/domain/import-item';
import { mergeRecord } from '@/lib/domain/merge-record';
import type { System } from './context';

const BATCH = 300;

/** Every record of the file becomes a service, a batch at a time; never more than a batch is held. */
async function takeRecords(system: System, tx: Queryable, importId: string, at: Date): Promise<void> {
  let afterLine = 0;
  let taken = 0;
  for (;;) {
    if (system.isDraining()) throw new Error('stopped by a shutdown');
    const rows = await selectRecords(tx, importId, { afterLine, limit: BATCH });
    if (rows.length === 0) return;
    const known = await lockServices(
      tx,
      rows.map(({ record }) => record.serviceId),
    );
    const merged = rows.map(({ record }) => mergeRecord(known.get(record.serviceId) ?? null, record));
    await upsertServices(tx, merged, at);
    afterLine = rows.at(-1)?.line ?? afterLine;
    taken += rows.length;
    // On a connection of its own: nobody would see it from inside the transaction.
    await noteTaken(system.db, importId, taken);
  }
}

/** Nobody waits for the end of it, so it is the system's to tell. */
function tellEnd(tx: Queryable, brought: Import, outcome: AuditOutcome): Promise<void> {
  return insertAuditEntry(tx, {
    actor: 'system',
    action: 'import_take_over',
    outcome,
    target: { kind: 'import', id: brought.id, name: brought.fileName },
    changes: outcome === 'done' ? { taken: [0, brought.rows] } : null,
    origin: noOrigin,
  });
}

/**
 * Takes a file over in one transaction, so that a server that dies in the middle leaves the directory as it was. Throws
 * when the queue is to have it done again; when it cannot be done, that is noted and the file waits as before.
 */
export async function carryOverImport(system: System, importId: string): Promise<void> {
  const brought = await getImport(system.db, importId);
  if (brought?.state !== 'taking_over') return;
  const at = system.now();
  try {
    await withPatience(system.db, (db) =>
      db.transaction(async (tx) => {
        await takeRecords(system, tx, importId, at);
        if (!(await finishTakingOver(tx, importId, at)))
          throw new Error('it was taken over by another instance');
        await tellEnd(tx, brought, 'done');
      }),
    );
  } catch (error) {
    if (system.isDraining() || isDatabaseUnavailable(error)) throw error;
    system.log.error(
      { import: importId, err: error },
      'a file could not be taken over; the directory is as it was',
    );
    await system.db.transaction(async (tx) => {
      await giveUpTakingOver(tx, importId, 'internal');
      await tellEnd(tx, brought, 'failed');
    });
  }
}
