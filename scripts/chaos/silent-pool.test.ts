import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@/lib/db/client';
import { testDatabase, type TestDatabase } from '@/lib/db/test-database';
import { until } from '@/lib/db/test-store';
import { isDatabaseUnavailable } from '@/lib/db/unavailable';
import { startFaultProxy, type FaultProxy } from './fault-proxy';

const LIMIT_MS = 5000;

let database: TestDatabase;
let proxy: FaultProxy;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const url = new URL(database.url);
  proxy = await startFaultProxy({ port: Number(url.port) });
  url.port = String(proxy.port);
  db = openDatabase(url.href, { max: 3 });
});
afterEach(async () => {
  proxy.set({ kind: 'none' });
  await db.$client.end();
  await proxy.close();
});

const one = () => db.execute(sql`select 1`);

/** How something was refused, and after how many milliseconds. */
async function refused(work: Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const startedAt = performance.now();
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return { error, ms: performance.now() - startedAt };
}

const untilBack = () =>
  until(
    () =>
      one().then(
        () => true,
        () => false,
      ),
    { what: 'the database' },
  );

describe('a pool whose database falls silent', () => {
  it('lets nobody wait longer than once, whatever they were in the middle of, and goes on afterwards', async () => {
    await one();
    const begun = proxy.arm({ kind: 'silence' }, ({ piece }) => piece.includes('select 2'));
    const transaction = refused(
      db.transaction(async (tx) => {
        await tx.execute(sql`select 1`);
        await tx.execute(sql`select 2`);
      }),
    );
    await begun;
    const others = Array.from({ length: 10 }, () => refused(one().catch(() => one())));
    for (const { error, ms } of await Promise.all([transaction, ...others])) {
      expect(isDatabaseUnavailable(error)).toBe(true);
      expect(ms).toBeLessThan(LIMIT_MS);
    }
    const late = await refused(one());
    expect(isDatabaseUnavailable(late.error)).toBe(true);
    expect(late.ms).toBeLessThan(LIMIT_MS / 10);
    proxy.set({ kind: 'none' });
    await untilBack();
  });

  it('in the middle of an answer, too', async () => {
    await one();
    proxy.set({ kind: 'silence', afterBytes: 1000 });
    const { error, ms } = await refused(
      db.transaction((tx) => tx.execute(sql`select repeat('x', 100000) as long`)),
    );
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(ms).toBeLessThan(LIMIT_MS);
  });

  it('uses no connection from before again, because those may be dead while new ones live', async () => {
    await Promise.all([one(), one(), one()]);
    let connections = 0;
    void proxy.arm({ kind: 'none' }, (traffic) => {
      connections = traffic.connections;
      return false;
    });
    proxy.set({ kind: 'silence' });
    await refused(one());
    proxy.set({ kind: 'none' });
    await untilBack();
    const before = connections;
    await Promise.all([one(), one(), one()]);
    // One of the three was made anew while we waited for the database.
    expect(connections - before).toBeGreaterThanOrEqual(2);
  });

  it('or is reset is asked again at once', async () => {
    await one();
    proxy.set({ kind: 'reset' });
    expect(isDatabaseUnavailable((await refused(one())).error)).toBe(true);
    proxy.set({ kind: 'none' });
    await untilBack();
  });

  it('is no different for answers in pieces or late ones', async () => {
    proxy.set({ kind: 'slice', bytes: 3 });
    expect((await db.execute(sql`select repeat('x', 3000) as long`)).rows[0]?.long).toHaveLength(3000);
    proxy.set({ kind: 'latency', ms: 30 });
    await one();
  });
});
