import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { upstreamRequests } from '@/lib/db/schema';
import { packetsOf } from '@/lib/domain/test-ping';
import { refreshService } from './refresh-service';
import { startPing, startPingInput } from './start-ping';
import { evidence, launched } from './test-gateway';
import { person, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const away = { kind: 'unavailable', retryAfterMs: 1000 } as const;
const spent = () => test.store.db.$count(upstreamRequests);
const start = (serviceId: number) =>
  startPing(test.as(person('agent')), startPingInput.parse({ serviceId, pings: 4 }));

async function stepMany(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    test.move(1001);
    await test.step();
  }
}

describe('a look that WispHub does not answer', () => {
  it('keeps no ping for more than three seconds beyond its deadline', async () => {
    const { taskId } = await start(1);
    const patience: number[] = [];
    const readTask: TestSystem['system']['wisphub']['readTask'] = async (_taskId, timeoutMs) => {
      patience.push(timeoutMs ?? Infinity);
      return { kind: 'not_yet' };
    };
    const system = { ...test.system, wisphub: { ...test.wisphub, readTask } };
    const { polling } = test.system.policy;
    test.move(polling.firstMs);
    await test.step(system);
    const launchedAt = (await test.ping(taskId)).launchedAt?.getTime() ?? 0;
    test.move(launchedAt + polling.limitMs - 1000 - test.system.now().getTime());
    await test.step(system);
    expect(patience).toEqual([polling.limitMs - polling.firstMs + 3000, 4000]);
  });
});

describe('an upstream that is not even tried', () => {
  it('takes no launch out of the budget, however often one is wanted', async () => {
    test.wisphub.script.launch = () => away;
    const { taskId } = await start(1);
    await stepMany(30);
    expect(test.wisphub.launches).toHaveLength(31);
    expect(await spent()).toBe(0);
    test.wisphub.script.launch = () => launched('task-1');
    await stepMany(1);
    expect(await spent()).toBe(1);
    expect(await test.ping(taskId)).toMatchObject({ phase: 'read', launches: 1, launchUncertain: false });
  });

  it('takes no look out of the budget, nor of those that a ping has', async () => {
    const { taskId } = await start(1);
    test.wisphub.script.read = () => away;
    await stepMany(25);
    expect(test.wisphub.looks.length).toBeGreaterThan(20);
    expect(await spent()).toBe(1);
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', looks: 0 });
    test.wisphub.script.read = ({ packets }) => evidence(packetsOf(packets, packets));
    await stepMany(1);
    expect(await test.ping(taskId)).toMatchObject({ state: 'finished', verdict: 'stable' });
  });

  it('still ends every ping at its deadline', async () => {
    const { taskId } = await start(1);
    test.wisphub.script.read = () => away;
    expect(await test.carry(taskId)).toMatchObject({ state: 'failed', failure: { code: 'deadline' } });
  });

  it('takes no record out of the budget', async () => {
    test.wisphub.script.find = () => away;
    expect((await refreshService(test.as(person('agent')), { serviceId: 1 })).outcome).toBe('unavailable');
    expect(test.wisphub.finds).toHaveLength(1);
    expect(await spent()).toBe(0);
  });
});
