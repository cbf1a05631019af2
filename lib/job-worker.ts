import { sql } from 'drizzle-orm';
import type PgBoss from 'pg-boss';
import type { Database, Queryable } from './db/client';
import { giveJobBack, prolongJob } from './db/held-jobs';
import { jobSchema, type Job, type JobName } from './domain/job';
import type { Log } from './operations/context';

const BEAT_MS = 15_000;

export type DoJob = (job: Job, askedAt: Date) => Promise<void>;
type Fetched = PgBoss.JobWithMetadata<object>;

/** pg-boss with a database that throws, for the statements that we wait for ourselves. */
export const strictly = (db: Database) => ({
  executeSql: (text: string, values: unknown[]) => db.$client.query(text, values),
});

/** pg-boss as part of a transaction: its text with each `$n` as a parameter of its own. */
export const within = (tx: Queryable) => ({
  executeSql: (text: string, values: unknown[]) =>
    tx.execute(
      sql.join(
        text
          .split(/\$(\d+)/)
          .map((part, place) => (place % 2 === 0 ? sql.raw(part) : sql.param(values[Number(part) - 1]))),
      ),
    ),
});

/** Takes jobs out of the queue, one at a time, and puts each away: done, to be tried again, or given back. */
export function jobWorker({ db, log }: { db: Database; log: Log }) {
  const strict = strictly(db);
  const held = new Map<string, JobName>();
  let isLeaving = false;

  async function putAway(
    boss: PgBoss,
    { name, id }: Fetched,
    failure: { error: unknown } | null,
  ): Promise<void> {
    // A shutdown did not wait for it any longer: it is somebody else's now.
    if (!held.has(id)) return;
    if (failure === null) return void (await boss.complete(name, id, {}, { db: strict }));
    if (isLeaving) return giveJobBack(db, name, id);
    const { error } = failure;
    log.warn({ job: name, err: error }, 'a job failed; it is tried again');
    const reason = error instanceof Error ? error.message : String(error);
    await boss.fail(name, id, { reason }, { db: strict });
  }

  return {
    /** Does the next job of this kind; false when none waits. */
    async takeOne(boss: PgBoss, name: JobName, doJob: DoJob): Promise<boolean> {
      const [fetched] = await boss.fetch<object>(name, { includeMetadata: true, db: strict });
      if (fetched === undefined) return false;
      const { id, data, createdOn } = fetched;
      held.set(id, name);
      const beat = setInterval(() => void prolongJob(db, name, id).catch(() => {}), BEAT_MS);
      const work = async () => doJob(jobSchema.parse(data), createdOn);
      try {
        const failure = await work().then(
          () => null,
          (error: unknown) => ({ error }),
        );
        await putAway(boss, fetched, failure);
      } finally {
        clearInterval(beat);
        held.delete(id);
      }
      return true;
    },
    /** From now on a job that ends unfinished was cut off, and did not fail. */
    leave() {
      isLeaving = true;
    },
    /** Gives back what is still held; what becomes of it here no longer counts. */
    async giveBack(): Promise<void> {
      const left = [...held];
      held.clear();
      for (const [id, name] of left) {
        await giveJobBack(db, name, id).catch((error: unknown) =>
          log.warn({ job: name, err: error }, 'a job could not be given back; its lease will end'),
        );
      }
    },
  };
}
