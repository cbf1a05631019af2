import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { testStore, type TestStore } from './test-store';
import { readJobStates } from './job-states';

let store: TestStore;
const sql = (text: string) => store.db.$client.query(text);
const syncs = async () => (await readJobStates(store.db, ['sync_directory']))[0];

/** The columns of the queue's own tables that are looked at. */
const COLUMNS = `name text, state text, completed_on timestamptz, started_on timestamptz, output jsonb`;

const job = (state: string, minutesAgo: number | null, output: string | null = null, table = 'job') => {
  const at = minutesAgo === null ? 'null' : `now() - interval '${minutesAgo} minutes'`;
  const end = state === 'completed' || state === 'failed' ? at : 'null';
  const text = output === null ? 'null' : `'${output}'`;
  return sql(`insert into pgboss.${table} values ('sync_directory', '${state}', ${end}, ${at}, ${text})`);
};

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await sql('drop schema if exists pgboss cascade');
});

async function makeTables(): Promise<void> {
  await sql(
    `create schema pgboss; create table pgboss.job (${COLUMNS}); create table pgboss.archive (${COLUMNS})`,
  );
}

it('before the queue is first used nothing was done and nothing failed', async () => {
  expect(await syncs()).toEqual({
    name: 'sync_directory',
    waiting: 0,
    lastDoneAt: null,
    lastFailedAt: null,
    failing: false,
  });
});

it('a job that is tried again is failing until it is done', async () => {
  await makeTables();
  await job('completed', 30);
  await job('retry', 5, '{"reason":"x"}');
  expect(await syncs()).toMatchObject({ waiting: 1, failing: true });
  await job('completed', 0);
  expect(await syncs()).toMatchObject({ failing: false });
});

it('a job that was given up is failing, also once it is in the archive', async () => {
  await makeTables();
  await job('completed', 60, null, 'archive');
  await job('failed', 20, '{"reason":"x"}', 'archive');
  expect(await syncs()).toMatchObject({ waiting: 0, failing: true });
});

it('a job that a shutdown gave back has not failed', async () => {
  await makeTables();
  await job('retry', null);
  expect(await syncs()).toMatchObject({ waiting: 1, lastFailedAt: null, failing: false });
});
