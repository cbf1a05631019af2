import type { Client } from 'pg';
import { z } from 'zod';

const rowsSchema = z.array(z.object({ drop: z.string(), make: z.string() }));

const SECONDARY = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
  from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])
  union all
  select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  from pg_index i where indrelid = any($1::regclass[])
    and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;

/**
 * Takes the indexes and foreign keys of these tables away, as the migrations made them, and answers how to have them
 * back: made at once at the end they cost a fraction of what they cost row by row.
 */
export async function setAsideIndexes(
  client: Client,
  tables: readonly string[],
): Promise<() => Promise<void>> {
  const { rows } = await client.query(SECONDARY, [[...tables]]);
  const secondary = rowsSchema.parse(rows);
  for (const { drop } of secondary) await client.query(drop);
  return async () => {
    // Indexes first: the check of a foreign key reads them.
    for (const { make } of secondary.toReversed()) await client.query(make);
  };
}
