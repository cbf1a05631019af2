import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { Client } from 'pg';
import { z } from 'zod';
import { openClient } from './open-client';

const LOCK_KEY = 7_385_201;
const LOCK_TIMEOUT_MS = 60_000;
const folder = fileURLToPath(new URL('./migrations', import.meta.url));

const journalSchema = z.looseObject({
  entries: z.array(z.looseObject({ when: z.number(), tag: z.string() })),
});

const readJournal = async () =>
  journalSchema.parse(JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8')));

/** How many migrations this version has. */
export const migrationCount = async () => (await readJournal()).entries.length;

/** Thrown when the database was migrated by a newer Pulso than this one. */
export class DatabaseIsNewerError extends Error {
  constructor() {
    super(
      'The database was made by a newer version of Pulso. Start that version, or restore a backup of this one.',
    );
  }
}

async function refuseNewerDatabase(client: Client): Promise<void> {
  const exists = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name");
  if (exists.rows[0]?.name === null) return;
  const applied = await client.query('select max(created_at) as last from drizzle.__drizzle_migrations');
  const known = Math.max(0, ...(await readJournal()).entries.map((entry) => entry.when));
  if (Number(applied.rows[0]?.last ?? 0) > known) throw new DatabaseIsNewerError();
}

/** The first migrations alone, as an earlier version had them. Delete the folder after use. */
async function earlierFolder(upTo: number): Promise<string> {
  const earlier = await mkdtemp(join(tmpdir(), 'pulso-migrations-'));
  const journal = await readJournal();
  const entries = journal.entries.slice(0, upTo);
  await mkdir(join(earlier, 'meta'));
  // Written anew: where the product may not write its own files, a copy of them could not be written either.
  for (const { tag } of entries) {
    await writeFile(join(earlier, `${tag}.sql`), await readFile(`${folder}/${tag}.sql`));
  }
  await writeFile(join(earlier, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  return earlier;
}

/**
 * Brings a database to this version, or to that of its first `upTo` migrations. Several processes may call it at once: an
 * advisory lock lets one work at a time.
 */
export async function migrate(databaseUrl: string, { upTo }: { upTo?: number } = {}): Promise<void> {
  const { client, close } = await openClient(databaseUrl);
  const migrationsFolder = upTo === undefined ? folder : await earlierFolder(upTo);
  try {
    await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await refuseNewerDatabase(client);
    await applyMigrations(drizzle(client), { migrationsFolder });
  } finally {
    if (upTo !== undefined) await rm(migrationsFolder, { recursive: true, force: true });
    await close();
  }
}
