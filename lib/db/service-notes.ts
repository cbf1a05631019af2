import { and, desc, eq, sql } from 'drizzle-orm';
import { noteSchema, type Note } from '@/lib/domain/note';
import type { Queryable } from './client';
import { serviceNotes } from './schema';

export async function insertNote(q: Queryable, note: Omit<Note, 'id'>): Promise<Note> {
  const [row] = await q.insert(serviceNotes).values(note).returning();
  return noteSchema.parse(row);
}

export async function getNote(q: Queryable, id: number): Promise<Note | null> {
  const [row] = await q.select().from(serviceNotes).where(eq(serviceNotes.id, id));
  return row ? noteSchema.parse(row) : null;
}

/** Answers false when it was not there any more. */
export async function deleteNote(q: Queryable, id: number): Promise<boolean> {
  const result = await q.delete(serviceNotes).where(eq(serviceNotes.id, id));
  return result.rowCount === 1;
}

export type NoteCursor = { writtenAt: Date; id: number };

/** The notes of a service, or of one of its pings, from the newest on, after the cursor. */
export async function selectNotes(
  q: Queryable,
  filter: { serviceId: number; pingId: string | null },
  page: { limit: number; after: NoteCursor | null },
): Promise<Note[]> {
  const after =
    page.after &&
    sql`(${serviceNotes.writtenAt}, ${serviceNotes.id}) < (${page.after.writtenAt}, ${page.after.id})`;
  const rows = await q
    .select()
    .from(serviceNotes)
    .where(
      and(
        eq(serviceNotes.serviceId, filter.serviceId),
        filter.pingId === null ? undefined : eq(serviceNotes.pingId, filter.pingId),
        after ?? undefined,
      ),
    )
    .orderBy(desc(serviceNotes.writtenAt), desc(serviceNotes.id))
    .limit(page.limit);
  return rows.map((row) => noteSchema.parse(row));
}
