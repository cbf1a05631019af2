import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import * as schema from './schema';

type DatabaseOn = NodePgDatabase<typeof schema> & { $client: Pool };

/**
 * Drizzle on a pool, with transactions that always give their connection back. Drizzle's own keep it for ever when `begin`
 * fails, until the pool has none left, and hand one on whose `rollback` failed, with the transaction still open.
 */
export function databaseOn(pool: Pool): DatabaseOn {
  const db: DatabaseOn = drizzle(pool, { schema });
  const onClients = new WeakMap<PoolClient, NodePgDatabase<typeof schema>>();

  function onClient(client: PoolClient): NodePgDatabase<typeof schema> {
    const known = onClients.get(client) ?? drizzle(client, { schema });
    onClients.set(client, known);
    return known;
  }

  const transaction: DatabaseOn['transaction'] = async (work, config) => {
    const client = await pool.connect();
    let reason: unknown = client;
    try {
      const result = await onClient(client).transaction(async (tx) => {
        try {
          return await work(tx);
        } catch (error) {
          reason = error;
          throw error;
        }
      }, config);
      client.release();
      return result;
    } catch (error) {
      // What the work threw comes back only when the rollback went well; then the connection is as good as before.
      client.release(error !== reason);
      throw error;
    }
  };
  return Object.assign(db, { transaction });
}
