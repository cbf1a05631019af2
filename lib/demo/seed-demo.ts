// Connection strings hold a password: errors of this module name no value.
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Queryable } from '@/lib/db/client';
import { openClient } from '@/lib/db/open-client';
import { daysBefore } from './moment';
import { seedAccounts } from './seed-accounts';
import { seedBot } from './seed-bot';
import { seedDirectory } from './seed-directory';
import { hasPings, seedHistory } from './seed-history';

const LOCK_KEY = 7_385_203;
const LOCK_TIMEOUT_MS = 60_000;
const ACCOUNTS_AGE_DAYS = 30;

async function seed(q: Queryable, now: Date): Promise<void> {
  // Within a transaction the lock ends with it, whatever happens.
  await q.execute(sql`select pg_advisory_xact_lock(${LOCK_KEY})`);
  const people = await seedAccounts(q, daysBefore(now, ACCOUNTS_AGE_DAYS));
  await seedDirectory(q, now);
  if (await hasPings(q)) return;
  await seedHistory(q, { ...people, bot: await seedBot(q, now) }, now);
}

/**
 * Gives a migrated database what a demo needs: accounts, the simulator's customers, and two weeks of invented pings.
 * The history ends just before `now`. What is already there stays as it is, so it may be called again, and by several processes at once.
 */
export async function seedDemo(databaseUrl: string, now = new Date()): Promise<void> {
  // A client of its own, without the short timeouts of the server: the second of two callers waits for the first.
  const { client, close } = await openClient(databaseUrl);
  try {
    await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await drizzle(client).transaction((tx) => seed(tx, now));
  } finally {
    await close();
  }
}
