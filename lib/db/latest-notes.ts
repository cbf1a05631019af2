import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from './client';

const rowsSchema = z.array(
  z.object({
    service_id: z.number(),
    text: z.string(),
    author: z.string(),
    written_at: z.coerce.date(),
  }),
);

export type LatestNote = { text: string; author: string; writtenAt: Date };

/** The latest note about each of these services that has one. */
export async function selectLatestNotes(
  q: Queryable,
  serviceIds: readonly number[],
): Promise<Map<number, LatestNote>> {
  if (serviceIds.length === 0) return new Map();
  const { rows } = await q.execute(sql`
    select asked.id as service_id, note.text, note.author_name as author, note.written_at
    from (select distinct id from unnest(${sql.param([...serviceIds])}::integer[]) as ids (id)) asked
    cross join lateral (
      select text, author_name, written_at from service_notes n
      where n.service_id = asked.id
      order by n.written_at desc, n.id desc
      limit 1
    ) note`);
  return new Map(
    rowsSchema
      .parse(rows)
      .map(({ service_id, text, author, written_at }) => [
        service_id,
        { text, author, writtenAt: written_at },
      ]),
  );
}
