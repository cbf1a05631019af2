import { randomUUID } from 'node:crypto';
import { testPing } from '@/lib/domain/test-ping';
import type { Ping } from '@/lib/domain/ping';
import { openDatabase, type Database } from './client';
import { insertPing, type ClaimedPing } from './pings';
import { testDatabase } from './test-database';

export type TestStore = {
  db: Database;
  url: string;
  /** Another pool on the same database, as another instance would have it. */
  anotherPool(): Database;
  /** Deletes every row and forgets what was known of the upstream. */
  empty(): Promise<void>;
  close(): Promise<void>;
};

const TABLES = [
  'exports',
  'ping_totals',
  'imports',
  'service_notes',
  'pings',
  'services',
  'search_words',
  'service_views',
  'settings',
  'quiet_lines',
  'sessions',
  'account_links',
  'setup_token',
  'known_devices',
  'rate_counters',
  'users',
  'api_tokens',
  'rate_counters',
  'upstream_requests',
  'launch_turns',
  'task_times',
];
const EMPTY = `${TABLES.map((table) => `delete from ${table};`).join(' ')}
  update upstream_state set blocked_until = null, sync_started_at = null, sync_heartbeat_at = null, sync_seen = 0,
    sync_expected = null, sync_finished_at = null, sync_error = null, sync_offset = 0, sync_look = 1;`;

/** A database of one test file with a pool on it. */
export async function testStore(): Promise<TestStore> {
  const { url, drop } = await testDatabase();
  const db = openDatabase(url);
  const pools = [db];
  return {
    db,
    url,
    anotherPool() {
      const pool = openDatabase(url, { max: 6 });
      pools.push(pool);
      return pool;
    },
    async empty() {
      await db.$client.query(EMPTY);
    },
    async close() {
      await Promise.all(pools.map((pool) => pool.$client.end()));
      await drop();
    },
  };
}

/** Stores a ping as it was just accepted, held by nobody, and with the changes on top. */
export async function storePing(
  db: Database,
  changes: Partial<Ping> = {},
  lease: { owner: string; until: Date } = { owner: 'nobody/0', until: new Date(0) },
): Promise<ClaimedPing> {
  const claimed = await insertPing(db, testPing({}, { id: randomUUID(), ...changes }), lease);
  if (claimed === null) throw new Error('its service already has a running ping');
  return claimed;
}

/** Resolves when the condition holds; throws when it does not within the bound. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  { withinMs = 8000, what = 'the condition' } = {},
): Promise<void> {
  const deadlineAt = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadlineAt) throw new Error(`${what} did not come within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
