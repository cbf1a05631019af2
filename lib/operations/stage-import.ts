import { deleteImport, finishReading, getImport, insertImport } from '@/lib/db/imports';
import { insertImportRows, rejectDuplicates, type StagedRow } from '@/lib/db/import-rows';
import { withPatience } from '@/lib/db/patient-database';
import { decodeText, type Encoding } from '@/lib/decode-text';
import { AppError } from '@/lib/domain/app-error';
import type { ImportReport } from '@/lib/domain/import-item';
import { allow } from '@/lib/domain/role';
import { fieldsOf } from '@/lib/domain/service-file';
import { readFileRow, type FileColumns } from '@/lib/domain/service-file-row';
import { BrokenCsv, readCsv, type CsvRow } from '@/lib/read-csv';
import { audit } from './audit';
import type { Context } from './context';
import { forgetImports } from './forget-imports';
import { readImport } from './read-import';

const BATCH = 500;

/** How the files of spreadsheet programs begin: a ZIP archive, and the older form. */
const SPREADSHEETS = ['504b0304', 'd0cf11e0'];

async function* withoutSpreadsheets(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst && SPREADSHEETS.includes(Buffer.from(piece.subarray(0, 4)).toString('hex'))) {
      throw new AppError('import_spreadsheet', 'This is a spreadsheet. Save it as CSV and send that file.');
    }
    isFirst = false;
    yield piece;
  }
}

const empty = () => new AppError('import_empty', 'The file holds no services: only a header, or nothing.');

async function readColumns(rows: AsyncIterator<CsvRow>): Promise<FileColumns & { idColumn: string }> {
  const first = await rows.next();
  if (first.done) throw empty();
  const header = first.value.cells.map((cell) => cell.trim());
  const fields = fieldsOf(header);
  const idColumn = header[fields.indexOf('serviceId')];
  if (idColumn !== undefined) return { header, fields, idColumn };
  throw new AppError(
    'import_without_ids',
    'No column of this file is known to hold the id of the service. Name it "Id del servicio", "Id do serviço" or "Service id".',
  );
}

/** Reads and keeps row after row; never more than a batch of them is held. Answers how many there were. */
async function stageRows(
  ctx: Context,
  importId: string,
  rows: AsyncIterator<CsvRow>,
  columns: FileColumns,
): Promise<number> {
  let batch: StagedRow[] = [];
  let count = 0;
  for (;;) {
    const next = await rows.next();
    if (!next.done) {
      const { line, cells } = next.value;
      batch.push({ line, cells, row: readFileRow(cells, columns) });
    }
    if (batch.length === BATCH || next.done) {
      await insertImportRows(ctx.db, importId, batch);
      count += batch.length;
      batch = [];
    }
    if (next.done) return count;
  }
}

/** Of each person one file waits: the one brought last, even while the one before is still being read. */
const replaced = () =>
  new AppError(
    'conflict',
    'You brought another file meanwhile, which took the place of this one. Send it again.',
  );

async function refused(ctx: Context, importId: string | null, error: unknown): Promise<unknown> {
  if (error instanceof AppError) return error;
  if (!(error instanceof BrokenCsv)) {
    const isGone = importId !== null && (await getImport(ctx.db, importId)) === null;
    return isGone ? replaced() : error;
  }
  return new AppError(
    'import_broken',
    `The file cannot be read from line ${error.line} on: look for a quote that is never closed.`,
    { fields: { line: String(error.line) } },
  );
}

/**
 * The dry run of an import: reads a CSV file row by row into the database and tells what is wrong with it and what taking
 * it over would do. The directory is not touched. Throws AppError when the file as a whole cannot be read, and `conflict`
 * when the same person brought another one meanwhile.
 */
export async function stageImport(
  ctx: Context,
  { fileName }: { fileName: string },
  body: AsyncIterable<Uint8Array>,
): Promise<ImportReport> {
  allow(ctx.actor, 'directory:import');
  const importId = ctx.newId();
  const now = ctx.now();
  const found: { encoding: Encoding; separator: string } = { encoding: 'UTF-8', separator: ',' };
  const text = decodeText(withoutSpreadsheets(body), (encoding) => (found.encoding = encoding));
  const rows = readCsv(text, (separator) => (found.separator = separator));
  let begun: string | null = null;
  try {
    const columns = await readColumns(rows);
    await forgetImports(ctx, ctx.actor.id);
    const header = [...columns.header];
    await insertImport(ctx.db, { id: importId, ownerId: ctx.actor.id, fileName, header, createdAt: now });
    begun = importId;
    const count = await stageRows(ctx, importId, rows, columns);
    if (count === 0) throw empty();
    await withPatience(ctx.db, async (db) => {
      await rejectDuplicates(db, importId, columns.idColumn);
      await db.transaction(async (tx) => {
        await finishReading(tx, importId, found);
        const target = { kind: 'import', id: importId, name: fileName };
        await audit(tx, ctx, { action: 'import_stage', target, changes: { rows: [null, count] } });
      });
    });
  } catch (error) {
    const refusal = await refused(ctx, begun, error).catch(() => error);
    await deleteImport(ctx.db, importId).catch(() => {});
    throw refusal;
  } finally {
    await rows.return(undefined);
  }
  return readImport(ctx, { importId }).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'import_unknown' ? replaced() : error;
  });
}
