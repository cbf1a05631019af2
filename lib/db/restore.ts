import { pipeline } from 'node:stream/promises';
import { escapeIdentifier, type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { z } from 'zod';
import { backupEndSchema, backupHeadSchema, backupTableSchema, END_OF_ROWS, linesOf } from './backup-lines';
import { migrate, migrationCount } from './migrate';
import { openClient } from './open-client';

/** Why a backup cannot be restored; its message tells what to do, and nothing was changed. */
export class RestoreError extends Error {}

const MOST_BUFFERED = 1 << 16;

type Lines = AsyncGenerator<Buffer>;

const CUT_OFF = 'The backup ends too early: it was cut off. Use another one.';
const IN_USE = 'This database is in use already: restore into a new, empty one.';
const NOT_OURS = 'This file is no backup of Pulso.';

async function nextLine(lines: Lines, problem = CUT_OFF): Promise<unknown> {
  const { value, done } = await lines.next();
  if (done) throw new RestoreError(problem);
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    throw new RestoreError(problem);
  }
}

async function isInUse(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `select coalesce(array_agg(relname::text), '{}') as names from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname = any($1)`,
    [['users', 'services', 'pings']],
  );
  const names = rows[0]?.names as string[];
  for (const name of names) {
    const { rowCount } = await client.query(`select 1 from ${escapeIdentifier(name)} limit 1`);
    if (rowCount) return true;
  }
  return false;
}

/** The rows of one table up to their end, in pieces that are worth a call. */
async function* piecesOf(lines: Lines): AsyncGenerator<Buffer> {
  let rows: Buffer[] = [];
  let size = 0;
  for (;;) {
    const { value: row, done } = await lines.next();
    if (done) throw new RestoreError(CUT_OFF);
    if (row.length <= 3 && row.toString('latin1').trimEnd() === END_OF_ROWS) break;
    rows.push(row);
    size += row.length;
    if (size < MOST_BUFFERED) continue;
    yield Buffer.concat(rows);
    rows = [];
    size = 0;
  }
  yield Buffer.concat(rows);
}

/** Takes in the rows of one table; answers how many there were. */
async function copyIn(
  client: Client,
  head: z.infer<typeof backupTableSchema>,
  lines: Lines,
): Promise<number> {
  const table = escapeIdentifier(head.table);
  const columns = head.columns.map(escapeIdentifier).join(', ');
  await client.query(`alter table ${table} disable trigger user`);
  await client.query(`delete from ${table}`);
  const stream = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
  await pipeline(piecesOf(lines), stream);
  await client.query(`alter table ${table} enable trigger user`);
  return stream.rowCount;
}

async function copyAll(client: Client, lines: Lines): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (;;) {
    const line = await nextLine(lines);
    const end = backupEndSchema.safeParse(line);
    if (end.success) {
      for (const [table, rows] of Object.entries(end.data.rows)) {
        if (counted[table] !== rows) throw new RestoreError(CUT_OFF);
      }
      for (const [name, last] of Object.entries(end.data.sequences)) {
        await client.query('select setval($1::regclass, $2::bigint)', [escapeIdentifier(name), last]);
      }
      return counted;
    }
    const head = backupTableSchema.safeParse(line);
    if (!head.success) throw new RestoreError(NOT_OURS);
    counted[head.data.table] = await copyIn(client, head.data, lines);
  }
}

/**
 * Fills an empty database with a backup, all or nothing, and brings it to this version. Answers the rows of each table.
 * Throws RestoreError when the file is no backup, is cut off, is newer than this version, or the database is in use.
 */
export async function restoreBackup(
  databaseUrl: string,
  input: AsyncIterable<Uint8Array>,
): Promise<Record<string, number>> {
  const lines = linesOf(input);
  const head = backupHeadSchema.safeParse(await nextLine(lines, NOT_OURS));
  if (!head.success) throw new RestoreError(NOT_OURS);
  const { migrations } = head.data;
  if (migrations > (await migrationCount())) {
    throw new RestoreError('This backup was made by a newer version of Pulso: restore it with that version.');
  }
  const { client, close } = await openClient(databaseUrl);
  try {
    if (await isInUse(client)) throw new RestoreError(IN_USE);
    await migrate(databaseUrl, { upTo: migrations });
    const applied = await client.query('select 1 from drizzle.__drizzle_migrations');
    if (applied.rowCount !== migrations) throw new RestoreError(IN_USE);
    await client.query('begin');
    const counted = await copyAll(client, lines);
    await client.query('commit');
    await migrate(databaseUrl);
    return counted;
  } finally {
    await close();
  }
}
