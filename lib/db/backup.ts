// A backup holds every row, among them hashes of passwords and tokens: whoever writes it to a file keeps it to its owner.
import { escapeIdentifier, type Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { END_OF_ROWS } from './backup-lines';
import { openClient } from './open-client';

const tablesSchema = z.array(z.object({ table: z.string(), columns: z.array(z.string()) }));
const linksSchema = z.array(z.object({ table: z.string(), needs: z.string() }));
const sequencesSchema = z.array(z.object({ name: z.string(), last: z.string().nullable() }));

type Table = z.infer<typeof tablesSchema>[number];

/** Every table after those that its rows refer to. */
function inOrder(tables: readonly Table[], links: z.infer<typeof linksSchema>): Table[] {
  const placed = new Map<string, Table>();
  const place = (table: Table) => {
    if (placed.has(table.table)) return;
    for (const { needs } of links.filter(
      (link) => link.table === table.table && link.needs !== table.table,
    )) {
      const needed = tables.find((other) => other.table === needs);
      if (needed) place(needed);
    }
    placed.set(table.table, table);
  };
  tables.forEach(place);
  return [...placed.values()];
}

async function tablesOf(client: Client): Promise<Table[]> {
  const tables = await client.query(`
    select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  const links = await client.query(`
    select conrelid::regclass::text as "table", confrelid::regclass::text as needs
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  return inOrder(tablesSchema.parse(tables.rows), linksSchema.parse(links.rows));
}

const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`);

async function* copyOut(client: Client, { table, columns }: Table): AsyncGenerator<Buffer, number> {
  const list = columns.map(escapeIdentifier).join(', ');
  const stream = client.query(copyTo(`copy ${escapeIdentifier(table)} (${list}) to stdout`));
  for await (const piece of stream) yield z.instanceof(Buffer).parse(piece);
  return stream.rowCount;
}

async function* everything(client: Client): AsyncGenerator<Buffer> {
  const now = await client.query(`
    select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as made_at,
      (select count(*)::integer from drizzle.__drizzle_migrations) as migrations`);
  yield line({ pulso_backup: 1, ...now.rows[0] });
  const rows: Record<string, number> = {};
  for (const table of await tablesOf(client)) {
    yield line(table);
    rows[table.table] = yield* copyOut(client, table);
    yield Buffer.from(`${END_OF_ROWS}\n`);
  }
  const found = await client.query(`
    select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public'`);
  const given = sequencesSchema.parse(found.rows).filter(({ last }) => last !== null);
  yield line({ end: true, rows, sequences: Object.fromEntries(given.map(({ name, last }) => [name, last])) });
}

/**
 * Every row of the database as it was at one moment, while others go on writing: a head, each table as COPY gives it, and an
 * end with the numbers of rows. Jobs of the queue are left out: they are asked for again.
 */
export async function* readBackup(databaseUrl: string): AsyncGenerator<Buffer> {
  const { client, close } = await openClient(databaseUrl);
  try {
    await client.query('begin isolation level repeatable read read only');
    yield* everything(client);
    await client.query('commit');
  } finally {
    await close();
  }
}
