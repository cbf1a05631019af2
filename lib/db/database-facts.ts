import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from './client';
import { readInstanceName, type InstanceName } from './instance-name';
import journal from './migrations/meta/_journal.json';

const factsSchema = z.object({
  version: z.string(),
  migrations: z.number(),
  carried: z.number(),
  blocked_until: z.coerce.date().nullable(),
  backup_at: z.coerce.date().nullable(),
  programs: z.array(z.string()).nullable(),
});

export type DatabaseFacts = {
  /** Such as `16.4`. */
  version: string;
  /** Milliseconds of the shortest question and its answer. */
  latencyMs: number;
  migrations: number;
  knownMigrations: number;
  /** Pings that some instance holds at this moment. */
  carried: number;
  blockedUntil: Date | null;
  /** The last backup by our own command; null when there was none, or it is older than the audit trail. */
  backupAt: Date | null;
  /** The instances that are connected now; empty where the database does not tell. */
  instances: InstanceName[];
};

/** What only the database knows, of itself and of who works on it. */
export async function readDatabaseFacts(q: Queryable, now: Date): Promise<DatabaseFacts> {
  const askedAt = performance.now();
  await q.execute(sql`select 1`);
  const latencyMs = performance.now() - askedAt;
  const { rows } = await q.execute(sql`
    select
      current_setting('server_version') as version,
      (select count(*)::integer from drizzle.__drizzle_migrations) as migrations,
      (select count(*)::integer from pings where state = 'running' and lease_until > ${now}::timestamptz) as carried,
      (select blocked_until from upstream_state where blocked_until > ${now}::timestamptz) as blocked_until,
      (select max(at) from audit_entries where action = 'backup' and outcome = 'done') as backup_at,
      (select array_agg(distinct application_name) from pg_stat_activity
        where datname = current_database() and application_name like 'pulso %') as programs`);
  const facts = factsSchema.parse(rows[0]);
  return {
    // Distributions write their own name behind the number.
    version: facts.version.split(' ')[0] ?? facts.version,
    latencyMs,
    migrations: facts.migrations,
    knownMigrations: journal.entries.length,
    carried: facts.carried,
    blockedUntil: facts.blocked_until,
    backupAt: facts.backup_at,
    instances: (facts.programs ?? []).map(readInstanceName).filter((one) => one !== null),
  };
}
