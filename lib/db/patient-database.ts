// Connection strings hold a password: they are never logged, and errors of this module name no value.
import { Pool } from 'pg';
import type { Database } from './client';
import { databaseOn } from './database-on';

const PATIENCE_MS = 5 * 60_000;
/** Longer than a request may wait for a connection: where many are served at once, a new one comes late. */
const CONNECTION_PATIENCE_MS = 30_000;

/**
 * Does one long piece of work on a connection of its own, on which a statement may take minutes. The connections of
 * requests give up after seconds, so that none hangs on a silent database.
 */
export async function withPatience<T>(db: Database, work: (patient: Database) => Promise<T>): Promise<T> {
  const pool = new Pool({
    ...db.$client.options,
    max: 1,
    connectionTimeoutMillis: CONNECTION_PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    statement_timeout: PATIENCE_MS,
    idle_in_transaction_session_timeout: PATIENCE_MS,
  });
  // What is lost is told by the statement that needed it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    return await work(databaseOn(pool));
  } finally {
    await pool.end();
  }
}
