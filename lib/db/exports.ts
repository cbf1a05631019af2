import { and, asc, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { exportFormatSchema, exportStateSchema } from '@/lib/domain/export-item';
import { historyFilterSchema } from '@/lib/domain/history-filter';
import { historyPlaceSchema } from '@/lib/domain/history-place';
import type { Database, Queryable } from './client';
import { exportPieces, exports } from './schema';

const placeSchema = z.object({ pieces: z.number().int(), after: historyPlaceSchema.nullable() });

/** How far an export is: so many pieces are written, and the next one begins after this ping. */
export type ExportPlace = z.infer<typeof placeSchema>;

const storedSchema = z.object({
  id: z.uuid(),
  ownerId: z.uuid(),
  format: exportFormatSchema,
  /** What was asked for, with the moments that it meant then and the language of whoever asked. */
  filter: z.object({
    filter: historyFilterSchema,
    from: z.coerce.date().nullable(),
    to: z.coerce.date(),
    locale: z.string(),
  }),
  state: exportStateSchema,
  rowsDone: z.number(),
  rowsExpected: z.number(),
  place: placeSchema.nullable(),
  error: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
  expiresAt: z.date(),
});

export type StoredExport = z.infer<typeof storedSchema>;

const UNFINISHED = ['queued', 'running'];

export async function insertExport(
  q: Queryable,
  made: Omit<StoredExport, 'state' | 'rowsDone' | 'place' | 'error' | 'finishedAt'>,
): Promise<StoredExport> {
  const [row] = await q
    .insert(exports)
    .values({ ...made, state: 'queued' })
    .returning();
  return storedSchema.parse(row);
}

export async function getExport(q: Queryable, id: string): Promise<StoredExport | null> {
  const [row] = await q.select().from(exports).where(eq(exports.id, id));
  return row ? storedSchema.parse(row) : null;
}

/** The latest exports of a person that are still kept. */
export async function selectExports(
  q: Queryable,
  ownerId: string,
  now: Date,
  limit: number,
): Promise<StoredExport[]> {
  const rows = await q
    .select()
    .from(exports)
    .where(and(eq(exports.ownerId, ownerId), sql`${exports.expiresAt} > ${now}`))
    .orderBy(desc(exports.createdAt), desc(exports.id))
    .limit(limit);
  return rows.map((row) => storedSchema.parse(row));
}

export async function countUnfinishedExports(q: Queryable, ownerId: string): Promise<number> {
  const [row] = await q
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(exports)
    .where(and(eq(exports.ownerId, ownerId), inArray(exports.state, UNFINISHED)));
  return row?.count ?? 0;
}

/**
 * Writes the next piece and how far the export is now, together; false when it is no longer where the writer left it,
 * because another one goes on with it. No piece is therefore written twice.
 */
export async function writePiece(
  db: Database,
  { id, place }: Pick<StoredExport, 'id' | 'place'>,
  piece: { text: string; rows: number; after: ExportPlace['after'] },
): Promise<ExportPlace | null> {
  const number = place?.pieces ?? 0;
  const next = { pieces: number + 1, after: piece.after };
  const isWhereItWas =
    place === null ? isNull(exports.place) : sql`(${exports.place} ->> 'pieces')::integer = ${place.pieces}`;
  return db.transaction(async (tx) => {
    const result = await tx
      .update(exports)
      .set({ state: 'running', place: next, rowsDone: sql`${exports.rowsDone} + ${piece.rows}` })
      .where(and(eq(exports.id, id), inArray(exports.state, UNFINISHED), isWhereItWas));
    if (result.rowCount !== 1) return null;
    await tx.insert(exportPieces).values({ exportId: id, piece: number, text: piece.text });
    return next;
  });
}

/** Ends an export, well or with what went wrong. */
export async function endExport(
  q: Queryable,
  { id, at, error }: { id: string; at: Date; error: string | null },
): Promise<void> {
  await q
    .update(exports)
    .set({ state: error === null ? 'done' : 'failed', error, finishedAt: at })
    .where(and(eq(exports.id, id), inArray(exports.state, UNFINISHED)));
}

/** The file of an export, piece by piece. */
export async function* readPieces(q: Queryable, exportId: string): AsyncGenerator<string> {
  for (let piece = 0; ; piece += 1) {
    const [row] = await q
      .select({ text: exportPieces.text })
      .from(exportPieces)
      .where(and(eq(exportPieces.exportId, exportId), eq(exportPieces.piece, piece)));
    if (row === undefined) return;
    yield row.text;
  }
}

/** Deletes exports whose time is over, the oldest first, with their files. Answers how many. */
export async function deleteExpiredExports(q: Queryable, now: Date, most: number): Promise<number> {
  const expired = q
    .select({ id: exports.id })
    .from(exports)
    .where(lt(exports.expiresAt, now))
    .orderBy(asc(exports.expiresAt))
    .limit(most);
  const result = await q.delete(exports).where(inArray(exports.id, expired));
  return result.rowCount ?? 0;
}

/** Ends exports that nobody carried on since `before`: their jobs were given up. */
export async function failForgottenExports(q: Queryable, before: Date, now: Date): Promise<void> {
  await q
    .update(exports)
    .set({ state: 'failed', error: 'given up', finishedAt: now })
    .where(and(inArray(exports.state, UNFINISHED), lt(exports.createdAt, before)));
}
