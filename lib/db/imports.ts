import { and, desc, eq, inArray, lt, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { IMPORT_STATES, type Import, type ImportEffect } from '@/lib/domain/import-item';
import type { Queryable } from './client';
import { importRows, imports } from './schema';

const importSchema = z
  .object({
    id: z.uuid(),
    ownerId: z.uuid(),
    fileName: z.string(),
    encoding: z.string(),
    separator: z.string(),
    header: z.array(z.string()),
    state: z.enum(IMPORT_STATES),
    rows: z.number(),
    rejected: z.number(),
    createdAt: z.date(),
    takenOverAt: z.date().nullable(),
    taken: z.number(),
    error: z.string().nullable(),
  })
  .transform(({ error, ...brought }): Import => ({ ...brought, failed: error !== null }));

type NewImport = Pick<Import, 'id' | 'ownerId' | 'fileName' | 'header' | 'createdAt'>;

/** Begins an import; its encoding and separator are written when its file has been read to the end. */
export async function insertImport(q: Queryable, brought: NewImport): Promise<void> {
  await q.insert(imports).values({ ...brought, encoding: '', separator: '', state: 'reading' });
}

/**
 * Counts the rows of a file that was read to its end, which makes it ready to be taken over or to be corrected. What the
 * planner knows of the rows is brought up to date, because it would take 200,000 that are new for none.
 */
export async function finishReading(
  q: Queryable,
  id: string,
  found: { encoding: string; separator: string },
): Promise<void> {
  await q.execute(sql`analyze import_rows`);
  const rowsOf = sql`select count(*)::integer from ${importRows} where ${importRows.importId} = ${id}`;
  await q
    .update(imports)
    .set({
      ...found,
      state: 'checked',
      rows: sql`(${rowsOf})`,
      rejected: sql`(${rowsOf} and ${importRows.errors} is not null)`,
    })
    .where(eq(imports.id, id));
}

export async function getImport(q: Queryable, id: string): Promise<Import | null> {
  const [row] = await q.select().from(imports).where(eq(imports.id, id));
  return row ? importSchema.parse(row) : null;
}

/** The newest file of this person that has been read to its end, if there is one. */
export async function getLatestImport(q: Queryable, ownerId: string): Promise<Import | null> {
  const [row] = await q
    .select()
    .from(imports)
    .where(and(eq(imports.ownerId, ownerId), ne(imports.state, 'reading')))
    .orderBy(desc(imports.createdAt))
    .limit(1);
  return row ? importSchema.parse(row) : null;
}

/** Notes that a file is being taken over; false when it is not one that can be. */
export async function beginTakingOver(q: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await q
    .update(imports)
    .set({ state: 'taking_over', taken: 0, error: null })
    .where(and(eq(imports.id, id), eq(imports.state, 'checked'), eq(imports.rejected, 0)));
  return rowCount === 1;
}

const isBeingTakenOver = (id: string) => and(eq(imports.id, id), eq(imports.state, 'taking_over'));

export async function noteTaken(q: Queryable, id: string, taken: number): Promise<void> {
  await q.update(imports).set({ taken }).where(isBeingTakenOver(id));
}

/** Notes that the directory holds these services now, and forgets the rows. False when another has done so already. */
export async function finishTakingOver(tx: Queryable, id: string, at: Date): Promise<boolean> {
  const { rowCount } = await tx
    .update(imports)
    .set({ state: 'taken_over', takenOverAt: at, taken: sql`${imports.rows}` })
    .where(isBeingTakenOver(id));
  await tx.delete(importRows).where(eq(importRows.importId, id));
  return rowCount === 1;
}

/** Notes that a file could not be taken over: it waits again, as it did before. */
export async function giveUpTakingOver(q: Queryable, id: string, error: string): Promise<void> {
  await q.update(imports).set({ state: 'checked', taken: 0, error }).where(isBeingTakenOver(id));
}

/** How many services of the file the directory does not know yet, and how many it does. */
export async function countEffect(q: Queryable, id: string): Promise<ImportEffect> {
  const { rows } = await q.execute(sql`
    select count(*) filter (where s.service_id is null)::integer as added, count(s.service_id)::integer as changed
    from import_rows r left join services s on s.service_id = r.service_id
    where r.import_id = ${id} and r.errors is null`);
  return z.object({ added: z.number(), changed: z.number() }).parse(rows[0]);
}

export async function deleteImport(q: Queryable, id: string): Promise<void> {
  await q.delete(imports).where(eq(imports.id, id));
}

/** Deletes what was read before `before`, and what waits of this person; what was taken over is told for ever. */
export async function deleteUnusedImports(
  q: Queryable,
  unused: { before: Date; ownerId: string | null },
): Promise<void> {
  const waiting = inArray(imports.state, ['reading', 'checked']);
  const own = unused.ownerId === null ? undefined : and(waiting, eq(imports.ownerId, unused.ownerId));
  const old = and(ne(imports.state, 'taken_over'), lt(imports.createdAt, unused.before));
  await q.delete(imports).where(or(old, own));
}
