import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTaskEnds } from '@/lib/db/task-times';
import { failure } from '@/lib/domain/failure';
import { packetsOf, testPolicy, testService } from '@/lib/domain/test-ping';
import { startPing, startPingInput } from './start-ping';
import { evidence, launched } from './test-gateway';
import { person, testSystem, type TestSystem } from './test-system';

let test: TestSystem;
let lags: number[] = [];

beforeAll(async () => {
  test = await testSystem();
  test.system.noteLag = (ms) => void lags.push(ms);
});
beforeEach(async () => {
  await test.reset();
  lags = [];
});
afterAll(() => test.close());

const TASK_MS = 4300;
const kind = { routerKey: 'unknown', packets: 4, silent: false };
const seenEnds = () => readTaskEnds(test.store.db, kind);

/** Tasks are done so long after their launch. */
function tasksTake(ms: () => number) {
  const launchedAt = new Map<string, number>();
  const now = () => test.system.now().getTime();
  test.wisphub.script.launch = (_launch, count) => {
    launchedAt.set(`task-${count}`, now());
    return launched(`task-${count}`);
  };
  test.wisphub.script.read = ({ taskId, packets }) =>
    now() - (launchedAt.get(taskId) ?? 0) < ms()
      ? { kind: 'not_yet' }
      : evidence(packetsOf(packets, packets));
}

/** A ping of four packets carried to its end; the looks that it needed. */
async function ping(random = 0.5, changes: Partial<TestSystem['system']> = {}): Promise<number> {
  const before = test.wisphub.looks.length;
  const ctx = test.as(person('agent'), { random: () => random, ...changes });
  const asked = startPingInput.parse({ serviceId: testService.serviceId, pings: 4 });
  const { taskId } = await startPing(ctx, asked);
  for (let state = 'running'; state === 'running';) {
    const { dueAt } = await test.ping(taskId);
    test.move(Math.max(1, dueAt.getTime() - test.system.now().getTime()));
    await test.step({ ...test.system, random: () => random, ...changes });
    state = (await test.ping(taskId)).state;
  }
  return test.wisphub.looks.length - before;
}

describe('how long tasks take is learnt', () => {
  it('from the last look that found one unfinished and the first that found it done', async () => {
    tasksTake(() => TASK_MS);
    expect(await ping()).toBe(3);
    const { own, all } = await seenEnds();
    expect(own).toEqual([{ afterMs: expect.closeTo(4000, -2), byMs: expect.closeTo(6300, -2) }]);
    expect(all).toEqual(own);
  });

  it('so that a later ping nearly always needs one look, soon after its end', async () => {
    tasksTake(() => TASK_MS);
    for (let n = 0; n < 30; n += 1) await ping((n * 0.37) % 1);
    lags = [];
    const looks = [];
    for (let n = 0; n < 10; n += 1) looks.push(await ping(0.6 + n / 30));
    expect(looks.filter((count) => count === 1).length).toBeGreaterThanOrEqual(8);
    const waited = (await seenEnds()).own.slice(0, 10).map(({ byMs }) => byMs - TASK_MS);
    expect(waited.toSorted((a, b) => a - b)[5]).toBeLessThan(250);
    // What is told of it is thought out, because nobody sees the end itself, and does not flatter.
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(lags).toHaveLength(10);
    expect(mean(lags)).toBeGreaterThanOrEqual(mean(waited));
    expect(lags.toSorted((a, b) => a - b)[5]).toBeLessThan(500);
  });

  it('and forgotten by nobody else: another instance knows it at once', async () => {
    tasksTake(() => TASK_MS);
    for (let n = 0; n < 30; n += 1) await ping((n * 0.37) % 1);
    const other = test.anotherInstance('there');
    expect(await ping(0.9, { db: other.db, owner: other.owner })).toBeLessThan(3);
  });

  it('not where the operator wants the documented pace, which then never changes', async () => {
    tasksTake(() => TASK_MS);
    const documented = {
      policy: { ...testPolicy, polling: { ...testPolicy.polling, documented: true } },
    };
    for (let n = 0; n < 8; n += 1) expect(await ping(0.5, documented)).toBe(3);
    expect(await seenEnds()).toEqual({ own: [], all: [], around: [] });
  });

  it('not from a look that got no answer, which says nothing of the task', async () => {
    test.wisphub.script.read = ({ packets }, count) =>
      count < 3 ? { kind: 'not_yet', blind: true } : evidence(packetsOf(packets, packets));
    await ping();
    expect((await seenEnds()).own).toEqual([{ afterMs: 0, byMs: expect.any(Number) }]);
  });

  it('not from a look that came long after its time, when nobody was there to make it', async () => {
    tasksTake(() => TASK_MS);
    const asked = startPingInput.parse({ serviceId: testService.serviceId, pings: 4 });
    await startPing(test.as(person('agent')), asked);
    test.move(30_000);
    await test.step();
    expect(await seenEnds()).toEqual({ own: [], all: [], around: [] });
    expect(lags).toEqual([]);
  });

  it('also from a task that failed, because it has ended', async () => {
    test.wisphub.script.read = () => ({
      kind: 'task_failed',
      failure: failure('upstream', 'task_failed'),
      body: '{}',
    });
    await ping();
    expect((await seenEnds()).own).toHaveLength(1);
  });
});

describe('a ping', () => {
  it('ends as it would when what was learnt can be neither read nor kept', async () => {
    await test.store.db.$client.query('alter table task_times rename to task_times_away');
    try {
      tasksTake(() => TASK_MS);
      expect(await ping()).toBe(3);
      expect(test.errors).toEqual([]);
    } finally {
      await test.store.db.$client.query('alter table task_times_away rename to task_times');
    }
  });
});
