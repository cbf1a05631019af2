import type PgBoss from 'pg-boss';
import type { Queryable } from './db/client';
import type { Job, JobName } from './domain/job';
import { JOB_NAMES, openBoss, type BossOptions } from './job-boss';
import { jobWorker, strictly, within, type DoJob } from './job-worker';

const NAP_MS = 2000;
/** How long a job may take to put itself away when the server ends. */
const FAREWELL_MS = 3000;

export type JobQueue = {
  /**
   * Resolves when the job is kept, or one like it already waits; within a transaction, if one is given, it is kept with
   * the rest of it. Throws when the database cannot be reached.
   */
  enqueue(job: Job, tx?: Queryable): Promise<void>;
  /** Begins jobs of this kind at once, and not at the end of a nap. */
  hurry(name: JobName): void;
  /** Does jobs, one of each kind at a time, until `stop`. */
  work(doJob: DoJob): void;
  /** Takes no more jobs and waits a few seconds for those under way; what is left goes back into the queue. */
  stop(): Promise<void>;
};

/** The queue of background work, kept in PostgreSQL, so that a job outlives the process that was asked for it. */
export function jobQueue(options: BossOptions): JobQueue {
  const { db, log } = options;
  const worker = jobWorker({ db, log });
  const naps = new Map<JobName, () => void>();
  let loops: Promise<void>[] = [];
  let opening: Promise<PgBoss> | null = null;
  let stopped = false;

  /** Opened once; an opening that failed is tried again by whoever comes next. */
  function opened(): Promise<PgBoss> {
    opening ??= openBoss(options).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  async function nap(name: JobName): Promise<void> {
    if (stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, NAP_MS);
      naps.set(name, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async function workOn(name: JobName, doJob: DoJob): Promise<void> {
    while (!stopped) {
      try {
        if (!(await worker.takeOne(await opened(), name, doJob))) await nap(name);
      } catch (error) {
        log.warn({ job: name, err: error }, 'the job queue could not be worked on; it is tried again');
        await nap(name);
      }
    }
  }

  return {
    async enqueue(job, tx) {
      const boss = await opened();
      await boss.send(job.name, job, { db: tx ? within(tx) : strictly(db) });
      if (!tx) naps.get(job.name)?.();
    },
    hurry(name) {
      naps.get(name)?.();
    },
    work(doJob) {
      loops = JOB_NAMES.map((name) => workOn(name, doJob));
    },
    async stop() {
      stopped = true;
      worker.leave();
      for (const wake of naps.values()) wake();
      const limit = new Promise<void>((resolve) => setTimeout(resolve, FAREWELL_MS).unref());
      await Promise.race([Promise.all(loops), limit]);
      await worker.giveBack();
      const boss = await opening?.catch(() => null);
      await boss?.stop({ graceful: false, close: false });
    },
  };
}
