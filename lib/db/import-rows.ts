import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ProblemCount, RejectedRow } from '@/lib/domain/import-item';
import { serviceSchema, type Service } from '@/lib/domain/service';
import {
  cellProblemSchema,
  fileRecordSchema,
  type FileRecord,
  type FileRow,
} from '@/lib/domain/service-file-row';
import type { Queryable } from './client';
import { importRows, services } from './schema';

export type StagedRow = { line: number; cells: string[]; row: FileRow };

/** PostgreSQL stores no NUL in a text. */
const storable = (cell: string) => (cell.includes('\0') ? cell.replaceAll('\0', '') : cell);

/** As one parameter, because a statement with thousands of them costs more than the rows themselves. */
export async function insertImportRows(
  q: Queryable,
  importId: string,
  staged: readonly StagedRow[],
): Promise<void> {
  const rows = staged.map(({ line, cells, row }) => ({
    line,
    service_id: row.serviceId,
    record: row.kind === 'good' ? row.said : null,
    cells: cells.map(storable),
    errors: row.kind === 'bad' ? row.problems : null,
  }));
  await q.execute(sql`
    insert into import_rows (import_id, line, service_id, record, cells, errors)
    select ${importId}, line, service_id, record, cells, errors
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(line integer, service_id integer, record jsonb, cells text[], errors jsonb)`);
}

const duplicatesSchema = z.array(z.object({ line: z.number(), first: z.number() }));
const DUPLICATES_BLOCK = 5000;

/**
 * Rejects every row whose service stands in an earlier one too, and says in which line. In two steps, because a join of
 * all rows with themselves takes minutes when the planner guesses wrong.
 */
export async function rejectDuplicates(q: Queryable, importId: string, column: string): Promise<void> {
  let afterLine = 0;
  for (;;) {
    const found = await q.execute(sql`
      select line, first from (
        select line, first_value(line) over (partition by service_id order by line) as first
        from import_rows where import_id = ${importId} and service_id is not null
      ) rows
      where first < line and line > ${afterLine} order by line limit ${DUPLICATES_BLOCK}`);
    const duplicates = duplicatesSchema.parse(found.rows);
    if (duplicates.length === 0) return;
    await q.execute(sql`
      update import_rows r set
        record = null,
        errors = coalesce(r.errors, '[]'::jsonb)
          || jsonb_build_object('column', ${column}::text, 'code', 'duplicate', 'line', d.first)
      from jsonb_to_recordset(${JSON.stringify(duplicates)}::jsonb) as d(line integer, first integer)
      where r.import_id = ${importId} and r.line = d.line`);
    afterLine = duplicates.at(-1)?.line ?? afterLine;
  }
}

const problemsSchema = z.array(cellProblemSchema);

/** The rejected rows after a line, in the order of the file. */
export async function selectRejected(
  q: Queryable,
  importId: string,
  { afterLine, limit }: { afterLine: number; limit: number },
): Promise<RejectedRow[]> {
  const rows = await q
    .select({ line: importRows.line, cells: importRows.cells, errors: importRows.errors })
    .from(importRows)
    .where(
      and(eq(importRows.importId, importId), gt(importRows.line, afterLine), isNotNull(importRows.errors)),
    )
    .orderBy(asc(importRows.line))
    .limit(limit);
  return rows.map(({ line, cells, errors }) => ({
    line,
    cells: cells ?? [],
    problems: problemsSchema.parse(errors),
  }));
}

const countsSchema = z.array(cellProblemSchema.omit({ line: true }).extend({ count: z.number() }));

/** What is wrong in which column and how often, the most frequent first. */
export async function countProblems(q: Queryable, importId: string): Promise<ProblemCount[]> {
  const { rows } = await q.execute(sql`
    select p ->> 'column' as column, p ->> 'code' as code, count(*)::integer as count
    from import_rows, jsonb_array_elements(errors) p
    where import_id = ${importId} and errors is not null
    group by 1, 2 order by 3 desc, 1, 2`);
  return countsSchema.parse(rows);
}

/** The records after a line, in the order of the file; those of rejected rows are not among them. */
export async function selectRecords(
  q: Queryable,
  importId: string,
  { afterLine, limit }: { afterLine: number; limit: number },
): Promise<{ line: number; record: FileRecord }[]> {
  const rows = await q
    .select({ line: importRows.line, record: importRows.record })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.line, afterLine), isNull(importRows.errors)))
    .orderBy(asc(importRows.line))
    .limit(limit);
  return rows.map(({ line, record }) => ({ line, record: fileRecordSchema.parse(record) }));
}

/** What the directory knows of these services, locked until the transaction ends. */
export async function lockServices(tx: Queryable, ids: readonly number[]): Promise<Map<number, Service>> {
  const rows = await tx
    .select()
    .from(services)
    .where(inArray(services.serviceId, [...ids]))
    .orderBy(services.serviceId)
    .for('update');
  return new Map(rows.map((row) => [row.serviceId, serviceSchema.parse(row)]));
}
