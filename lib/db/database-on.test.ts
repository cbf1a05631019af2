import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultyDatabase, type Countdown, type DatabaseFault } from '@/lib/test-single-fault';
import type { Database } from './client';
import { testDatabase, type TestDatabase } from './test-database';

/** As many connections as `faultyDatabase` has. */
const MOST = 6;

let database: TestDatabase;
let db: Database;
let faults: Countdown<DatabaseFault>;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  ({ db, faults } = faultyDatabase(database.url));
});
afterEach(() => db.$client.end());

const isInTransaction = async () => {
  const { rows } = await db.execute(sql`select pg_current_xact_id_if_assigned() is not null
    or now() <> statement_timestamp() as inside`);
  return rows[0]?.inside;
};

describe('a transaction', () => {
  it.each([
    ['begin', 1],
    ['a statement', 2],
    ['commit', 3],
  ])('whose %s is refused gives its connection back, with no transaction open', async (_what, n) => {
    for (let times = 0; times < MOST * 2; times += 1) {
      faults.failAt(n, 'refused');
      await expect(db.transaction((tx) => tx.execute(sql`select 1`))).rejects.toThrow();
    }
    faults.failAt(0, null);
    const all = await Promise.all(Array.from({ length: MOST }, isInTransaction));
    expect(all).toEqual(Array(MOST).fill(false));
  });

  it('whose rollback is refused hands nobody a connection with that transaction still open', async () => {
    for (let times = 0; times < MOST * 2; times += 1) {
      faults.failAt(2, 'refused');
      await expect(db.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow();
    }
    faults.failAt(0, null);
    const all = await Promise.all(Array.from({ length: MOST }, isInTransaction));
    expect(all).toEqual(Array(MOST).fill(false));
  });

  it('that its own work ends keeps its connection, and its error is the one that was thrown', async () => {
    let connections = 0;
    db.$client.on('connect', () => (connections += 1));
    const no = new Error('no');
    for (let times = 0; times < 3; times += 1) {
      await expect(db.transaction(() => Promise.reject(no))).rejects.toBe(no);
    }
    expect(connections).toBe(1);
  });
});
