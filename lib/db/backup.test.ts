import { randomBytes, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { readBackup } from './backup';
import { restoreBackup, RestoreError } from './restore';
import { storePing, testStore, type TestStore } from './test-store';
import { insertUser } from './users';

let store: TestStore;
let emptyUrl: string;
let emptyName: string;

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const bytesOf = (url: string) => buffer(readBackup(url));

/** The bytes in pieces that end anywhere, as a file gives them. */
async function* pieces(bytes: Buffer, size = 777): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Each table with a fingerprint of all its rows. */
async function fingerprints(url: string): Promise<Record<string, unknown>> {
  const tables = await ask(
    url,
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const found: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await ask(
      url,
      `select count(*)::integer as rows, md5(string_agg(t::text, '|' order by t::text)) as hash from "${String(name)}" t`,
    );
    found[String(name)] = row;
  }
  return found;
}

async function user(): Promise<void> {
  await insertUser(store.db, {
    id: randomUUID(),
    email: `${randomUUID()}@example.com`,
    name: 'Ana\tTorres\n\\.\nÑandú 🌵\u2028',
    role: 'agent',
    passwordHash: 'hash',
  });
}

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  emptyName = `restored_${randomBytes(6).toString('hex')}`;
  const named = new URL(inject('postgresUrl'));
  named.pathname = `/${emptyName}`;
  emptyUrl = named.href;
  await ask(inject('postgresUrl'), `create database ${emptyName} template template0`);
});
afterEach(() => ask(inject('postgresUrl'), `drop database ${emptyName} with (force)`));

describe('a backup', () => {
  it('restores every row of every table as it was, whatever the texts hold', async () => {
    await user();
    for (let count = 0; count < 40; count += 1) await storePing(store.db, { serviceId: 1000 + count });
    const before = await fingerprints(store.url);
    const rows = await restoreBackup(emptyUrl, pieces(await bytesOf(store.url)));
    expect(rows.pings).toBe(40);
    expect(await fingerprints(emptyUrl)).toEqual(before);
  });

  it('is of one moment, although rows are written while it is read', async () => {
    const acknowledged = (await ask(store.url, 'select count(*)::integer as n from pings'))[0]?.n;
    const backup = readBackup(store.url);
    const head = await backup.next();
    await storePing(store.db, { serviceId: 9001 });
    const bytes = Buffer.concat([head.value ?? Buffer.alloc(0), await buffer(backup)]);
    const rows = await restoreBackup(emptyUrl, pieces(bytes));
    expect(rows.pings).toBe(acknowledged);
    const dangling = await ask(
      emptyUrl,
      'select 1 from ping_requests r left join pings p on p.id = r.ping_id where p.id is null',
    );
    expect(dangling).toEqual([]);
  });

  it('leaves triggers at work and numbers going on where they were', async () => {
    await ask(
      store.url,
      "insert into audit_entries (actor_kind, action, outcome) values ('system', 'setup', 'done')",
    );
    await restoreBackup(emptyUrl, pieces(await bytesOf(store.url)));
    await expect(ask(emptyUrl, 'delete from audit_entries')).rejects.toThrow(/append-only/);
    const insert =
      "insert into audit_entries (actor_kind, action, outcome) values ('system', 'setup', 'done') returning id";
    const [here] = await ask(store.url, insert);
    expect(await ask(emptyUrl, insert)).toEqual([here]);
  });
});

describe('restoring', () => {
  it.each([0.2, 0.6, 0.95, 0.999])(
    'refuses a file cut off at %f of its length, and leaves no row',
    async (share) => {
      await user();
      const bytes = await bytesOf(store.url);
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      await expect(restoreBackup(emptyUrl, pieces(cut))).rejects.toThrow(RestoreError);
      expect(await ask(emptyUrl, 'select * from users')).toEqual([]);
      await restoreBackup(emptyUrl, pieces(bytes));
      expect(await ask(emptyUrl, 'select count(*)::integer > 0 as some from users')).toEqual([
        { some: true },
      ]);
    },
  );

  it.each([
    ['nothing', ''],
    ['a text', 'hello\n'],
    ['other JSON', '{"a":1}\n'],
  ])('refuses %s', async (_, text) => {
    await expect(restoreBackup(emptyUrl, pieces(Buffer.from(text)))).rejects.toThrow(/no backup of Pulso/);
  });

  it('refuses a database with data, and leaves it as it is', async () => {
    await user();
    const bytes = await bytesOf(store.url);
    const before = await fingerprints(store.url);
    await expect(restoreBackup(store.url, pieces(bytes))).rejects.toThrow(/empty/);
    expect(await fingerprints(store.url)).toEqual(before);
  });

  it('refuses the backup of a newer version', async () => {
    const text = '{"pulso_backup":1,"made_at":"2026-01-01T00:00:00Z","migrations":10000}\n';
    await expect(restoreBackup(emptyUrl, pieces(Buffer.from(text)))).rejects.toThrow(/newer version/);
  });
});
