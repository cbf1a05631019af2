import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimDuePings, saveClaimedPing } from '@/lib/db/pings';
import { until } from '@/lib/db/test-store';
import { createPing } from '@/lib/domain/create-ping';
import { testPolicy, testService } from '@/lib/domain/test-ping';
import type { LaunchAnswer } from '@/lib/wisphub/gateway';
import { acceptPing } from './accept-ping';
import { launchRound } from './launch-round';
import { startPing, startPingInput } from './start-ping';
import { stopPing } from './stop-ping';
import { launched } from './test-gateway';
import { person, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const agent = person('agent');
const ask = (input: Record<string, unknown> = {}) =>
  startPingInput.parse({ serviceId: testService.serviceId, pings: 4, ...input });

/** A ping whose process died between the commit of its intent and the outcome of its launch. */
async function dieAtLaunch(): Promise<{ taskId: string; revive: (answer: LaunchAnswer) => Promise<void> }> {
  let answer: (late: LaunchAnswer) => void = () => {};
  const before = test.wisphub.script.launch;
  test.wisphub.script.launch = () => new Promise((resolve) => (answer = resolve));
  const ctx = test.as(agent);
  const request = { ...ask(), id: test.system.newId(), source: 'desk' } as const;
  const ping = createPing(request, null, true, test.system.now(), testPolicy);
  const { claimed } = await acceptPing(ctx, ping, null);
  if (claimed === null) throw new Error('the ping was not accepted as a new one');
  const outcome = launchRound(test.system, claimed);
  await until(() => test.wisphub.launches.length === 1);
  test.wisphub.script.launch = before;
  return {
    taskId: ping.id,
    async revive(late) {
      answer(late);
      await outcome;
    },
  };
}

describe('a launch of unknown outcome', () => {
  it('is accepted, and launched exactly once more, flagged', async () => {
    test.wisphub.script.launch = (_launch, count) =>
      count === 1 ? { kind: 'unknown' } : launched(`task-${count}`);
    const { taskId } = await startPing(test.as(agent), ask());
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', launches: 1, launchUncertain: false });
    await test.step();
    expect(await test.ping(taskId)).toMatchObject({ phase: 'read', launches: 2, launchUncertain: true });
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({ state: 'finished', verdict: 'stable', launchUncertain: true });
    expect(test.wisphub.launches).toHaveLength(2);
  });

  it('twice is failed with launch_unknown, and never launched a third time', async () => {
    test.wisphub.script.launch = () => ({ kind: 'unknown' });
    const { taskId } = await startPing(test.as(agent), ask());
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({
      state: 'failed',
      verdict: null,
      failure: { source: 'upstream', code: 'launch_unknown' },
      launches: 2,
      launchUncertain: true,
    });
    test.move(600_000);
    expect(await test.step()).toBe(0);
    expect(test.wisphub.launches).toHaveLength(2);
  });

  it('in a later round ends the ping with what was measured, and the rest is marked as not measured', async () => {
    test.wisphub.script.launch = (_launch, count) => (count === 1 ? launched('task-1') : { kind: 'unknown' });
    const { taskId } = await startPing(test.as(agent), ask({ pings: 15 }));
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({ state: 'finished', verdict: 'stable', round: 2, launchUncertain: true });
    expect(ended.packets?.filter(({ status }) => status === 'not_measured')).toHaveLength(5);
    expect(ended.certainty?.reasons).toContain('partly_not_measured');
    expect(test.wisphub.launches).toHaveLength(3);
  });
});

describe('a ping that is taken back', () => {
  it('before its launch ends at once, and a runner that already holds it launches nothing', async () => {
    const ctx = test.as(agent);
    const request = { ...ask(), id: test.system.newId(), source: 'desk' } as const;
    const ping = createPing(request, null, true, test.system.now(), testPolicy);
    const { claimed } = await acceptPing(ctx, ping, null);
    if (claimed === null) throw new Error('the ping was not accepted as a new one');
    expect(await stopPing(ctx, { taskId: ping.id })).toEqual({ goesOn: false });
    await launchRound(test.system, claimed);
    expect(test.wisphub.launches).toEqual([]);
    expect(await test.ping(ping.id)).toMatchObject({ state: 'failed', failure: { code: 'withdrawn' } });
  });

  it('while its launch is on the way ends with what that round measures', async () => {
    const { taskId, revive } = await dieAtLaunch();
    expect(await stopPing(test.as(agent), { taskId })).toEqual({ goesOn: false });
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', stopAsked: true });
    await revive(launched('task-1'));
    expect(await test.carry(taskId)).toMatchObject({ state: 'finished', verdict: 'stable' });
    expect(test.wisphub.launches).toHaveLength(1);
  });
});

describe('a process that dies between intent and outcome', () => {
  it('leaves a ping that the next holder launches once more, flagged', async () => {
    const { taskId } = await dieAtLaunch();
    expect(await test.ping(taskId)).toMatchObject({ launches: 1, launchUncertain: false, phase: 'launch' });
    test.move(test.system.limits.leaseMs);
    expect(await test.step()).toBe(0);
    test.move(1);
    expect(await test.step(test.anotherInstance('there'))).toBe(1);
    expect(await test.ping(taskId)).toMatchObject({ phase: 'read', launches: 2, launchUncertain: true });
    expect((await test.carry(taskId)).state).toBe('finished');
    expect(test.wisphub.launches).toHaveLength(2);
  });

  it('and comes back writes nothing over the work of the next holder', async () => {
    const { taskId, revive } = await dieAtLaunch();
    test.move(test.system.limits.leaseMs + 1);
    await test.step(test.anotherInstance('there'));
    const before = await test.ping(taskId);
    expect(before.upstreamTaskId).toBe('task-2');
    await revive(launched('task-of-the-dead'));
    expect(await test.ping(taskId)).toEqual(before);
  });

  it('and was the second to do so leaves a ping that fails and is not launched a third time', async () => {
    const { taskId } = await dieAtLaunch();
    test.move(test.system.limits.leaseMs + 1);
    const second = test.step();
    test.wisphub.script.launch = () => new Promise(() => {});
    void second;
    await until(() => test.wisphub.launches.length === 2);
    test.move(test.system.limits.leaseMs + 1);
    await test.step(test.anotherInstance('there'));
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({ state: 'failed', failure: { code: 'launch_unknown' } });
    expect(test.wisphub.launches).toHaveLength(2);
  });

  it('and lost its claim before the launch sends nothing', async () => {
    const { db } = test.store;
    test.wisphub.script.launch = () => ({ kind: 'unavailable', retryAfterMs: 1000 });
    const { taskId } = await startPing(test.as(agent), ask());
    test.move(1000);
    const lease = { owner: 'slow/1', until: test.system.now() };
    const [slow] = await claimDuePings(db, test.system.now(), lease, 1);
    test.move(1);
    const [quick] = await claimDuePings(db, test.system.now(), { ...lease, owner: 'quick/1' }, 1);
    if (slow === undefined || quick === undefined) throw new Error('the ping could not be claimed twice');
    expect(quick.fence).toBeGreaterThan(slow.fence);
    await launchRound(test.system, slow);
    expect(test.wisphub.launches).toHaveLength(1);
    expect(await saveClaimedPing(db, slow)).toBe(false);
    expect((await test.ping(taskId)).launches).toBe(0);
  });
});
