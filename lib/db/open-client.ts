import { Client } from 'pg';

/** A connection of one's own, for work that takes longer than a request may. Close it whatever happens. */
export async function openClient(
  databaseUrl: string,
): Promise<{ client: Client; close: () => Promise<void> }> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  // Whoever waits for a query hears of a lost connection there.
  client.on('error', () => {});
  await client.connect();
  return { client, close: () => client.end() };
}
