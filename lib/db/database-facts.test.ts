import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noOrigin } from '@/lib/domain/audit';
import { atMs, testStart } from '@/lib/domain/test-ping';
import { insertAuditEntry } from './audit-entries';
import { openDatabase } from './client';
import { readDatabaseFacts } from './database-facts';
import { readInstanceName, writeInstanceName } from './instance-name';
import { storePing, testStore, type TestStore } from './test-store';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

describe('the facts of the database', () => {
  it('tell its version, that it is brought up to date, and how long it takes to answer', async () => {
    const facts = await readDatabaseFacts(store.db, testStart);
    expect(facts.version).toMatch(/^\d+(\.\d+)?$/);
    expect(facts.migrations).toBe(facts.knownMigrations);
    expect(facts.latencyMs).toBeGreaterThan(0);
    expect(facts).toMatchObject({ carried: 0, blockedUntil: null, instances: [] });
  });

  it('count the pings that somebody holds now', async () => {
    await storePing(store.db, { serviceId: 1 }, { owner: 'a/1', until: atMs(5000) });
    await storePing(store.db, { serviceId: 2 });
    expect((await readDatabaseFacts(store.db, atMs(1000))).carried).toBe(1);
    expect((await readDatabaseFacts(store.db, atMs(6000))).carried).toBe(0);
  });

  it('tell until when WispHub asked for silence, and nothing once that is over', async () => {
    await store.db.$client.query('update upstream_state set blocked_until = $1', [atMs(9000)]);
    expect((await readDatabaseFacts(store.db, atMs(8000))).blockedUntil).toEqual(atMs(9000));
    expect((await readDatabaseFacts(store.db, atMs(9001))).blockedUntil).toBeNull();
  });

  it('name the instances that are connected, and no other program', async () => {
    const names = ['a:3000', 'b:3000'].map((name) => writeInstanceName({ name, runner: name === 'a:3000' }));
    const others = names.map((name) => openDatabase(store.url, { name, max: 1 }));
    await Promise.all(others.map((db) => db.$client.query('select 1')));
    const { instances } = await readDatabaseFacts(store.db, testStart);
    await Promise.all(others.map((db) => db.$client.end()));
    expect(instances).toEqual([
      { name: 'a:3000', runner: true },
      { name: 'b:3000', runner: false },
    ]);
  });

  it('tell when the last backup was made', async () => {
    const backup = {
      actor: 'system',
      action: 'backup',
      target: null,
      changes: null,
      origin: noOrigin,
    } as const;
    await insertAuditEntry(store.db, { ...backup, outcome: 'failed' });
    expect((await readDatabaseFacts(store.db, testStart)).backupAt).toBeNull();
    await insertAuditEntry(store.db, { ...backup, outcome: 'done' });
    expect((await readDatabaseFacts(store.db, testStart)).backupAt).toBeInstanceOf(Date);
  });
});

describe('the name of an instance at the database', () => {
  it('is read as it was written', () => {
    const instance = { name: 'pulso-1.example.com:3000', runner: false };
    expect(readInstanceName(writeInstanceName(instance))).toEqual(instance);
  });

  it('that is too long keeps its end, where the port is', () => {
    const written = writeInstanceName({ name: `${'x'.repeat(80)}:3007`, runner: true });
    expect(Buffer.byteLength(written)).toBe(63);
    expect(readInstanceName(written)?.name).toMatch(/x:3007$/);
  });

  it('is no name of another program', () => {
    expect(['psql', 'pulso', 'pulso runner', ''].map(readInstanceName)).toEqual([null, null, null, null]);
  });
});
