import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { testStore, until, type TestStore } from './db/test-store';
import type { Job } from './domain/job';
import { openBoss } from './job-boss';
import { jobQueue, type JobQueue } from './job-queue';
import type { DoJob } from './job-worker';
import type { Log } from './operations/context';

let store: TestStore;
let queues: JobQueue[] = [];
let warnings: string[] = [];
const rejections: unknown[] = [];
const onRejection = (reason: unknown) => void rejections.push(reason);

const log: Log = { info: () => {}, warn: (_fields, text) => void warnings.push(text), error: () => {} };

beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  store = await testStore();
});
beforeEach(() => {
  warnings = [];
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.stop()));
  queues = [];
  await sql('delete from pgboss.job');
  expect(rejections).toEqual([]);
});
afterAll(async () => {
  await store.close();
  process.off('unhandledRejection', onRejection);
});

const sql = async (text: string) => (await store.db.$client.query(text)).rows;
const states = async () =>
  (await sql('select name, state::text from pgboss.job order by created_on, id')).map(
    ({ name, state }) => `${name} ${state}`,
  );

/** An instance of its own, with a pool of its own. */
function instance(works = true): JobQueue {
  const queue = jobQueue({ db: store.anotherPool(), log, works, timeZone: 'America/Bogota' });
  queues.push(queue);
  return queue;
}

const sync: Job = { name: 'sync_directory' };
const anExport = (): Job => ({ name: 'export_history', exportId: randomUUID() });

/** Work that remembers what it was given, and waits where it is told to. */
function worker() {
  const done: Job[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const work: DoJob = async (job) => void done.push(job);
  const holding: DoJob = async (job) => {
    done.push(job);
    await held;
  };
  return { done, work, holding, release };
}

it('a job that is part of a transaction is kept with it, or not at all', async () => {
  const queue = instance();
  const undone = store.db.transaction(async (tx) => {
    await queue.enqueue(anExport(), tx);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await states()).toEqual([]);
  await store.db.transaction((tx) => queue.enqueue(anExport(), tx));
  expect(await states()).toEqual(['export_history created']);
});

it('a job that was asked for is done once, with the moment at which it was asked for', async () => {
  const queue = instance();
  const moments: Date[] = [];
  const job = anExport();
  queue.work(async (given, askedAt) => {
    expect(given).toEqual(job);
    moments.push(askedAt);
  });
  await queue.enqueue(job);
  await until(async () => (await states()).join() === 'export_history completed');
  expect(moments).toHaveLength(1);
  const [row] = await sql('select created_on from pgboss.job');
  expect(moments).toEqual([row?.created_on]);
});

it('one that was put in by an instance without a runner is done by one that has it', async () => {
  const web = instance(false);
  const { done, work } = worker();
  await web.enqueue(anExport());
  expect(await states()).toEqual(['export_history created']);
  instance().work(work);
  await until(() => done.length === 1);
});

it('the same load asked for a hundred times waits once, and every export has its own place', async () => {
  const web = instance(false);
  await Promise.all(Array.from({ length: 100 }, () => web.enqueue(sync)));
  await Promise.all([anExport(), anExport()].map((job) => web.enqueue(job)));
  expect((await states()).sort()).toEqual([
    'export_history created',
    'export_history created',
    'sync_directory created',
  ]);
});

it('one load at a time is done, over all instances, and a long one holds up no export', async () => {
  const [here, there] = [instance(), instance()];
  const { done, holding, release } = worker();
  const exported = worker();
  const work: DoJob = (job, at) =>
    job.name === 'sync_directory' ? holding(job, at) : exported.work(job, at);
  here.work(work);
  there.work(work);
  await here.enqueue(sync);
  await until(() => done.length === 1);
  await there.enqueue(sync);
  await there.enqueue(anExport());
  await until(() => exported.done.length === 1);
  expect(done).toHaveLength(1);
  release();
  await until(() => done.length === 2, { what: 'the second load' });
});

it('a job that fails is tried again later', async () => {
  const queue = instance();
  let tries = 0;
  queue.work(async () => {
    tries += 1;
    if (tries === 1) throw new Error('WispHub does not answer');
  });
  await queue.enqueue(sync);
  await until(async () => (await states()).join() === 'sync_directory retry');
  expect(
    await sql("select output->>'reason' as reason, start_after > now() as later from pgboss.job"),
  ).toEqual([{ reason: 'WispHub does not answer', later: true }]);
  await sql('update pgboss.job set start_after = now()');
  await until(async () => (await states()).join() === 'sync_directory completed');
  expect(tries).toBe(2);
});

it('a job that a shutdown cuts off is done again by another instance, and that counts as no failure', async () => {
  const here = instance();
  const cut = worker();
  here.work(async (job, askedAt) => {
    await cut.holding(job, askedAt);
    throw new Error('stopped by a shutdown');
  });
  await here.enqueue(sync);
  await until(() => cut.done.length === 1);
  const stopping = here.stop();
  cut.release();
  await stopping;
  expect(await states()).toEqual(['sync_directory retry']);
  const { done, work } = worker();
  instance().work(work);
  await until(() => done.length === 1);
  expect(await sql('select retry_count from pgboss.job')).toEqual([{ retry_count: 0 }]);
});

it('a job that does not end in time for a shutdown is given back too, and its late end changes nothing', async () => {
  const here = instance();
  const late = worker();
  here.work(late.holding);
  await here.enqueue(sync);
  await until(() => late.done.length === 1);
  await here.stop();
  expect(await states()).toEqual(['sync_directory retry']);
  late.release();
  const { done, work } = worker();
  instance().work(work);
  await until(() => done.length === 1);
  await until(async () => (await states()).join() === 'sync_directory completed');
});

it('a job whose process died is taken away from it when its lease ends, and done by another', async () => {
  const dead = instance();
  const { done, holding } = worker();
  dead.work(holding);
  await dead.enqueue(sync);
  await until(() => done.length === 1);
  await sql("update pgboss.job set started_on = now() - interval '101 seconds'");
  const boss = await openBoss({ db: store.db, log, works: false, timeZone: 'UTC' });
  await boss.expire();
  expect(await states()).toEqual(['sync_directory retry']);
  await boss.stop({ graceful: false });
});

it('the database going away in the middle of a job ends nothing: the queue goes on when it is back', async () => {
  const web = instance(false);
  for (let count = 0; count < 5; count += 1) await web.enqueue(anExport());
  const { done, work } = worker();
  let breaks = true;
  instance().work(async (job, askedAt) => {
    if (breaks) {
      breaks = false;
      await sql(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
    }
    await work(job, askedAt);
  });
  await until(() => done.length >= 5);
  await until(async () => (await states()).filter((state) => state.endsWith('completed')).length >= 4);
});

it('three instances open an empty database at once', async () => {
  const empty = await testStore();
  const open = () => jobQueue({ db: empty.anotherPool(), log, works: true, timeZone: 'America/Bogota' });
  const three = [open(), open(), open()];
  await Promise.all(three.map((queue) => queue.enqueue(anExport())));
  const { rows } = await empty.db.$client.query(
    'select name, cron, timezone from pgboss.schedule order by name',
  );
  expect(rows).toEqual([
    { name: 'apply_retention', cron: '23 3 * * *', timezone: 'America/Bogota' },
    { name: 'sync_directory', cron: '7 */6 * * *', timezone: 'America/Bogota' },
  ]);
  await Promise.all(three.map((queue) => queue.stop()));
  await empty.close();
});
