import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readDatabaseFacts } from '@/lib/db/database-facts';
import { storePing, testStore, type TestStore } from '@/lib/db/test-store';
import { insertUser } from '@/lib/db/users';
import { testStart } from '@/lib/domain/test-ping';

// The commands as an operator types them: from a PostgreSQL of their own into the private one, and back.

let store: TestStore;
let folder: string;
const emptyName = `drill_${randomBytes(6).toString('hex')}`;
const emptyUrl = () =>
  Object.assign(new URL(inject('postgresUrl')), { pathname: `/${emptyName}` }).toString();

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Runs a command of the clone with nothing but these variables. */
function run(command: 'backup' | 'restore', file: string, variables: Record<string, string>) {
  const args = ['--import', 'tsx', `scripts/${command}.ts`, '--file', file];
  // Empty is not set, and keeps a .env of this clone from naming another database.
  const none = { DATABASE_URL: '', DATABASE_URL_FILE: '' };
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, ...none, ...variables };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += String(piece)));
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('exit', (code) => resolve({ code, said }));
  });
}

const people = (url: string) => ask(url, 'select id, email, name from users order by id');
const pings = (url: string) => ask(url, 'select id, service_id, state, packets from pings order by id');

beforeAll(async () => {
  store = await testStore();
  folder = mkdtempSync(path.join(tmpdir(), 'pulso-drill-'));
  await ask(inject('postgresUrl'), `create database ${emptyName} template template0`);
  const user = { id: randomUUID(), email: 'ana@example.com', name: 'Ana Ñandú', role: 'agent' } as const;
  await insertUser(store.db, { ...user, passwordHash: 'hash' });
  for (let count = 0; count < 25; count += 1) await storePing(store.db, { serviceId: 1000 + count });
});
afterAll(async () => {
  await store.close();
  await ask(inject('postgresUrl'), `drop database ${emptyName} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

describe('a drill', () => {
  it('carries every row from a PostgreSQL of yours into the private one, and into another of yours', async () => {
    const [first, second] = ['first', 'second'].map((name) => path.join(folder, `${name}.backup.gz`));
    const dataDir = path.join(folder, 'data');
    const made = await run('backup', first ?? '', { DATABASE_URL: store.url });
    expect(made).toMatchObject({ code: 0 });
    expect(statSync(first ?? '').mode & 0o777).toBe(0o600);

    const restored = await run('restore', first ?? '', { DATA_DIR: dataDir });
    expect(restored.said).toMatch(/^Restored \d+ rows of \d+ tables\.$/m);
    expect(restored.code).toBe(0);
    const again = await run('restore', first ?? '', { DATA_DIR: dataDir });
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('Nothing was restored.') });

    expect(await run('backup', second ?? '', { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    expect(await run('restore', second ?? '', { DATABASE_URL: emptyUrl() })).toMatchObject({ code: 0 });
    expect(await people(emptyUrl())).toEqual(await people(store.url));
    expect(await pings(emptyUrl())).toEqual(await pings(store.url));
    expect(await pings(emptyUrl())).toHaveLength(25);
  }, 120_000);

  it('leaves its moment for the status page, and one that failed leaves none, and no file', async () => {
    const { backupAt } = await readDatabaseFacts(store.db, testStart);
    expect(backupAt).toBeInstanceOf(Date);
    const nowhere = path.join(folder, 'no', 'such', 'folder.gz');
    const failed = await run('backup', nowhere, { DATABASE_URL: store.url });
    expect(failed).toMatchObject({ code: 1, said: expect.stringContaining('could not be written (ENOENT)') });
    expect((await readDatabaseFacts(store.db, testStart)).backupAt).toEqual(backupAt);
    expect(existsSync(nowhere)).toBe(false);
  });

  it('of a file that is not there, or is none, says so and changes nothing', async () => {
    const missing = path.join(folder, 'missing.gz');
    expect(await run('restore', missing, { DATABASE_URL: store.url })).toMatchObject({
      code: 1,
      said: expect.stringContaining(`There is no file ${missing}.`),
    });
    const none = await run('restore', 'package.json', { DATABASE_URL: store.url });
    expect(none).toMatchObject({ code: 1, said: expect.stringContaining('is no backup of Pulso') });
    expect(await pings(store.url)).toHaveLength(25);
  });
});
