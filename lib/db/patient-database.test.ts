import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Pool } from 'pg';
import { expect, it } from 'vitest';
import { databaseOn } from './database-on';
import { withPatience } from './patient-database';
import { testDatabase } from './test-database';

const LATE_MS = 300;

/** Leads to the server of `url`, and begins to pass on what comes only after a while. */
async function lateServer(url: string) {
  const { hostname, port } = new URL(url);
  const server = createServer((caller) => {
    caller.pause().on('error', () => {});
    void sleep(LATE_MS).then(() => {
      const answerer = connect(Number(port), hostname).on('error', () => {});
      caller.pipe(answerer).pipe(caller);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const late = new URL(url);
  late.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: late.href, close: () => server.close() };
}

it('long work waits for a connection that a request would not wait for', async () => {
  const database = await testDatabase();
  const server = await lateServer(database.url);
  const pool = new Pool({ connectionString: server.url, connectionTimeoutMillis: LATE_MS / 3 });
  const db = databaseOn(pool);
  const ask = sql`select 1 as one`;
  await expect(db.execute(ask)).rejects.toThrow();
  expect((await withPatience(db, (patient) => patient.execute(ask))).rows).toEqual([{ one: 1 }]);
  await pool.end();
  server.close();
  await database.drop();
});
