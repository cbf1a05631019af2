import { afterAll, beforeAll, expect, it } from 'vitest';
import { storePing } from '@/lib/db/test-store';
import { statusItemSchema } from '@/lib/domain/status';
import { toStatusItem } from '@/app/api/v1/status/to-status-item';
import { readStatus } from './operations/read-status';
import { person, testSystem, type TestSystem } from './operations/test-system';

let test: TestSystem;
beforeAll(async () => {
  test = await testSystem();
});
afterAll(() => test.close());

it('an administrator is told of pings, calls, budget, jobs and the database, in the form that is documented', async () => {
  await storePing(test.store.db, { serviceId: 7 });
  test.wisphub.script.paused = true;
  const status = toStatusItem(await readStatus(test.as(person('admin'))));
  expect(statusItemSchema.parse(status)).toEqual(status);
  expect(status.pings).toMatchObject({ running: 1, carried: 0 });
  expect(status.upstream.calls.map(({ kind, paused }) => `${kind} ${paused}`)).toEqual([
    'launch true',
    'read true',
    'list true',
  ]);
  expect(status.upstream.budget).toEqual({ used: 0, limit: 1000, desk_reserve: 80, look_reserve: 400 });
  expect(status.jobs.map(({ name }) => name)).toContain('sync_directory');
  expect(status.database.migrations).toBe(status.database.known_migrations);
  expect(status.instance).toMatchObject({ name: 'here:3000', runner: true, version: '1.2.3' });
});

it('what nobody knows is null, and never 0 or a good word', async () => {
  const status = toStatusItem(await readStatus(test.as(person('admin'))));
  expect(status.backup_at).toBeNull();
  expect(status.directory.finished_at).toBeNull();
  for (const call of status.upstream.calls) expect(call.last_ok_at ?? call.last_ms).toBeNull();
  for (const job of status.jobs) expect(job.last_done_at).toBeNull();
});
