import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atMs, testStart } from '@/lib/domain/test-ping';
import { spend } from './upstream-budget';
import { storePing, testStore, type TestStore } from './test-store';
import { readVitalSigns } from './vital-signs';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

describe('the vital signs', () => {
  it('of an empty database are calm, and the directory has no age', async () => {
    const signs = await readVitalSigns(store.db, testStart);
    expect(signs).toMatchObject({
      running: 0,
      waiting: 0,
      oldestDueSeconds: 0,
      budgetUsed: 0,
      blockedSeconds: 0,
      directoryAgeSeconds: null,
      jobs: 0,
    });
    expect(signs.sizeBytes).toBeGreaterThan(1_000_000);
  });

  it('count the jobs that wait or are being done', async () => {
    const query = (text: string) => store.db.$client.query(text);
    await query('create schema pgboss');
    await query('create table pgboss.job (state text)');
    await query(
      "insert into pgboss.job values ('created'), ('active'), ('retry'), ('completed'), ('failed')",
    );
    expect((await readVitalSigns(store.db, testStart)).jobs).toBe(3);
    await query('drop schema pgboss cascade');
  });

  it('tell how late the most overdue ping is that nobody carries', async () => {
    await storePing(store.db, { serviceId: 1, dueAt: atMs(0) });
    await storePing(store.db, { serviceId: 2, dueAt: atMs(5000) });
    const signs = await readVitalSigns(store.db, atMs(20_000));
    expect(signs).toMatchObject({ running: 2, oldestDueSeconds: 20 });
  });

  it('do not call a ping late that somebody holds', async () => {
    await storePing(store.db, { serviceId: 1, dueAt: atMs(0) }, { owner: 'a/1', until: atMs(30_000) });
    expect((await readVitalSigns(store.db, atMs(20_000))).oldestDueSeconds).toBe(0);
  });

  it('count the requests of the last minute, and the silence that WispHub asked for', async () => {
    await spend(store.db, 'look', () => atMs(0), 100);
    await spend(store.db, 'look', () => atMs(30_000), 100);
    await store.db.$client.query('update upstream_state set blocked_until = $1', [atMs(90_000)]);
    const signs = await readVitalSigns(store.db, atMs(61_000));
    expect(signs).toMatchObject({ budgetUsed: 1, blockedSeconds: 29 });
  });
});
