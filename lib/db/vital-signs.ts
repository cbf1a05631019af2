import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from './client';

const vitalSignsSchema = z.object({
  running: z.number(),
  waiting: z.number(),
  oldest_due_seconds: z.number(),
  budget_used: z.number(),
  blocked_seconds: z.number(),
  directory_age_seconds: z.number().nullable(),
  size_bytes: z.number(),
});

/** What the database alone knows of all instances together. */
export type VitalSigns = {
  /** Pings under way, and those of them that wait for a launch. */
  running: number;
  waiting: number;
  /** How late the most overdue ping is that nobody carries, 0 when none is: the figure to be woken for. */
  oldestDueSeconds: number;
  /** Requests to WispHub in the last 60 seconds. */
  budgetUsed: number;
  /** How long WispHub still wants silence, 0 when it does not. */
  blockedSeconds: number;
  /** Since the customer list was last read to its end; null when it never was. */
  directoryAgeSeconds: number | null;
  /** Jobs that wait or are being done. */
  jobs: number;
  sizeBytes: number;
};

const UNKNOWN_TABLE = '42P01';

/** The queue makes its tables when it is first used. */
async function countJobs(q: Queryable): Promise<number> {
  try {
    const { rows } = await q.execute(
      sql`select count(*)::integer as jobs from pgboss.job where state in ('created', 'retry', 'active')`,
    );
    return z.array(z.object({ jobs: z.number() })).parse(rows)[0]?.jobs ?? 0;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (cause instanceof Error && 'code' in cause && cause.code === UNKNOWN_TABLE) return 0;
    throw error;
  }
}

export async function readVitalSigns(q: Queryable, now: Date): Promise<VitalSigns> {
  const at = sql`${now}::timestamptz`;
  const since = (moment: string) => sql`extract(epoch from ${at} - ${sql.raw(moment)})::float8`;
  const { rows } = await q.execute(sql`
    select
      (select count(*)::integer from pings where state = 'running') as running,
      (select count(*)::integer from pings where state = 'running' and phase = 'launch') as waiting,
      (select greatest(0, coalesce(${since('min(greatest(due_at, lease_until))')}, 0))
        from pings where state = 'running') as oldest_due_seconds,
      (select count(*)::integer from upstream_requests where at > ${at} - interval '60 seconds') as budget_used,
      (select greatest(0, coalesce(-${since('blocked_until')}, 0)) from upstream_state) as blocked_seconds,
      (select ${since('sync_finished_at')} from upstream_state) as directory_age_seconds,
      pg_database_size(current_database())::float8 as size_bytes`);
  const [row] = z.array(vitalSignsSchema).parse(rows);
  if (row === undefined) throw new Error('the database told nothing of its state');
  return {
    running: row.running,
    waiting: row.waiting,
    oldestDueSeconds: row.oldest_due_seconds,
    budgetUsed: row.budget_used,
    blockedSeconds: row.blocked_seconds,
    directoryAgeSeconds: row.directory_age_seconds,
    jobs: await countJobs(q),
    sizeBytes: row.size_bytes,
  };
}
