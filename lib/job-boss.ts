// pg-boss keeps the jobs. It does not wait for all of its own statements, and a rejection that nobody waits for ends the
// process: it is therefore given a database that answers nothing instead of throwing.
import { setTimeout as sleep } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Database } from './db/client';
import type { JobName } from './domain/job';
import type { Log } from './operations/context';

/** How long a job stays ours without a sign of life; longer than a load of the directory does. */
const LEASE_SECONDS = 100;
const DUTY_SECONDS = 30;

type Queue = Omit<PgBoss.Queue, 'name'> & { policy: PgBoss.QueuePolicy };

const lease = { expireInSeconds: LEASE_SECONDS };
const patient = { retryLimit: 6, retryDelay: 60, retryBackoff: true };

/** `stately`: one waits and one is done at a time, over all instances, because a second one would find nothing to do. */
const QUEUES: Record<JobName, Queue> = {
  sync_directory: { policy: 'stately', ...lease, ...patient },
  take_over_import: { policy: 'standard', ...lease, retryLimit: 6, retryDelay: 5, retryBackoff: true },
  export_history: { policy: 'standard', ...lease, retryLimit: 3, retryDelay: 5, retryBackoff: true },
  apply_retention: { policy: 'stately', ...lease, ...patient },
};

/** In the operator's time zone, at minutes that are not everybody's. */
const SCHEDULES: Partial<Record<JobName, string>> = {
  sync_directory: '7 */6 * * *',
  apply_retention: '23 3 * * *',
};

export const JOB_NAMES: readonly JobName[] = [
  'sync_directory',
  'take_over_import',
  'export_history',
  'apply_retention',
];

type Statements = { executeSql(text: string, values: unknown[]): Promise<{ rows: PgBoss.Job[] }> };

/** Says once that the database is away, and not at every statement until it is back. */
function silent(db: Database, log: Log): Statements {
  let isAway = false;
  return {
    async executeSql(text, values) {
      try {
        const result = await db.$client.query(text, values);
        isAway = false;
        return result;
      } catch (error) {
        if (!isAway && !db.$client.ending)
          log.warn({ err: error }, 'the job queue could not reach its tables; it tries again');
        isAway = true;
        // pg-boss takes undefined for "no answer" wherever it does not wait, and says so where it does.
        return undefined as unknown as { rows: never[] };
      }
    },
  };
}

export type BossOptions = {
  db: Database;
  log: Log;
  /** Whether this instance also keeps the schedules and takes jobs away from the dead. */
  works: boolean;
  timeZone: string;
};

const LOCK_KEY = 7_385_205;
const LOCK_PATIENCE_MS = 30_000;
const LOCK_STEP_MS = 50;

/** One instance at a time: several that make the tables at once fall over each other, and here that would go unheard. */
async function alone<T>({ $client: pool }: Database, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const isOurs = async () =>
    (await client.query('select pg_try_advisory_lock($1) as ours', [LOCK_KEY])).rows[0]?.ours === true;
  try {
    const deadlineAt = performance.now() + LOCK_PATIENCE_MS;
    while (!(await isOurs())) {
      if (performance.now() > deadlineAt)
        throw new Error('another instance opens the job queue for too long');
      await sleep(LOCK_STEP_MS);
    }
    const made = await work();
    await client.query('select pg_advisory_unlock($1)', [LOCK_KEY]);
    client.release();
    return made;
  } catch (error) {
    // Without its connection the lock is gone too.
    client.release(true);
    throw error;
  }
}

/** What pg-boss could not write goes unheard, so the schedules are looked for. Throws when one is missing. */
async function requireSchedules({ $client: pool }: Database): Promise<void> {
  const names = Object.keys(SCHEDULES);
  const { rowCount } = await pool.query('select 1 from pgboss.schedule where name = any($1)', [names]);
  if (rowCount !== names.length) throw new Error('the schedules of the job queue could not be written');
}

async function start({ db, log, works, timeZone }: BossOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    db: silent(db, log),
    schema: 'pgboss',
    supervise: works,
    schedule: works,
    maintenanceIntervalSeconds: DUTY_SECONDS,
  });
  // An emitter of errors that nobody listens to would throw them.
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue stumbled; it goes on'));
  try {
    await boss.start();
    for (const name of JOB_NAMES) {
      await boss.createQueue(name, { name, ...QUEUES[name] });
      if (works) await boss.updateQueue(name, { name, ...QUEUES[name] });
      const cron = SCHEDULES[name];
      if (works && cron !== undefined) await boss.schedule(name, cron, { name }, { tz: timeZone });
    }
    if (works) await requireSchedules(db);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false, wait: false });
    throw error;
  }
}

/** Opens the queue, whose tables live in a schema of their own. Throws when the database cannot be reached. */
export async function openBoss(options: BossOptions): Promise<PgBoss> {
  await options.db.$client.query('select 1');
  return alone(options.db, () => start(options));
}
