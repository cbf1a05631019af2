// pg-boss keeps the jobs. It does not wait for all of its own statements, and a rejection that nobody waits for ends the
// process: it is therefore given a database that answers nothing instead of throwing.
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

/** Opens the queue, whose tables live in a schema of their own. Throws when the database cannot be reached. */
export async function openBoss({ db, log, works, timeZone }: BossOptions): Promise<PgBoss> {
  await db.$client.query('select 1');
  const boss = new PgBoss({
    db: silent(db, log),
    schema: 'pgboss',
    supervise: works,
    schedule: works,
    maintenanceIntervalSeconds: DUTY_SECONDS,
  });
  // An emitter of errors that nobody listens to would throw them.
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue stumbled; it goes on'));
  await boss.start();
  for (const name of JOB_NAMES) {
    await boss.createQueue(name, { name, ...QUEUES[name] });
    if (works) await boss.updateQueue(name, { name, ...QUEUES[name] });
    const cron = SCHEDULES[name];
    if (works && cron !== undefined) await boss.schedule(name, cron, { name }, { tz: timeZone });
  }
  return boss;
}
