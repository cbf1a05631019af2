import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { selectRecentServices, upsertServices } from '@/lib/db/services';
import { spend } from '@/lib/db/upstream-budget';
import { failure } from '@/lib/domain/failure';
import { atMs, testService, testStart } from '@/lib/domain/test-ping';
import { readService } from './read-service';
import { refreshService } from './refresh-service';
import { found } from './test-gateway';
import { person, refusal, testLimits, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const agent = person('agent');
const technician = person('technician');
const { serviceId } = testService;
const moved = { ...testService, ip: '10.20.30.99' };

describe('refreshing a service', () => {
  it('reads it from WispHub within two seconds, stores it and answers it', async () => {
    await upsertServices(test.store.db, [testService], testStart);
    test.move(60_000);
    test.wisphub.script.find = () => found([moved]);
    const { service, outcome } = await refreshService(test.as(agent), { serviceId });
    expect(test.wisphub.finds).toEqual([{ serviceId, timeoutMs: 2000 }]);
    expect(outcome).toBe('read');
    expect(service).toMatchObject({ ip: '10.20.30.99', syncedAt: atMs(60_000) });
    expect((await readService(test.as(agent), { serviceId })).ip).toBe('10.20.30.99');
  });

  it('is shared by everybody for a minute', async () => {
    test.wisphub.script.find = () => found([testService]);
    expect((await refreshService(test.as(agent), { serviceId })).outcome).toBe('read');
    test.move(59_999);
    const second = await refreshService(test.as(technician), { serviceId });
    expect(second).toMatchObject({ outcome: 'fresh', service: { serviceId, syncedAt: testStart } });
    expect(test.wisphub.finds).toHaveLength(1);
    test.move(1);
    expect((await refreshService(test.as(technician), { serviceId })).outcome).toBe('read');
    expect(test.wisphub.finds).toHaveLength(2);
  });

  it('that WispHub does not know is unknown, and a record that is kept says how old it is', async () => {
    expect(await refreshService(test.as(agent), { serviceId })).toEqual({
      service: null,
      outcome: 'unknown',
    });
    await upsertServices(test.store.db, [testService], testStart);
    test.move(60_000);
    expect(await refreshService(test.as(agent), { serviceId })).toMatchObject({
      outcome: 'unknown',
      service: { syncedAt: testStart },
    });
  });

  it('while WispHub fails is unavailable, with the record as old as it says', async () => {
    await upsertServices(test.store.db, [testService], testStart);
    test.move(60_000);
    test.wisphub.script.find = () => ({ kind: 'fault', failure: failure('upstream', 'upstream_timeout') });
    expect(await refreshService(test.as(agent), { serviceId })).toMatchObject({
      outcome: 'unavailable',
      service: { ip: testService.ip, syncedAt: testStart },
    });
  });

  it('that is asked to slow down keeps every call silent until then', async () => {
    test.wisphub.script.find = () => ({ kind: 'slow_down', retryAfterMs: 30_000 });
    expect((await refreshService(test.as(agent), { serviceId })).outcome).toBe('unavailable');
    test.move(29_999);
    expect(await spend(test.store.db, 'desk_launch', test.system.now, 100)).toEqual({
      granted: false,
      at: atMs(30_000),
    });
    expect((await refreshService(test.as(agent), { serviceId })).outcome).toBe('unavailable');
    expect(test.wisphub.finds).toHaveLength(1);
  });

  it('without room in the budget asks nothing and is unavailable', async () => {
    const limits = { ...testLimits, ratePerMinute: 4 };
    await refreshService(test.as(agent, { limits }), { serviceId: 1 });
    expect((await refreshService(test.as(agent, { limits }), { serviceId: 2 })).outcome).toBe('unavailable');
    expect(test.wisphub.finds).toHaveLength(1);
  });

  it('notes the view, the latest first and each service once', async () => {
    const second = { ...testService, serviceId: 7 };
    await upsertServices(test.store.db, [testService, second], testStart);
    for (const id of [serviceId, 7, serviceId]) {
      test.move(10);
      await refreshService(test.as(agent), { serviceId: id });
    }
    const recent = async (userId: string) =>
      (await selectRecentServices(test.store.db, userId, 10)).map((service) => service.serviceId);
    expect(await recent(agent.id)).toEqual([serviceId, 7]);
    expect(await recent(technician.id)).toEqual([]);
  });

  it('is unsupported by an upstream without a customer list', async () => {
    const judging = test.as(agent, { wisphub: { ...test.wisphub, directory: null } });
    await upsertServices(test.store.db, [testService], testStart);
    test.move(60_000);
    expect(await refreshService(judging, { serviceId })).toMatchObject({
      outcome: 'unsupported',
      service: { serviceId },
    });
  });
});

it('a service that the directory does not hold is service_not_found', async () => {
  expect((await refusal(readService(test.as(agent), { serviceId: 5 }))).code).toBe('service_not_found');
});
