import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { z } from 'zod';

const LOCK_KEY = 7_385_201;
const LOCK_TIMEOUT_MS = 60_000;
const folder = fileURLToPath(new URL('./migrations', import.meta.url));

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })) });

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
  const journal = journalSchema.parse(JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8')));
  const known = Math.max(0, ...journal.entries.map((entry) => entry.when));
  if (Number(applied.rows[0]?.last ?? 0) > known) throw new DatabaseIsNewerError();
}

/** Brings a database to this version. Several processes may call it at once: an advisory lock lets one work at a time. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await refuseNewerDatabase(client);
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}
