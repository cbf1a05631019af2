import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { upstreamRequests } from '@/lib/db/schema';
import { failure } from '@/lib/domain/failure';
import { atMs, packetsOf } from '@/lib/domain/test-ping';
import { startPing, startPingInput } from './start-ping';
import { evidence, launched } from './test-gateway';
import { person, program, testSystem, type TestSystem } from './test-system';

let test: TestSystem;
beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const agent = person('agent');
const ask = startPingInput.parse({ serviceId: 7, pings: 4 });

/** So many seconds go by, and every two of them whoever is due is carried on. */
async function wait(seconds: number) {
  for (let second = 0; second < seconds; second += 2) {
    test.move(2001);
    await test.step();
  }
}

describe('what a person asks for while WispHub is down', () => {
  it('is kept without a call and without a share of the budget, and goes out when WispHub is back', async () => {
    test.wisphub.script.paused = true;
    test.wisphub.script.read = ({ packets }) => evidence(packetsOf(packets, packets));
    const { taskId } = await startPing(test.as(agent), ask);
    await wait(120);
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', phase: 'launch', launches: 0 });
    expect(test.wisphub.launches).toEqual([]);
    expect(await test.store.db.$count(upstreamRequests)).toBe(0);
    test.wisphub.script.paused = false;
    await wait(2);
    expect(test.wisphub.launches, 'within two seconds').toHaveLength(1);
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({ state: 'finished', verdict: 'stable', launchUncertain: false });
  });

  it('is kept from when the desk says so, before launches are paused, and is no trial', async () => {
    test.wisphub.script.down = true;
    const { taskId } = await startPing(test.as(agent), ask);
    await wait(60);
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', phase: 'launch', launches: 0 });
    expect(test.wisphub.launches).toEqual([]);
    await startPing(test.as(program('ping:write')), { ...ask, serviceId: 8 });
    expect(test.wisphub.launches, 'a program is told at once what became of its own').toHaveLength(1);
    test.wisphub.script.down = false;
    await wait(2);
    expect(test.wisphub.launches.at(-1)).toMatchObject({ serviceId: 7 });
  });

  it('is not lost where its launch is the one that finds nobody there', async () => {
    test.wisphub.script.paused = true;
    const { taskId } = await startPing(test.as(agent), ask);
    test.wisphub.script.paused = false;
    test.wisphub.script.launch = (_launch, count) =>
      count <= 3 ? { kind: 'refused', failure: failure('upstream', 'upstream_network') } : launched('late');
    test.wisphub.script.read = ({ packets }) => evidence(packetsOf(packets, packets));
    await wait(28);
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', phase: 'launch', launches: 0 });
    expect(test.wisphub.launches, 'once in ten seconds').toHaveLength(3);
    await wait(12);
    expect(await test.carry(taskId)).toMatchObject({ state: 'finished', launchUncertain: false });
    expect(test.wisphub.launches).toHaveLength(4);
  });

  it.each([
    ['and is measured, flagged', 1, { state: 'finished', launchUncertain: true }],
    ['and never a third time', 9, { state: 'failed', failure: { code: 'upstream_html' } }],
  ] as const)(
    'is launched once more where WispHub answered the first launch with a fault, %s',
    async (_, faults, end) => {
      test.wisphub.script.paused = true;
      const { taskId } = await startPing(test.as(agent), ask);
      test.wisphub.script.paused = false;
      test.wisphub.script.launch = (_launch, count) =>
        count <= faults
          ? { kind: 'refused', failure: failure('upstream', 'upstream_html') }
          : launched('late');
      test.wisphub.script.read = ({ packets }) => evidence(packetsOf(packets, packets));
      await wait(60);
      expect(await test.carry(taskId)).toMatchObject(end);
      expect(test.wisphub.launches).toHaveLength(2);
    },
  );

  it('ends when WispHub is there and refuses it for a reason of its own', async () => {
    test.wisphub.script.paused = true;
    const { taskId } = await startPing(test.as(agent), ask);
    test.wisphub.script.paused = false;
    test.wisphub.script.launch = () => ({
      kind: 'refused',
      failure: failure('upstream', 'upstream_rejected'),
    });
    await wait(2);
    expect(await test.ping(taskId)).toMatchObject({
      state: 'failed',
      failure: { code: 'upstream_rejected' },
    });
  });

  it('is one ping, however often it is asked for', async () => {
    test.wisphub.script.paused = true;
    const first = await startPing(test.as(agent), ask);
    await wait(10);
    expect(await startPing(test.as(person('supervisor')), ask)).toEqual(first);
  });

  it('ends as not measured after ten minutes more than usual, and says that it was never sent', async () => {
    test.wisphub.script.paused = true;
    const { taskId } = await startPing(test.as(agent), ask);
    const usualMs = 60_000;
    await wait(600 + usualMs / 1000 - 4);
    expect((await test.ping(taskId)).state).toBe('running');
    await wait(6);
    expect(await test.ping(taskId)).toMatchObject({
      state: 'failed',
      failure: { source: 'deadline', code: 'queue_deadline' },
      deadlineAt: atMs(600_000 + usualMs + 60_000),
    });
    expect(test.wisphub.launches).toEqual([]);
  });
});
