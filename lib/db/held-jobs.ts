// pg-boss ends a job by the clock alone, however alive its worker is. The few statements here give a job a lease instead:
// short, and prolonged while somebody works on it, so that a job whose process died is soon done by another.
import { sql } from 'drizzle-orm';
import type { Queryable } from './client';

/** Prolongs the lease; false when the job is no longer ours. */
export async function prolongJob(q: Queryable, name: string, id: string): Promise<boolean> {
  const { rowCount } = await q.execute(sql`
    update pgboss.job set started_on = now() where name = ${name} and id = ${id} and state = 'active'`);
  return rowCount === 1;
}

/**
 * Puts a job back that a shutdown cut off, as if it had never been begun: at once, and not counted as a failure. Where
 * the same job waits there already, this one is done with.
 */
export async function giveJobBack(q: Queryable, name: string, id: string): Promise<void> {
  await q.execute(sql`
    update pgboss.job job set
      state = (case when twin then 'completed' else 'retry' end)::pgboss.job_state,
      completed_on = case when twin then now() end,
      start_after = now(),
      started_on = null
    from (
      select exists (
        select 1 from pgboss.job other
        where other.name = ${name} and other.policy = 'stately' and other.state = 'retry' and other.id <> ${id}
      ) as twin
    ) waiting
    where name = ${name} and id = ${id} and state = 'active'`);
}
