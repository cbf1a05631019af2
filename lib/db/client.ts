// Connection strings hold a password: they are never logged, and errors of this module name no value.
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { databaseOn } from './database-on';
import { failFast } from './fail-fast';
import type * as schema from './schema';

export type Database = NodePgDatabase<typeof schema> & { $client: Pool };
/** A database or a transaction on it: what the stores work with. */
export type Queryable = Pick<
  Database,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'
>;

type Options = {
  max?: number;
  onError?: (error: Error) => void;
  /** What the database calls our connections, so that somebody who looks at it knows whose they are. */
  name?: string;
};

/** Opens a pool. A query that gets no connection or no answer in time throws and does not hang a request. */
export function openDatabase(
  url: string,
  { max = 20, onError = () => {}, name = 'pulso' }: Options = {},
): Database {
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    max,
    connectionTimeoutMillis: 3000,
    query_timeout: 4300,
    statement_timeout: 4000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  pool.on('error', onError);
  // A connection that dies while it is checked out emits its error there and not on the pool.
  pool.on('connect', (client) => client.on('error', onError));
  failFast(pool);
  return databaseOn(pool);
}
