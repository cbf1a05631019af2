import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openDatabase } from './client';
import { DatabaseIsNewerError, migrate } from './migrate';
import { pastPing, storeHistory } from './test-history';

let name: string;
let url: string;

async function ask(databaseUrl: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  name = `empty_${randomBytes(6).toString('hex')}`;
  const named = new URL(inject('postgresUrl'));
  named.pathname = `/${name}`;
  url = named.href;
  await ask(inject('postgresUrl'), `create database ${name} template template0`);
});
afterEach(() => ask(inject('postgresUrl'), `drop database ${name} with (force)`));

const journal = JSON.parse(
  readFileSync(new URL('./migrations/meta/_journal.json', import.meta.url), 'utf8'),
) as { entries: unknown[] };
const applied = () => ask(url, 'select * from drizzle.__drizzle_migrations');

describe('migrating', () => {
  it('three at once on an empty database all succeed, and every migration ran once', async () => {
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(await applied()).toHaveLength(journal.entries.length);
    expect(await ask(url, 'select id from upstream_state')).toEqual([{ id: 1 }]);
  });

  it('again changes nothing', async () => {
    await migrate(url);
    const before = await applied();
    await migrate(url);
    expect(await applied()).toEqual(before);
  });

  it('finds the last ping of each service among those that were there before', async () => {
    await migrate(url, { upTo: 12 });
    // The code of today writes a column that a later migration brings.
    await ask(url, 'alter table pings add column unfinished_at timestamptz');
    const db = openDatabase(url);
    const past = ['10:00', '10:02', '10:01'].map((time) => pastPing(`2026-05-08T${time}:00Z`));
    const wrong = [1, 2].map((serviceId) => pastPing('2026-05-08T11:00:00Z', { serviceId, wrong: true }));
    await storeHistory(db, [...past, ...wrong]);
    await db.$client.end();
    await ask(url, 'alter table pings drop column unfinished_at');
    await migrate(url);
    expect(await ask(url, 'select service_id, ping_id, created_at from last_pings')).toEqual([
      { service_id: 1, ping_id: past[1]?.id, created_at: past[1]?.at },
    ]);
  });

  it('waits for the one that holds the lock', async () => {
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query('select pg_advisory_lock(7385201)');
    const migration = migrate(url);
    const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    while ((await holder.query(waiting)).rowCount === 0);
    expect((await holder.query("select to_regclass('pings') as pings")).rows).toEqual([{ pings: null }]);
    await holder.end();
    await migration;
    expect(await ask(url, "select to_regclass('pings')::text as pings")).toEqual([{ pings: 'pings' }]);
  });

  it('refuses a database that a newer version made, and leaves it as it is', async () => {
    await migrate(url);
    await ask(
      url,
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 99999999999999)",
    );
    await expect(migrate(url)).rejects.toBeInstanceOf(DatabaseIsNewerError);
    expect(await applied()).toHaveLength(journal.entries.length + 1);
  });

  it('lets its lock go when it fails', async () => {
    await migrate(url);
    await ask(
      url,
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 99999999999999)",
    );
    await migrate(url).catch(() => {});
    await ask(url, "delete from drizzle.__drizzle_migrations where hash = 'newer'");
    await migrate(url);
  });
});
