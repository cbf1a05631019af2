import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { JobName } from '@/lib/domain/job';
import type { Queryable } from './client';

/** How the jobs of one kind ended last. The queue keeps what ended for about a week. */
export type JobState = {
  name: JobName;
  /** Those that wait or are being done. */
  waiting: number;
  lastDoneAt: Date | null;
  lastFailedAt: Date | null;
  /** True when the last one to end has failed, or is being tried again. */
  failing: boolean;
};

const rowsSchema = z.array(
  z.object({
    name: z.string(),
    waiting: z.number(),
    last_done_at: z.coerce.date().nullable(),
    last_failed_at: z.coerce.date().nullable(),
  }),
);

const UNKNOWN_TABLE = '42P01';

/** The queue makes its tables when it is first used. */
const isBeforeFirstUse = (error: unknown) =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === UNKNOWN_TABLE;

/** A job that is tried again has a reason in its output, and no end: when it began is the best that is known. */
const JOBS = sql`
  with all_jobs as (
    select name, state::text, completed_on, started_on, output from pgboss.job
    union all
    select name, state::text, completed_on, started_on, output from pgboss.archive
  )
  select name,
    count(*) filter (where state in ('created', 'retry', 'active'))::integer as waiting,
    max(completed_on) filter (where state = 'completed') as last_done_at,
    max(coalesce(completed_on, started_on)) filter (
      where state = 'failed' or (state in ('retry', 'active') and output is not null)
    ) as last_failed_at
  from all_jobs group by name`;

export async function readJobStates(q: Queryable, names: readonly JobName[]): Promise<JobState[]> {
  const rows = await q.execute(JOBS).then(
    (result) => rowsSchema.parse(result.rows),
    (error: unknown) => {
      if (isBeforeFirstUse(error)) return [];
      throw error;
    },
  );
  return names.map((name) => {
    const row = rows.find((one) => one.name === name);
    const lastDoneAt = row?.last_done_at ?? null;
    const lastFailedAt = row?.last_failed_at ?? null;
    const failing = lastFailedAt !== null && (lastDoneAt === null || lastFailedAt > lastDoneAt);
    return { name, waiting: row?.waiting ?? 0, lastDoneAt, lastFailedAt, failing };
  });
}
