import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quietLines } from '@/lib/db/schema';
import { upsertServices } from '@/lib/db/services';
import { failure } from '@/lib/domain/failure';
import { lost, packetsOf, testIp, testService, testStart } from '@/lib/domain/test-ping';
import { markQuietLine } from './mark-quiet-line';
import { readLine } from './read-line';
import { startPing, startPingInput } from './start-ping';
import { evidence } from './test-gateway';
import { person, refusal, testSystem, type TestSystem } from './test-system';

const { serviceId } = testService;
const agent = person('agent');
const technician = person('technician');

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(async () => {
  await test.reset();
  await upsertServices(test.store.db, [testService], testStart);
});
afterAll(() => test.close());

const mark = (quiet = true, actor = agent) => markQuietLine(test.as(actor), { serviceId, quiet });
const read = () => readLine(test.as(technician), { serviceId });

async function ping(id = serviceId) {
  const input = startPingInput.parse({ serviceId: id, pings: 4 });
  const { taskId } = await startPing(test.as(agent), input);
  return test.carry(taskId);
}

describe('a line that never answers ping', () => {
  it('is marked with its address, who heard it and when, for everybody', async () => {
    expect(await read()).toBeNull();
    test.move(1000);
    await mark();
    expect(await read()).toEqual({
      serviceId,
      ip: testIp,
      markedAt: test.system.now(),
      markedByName: agent.name,
    });
  });

  it('marked again has the last author', async () => {
    await mark();
    test.move(1000);
    await mark(true, technician);
    expect(await read()).toMatchObject({ markedByName: technician.name, markedAt: test.system.now() });
    expect(await test.store.db.$count(quietLines)).toBe(1);
  });

  it('loses its mark when anybody takes it back, and taking back what is not there is no error', async () => {
    await mark();
    await mark(false, technician);
    expect(await read()).toBeNull();
    await mark(false);
  });

  it.each([
    ['is silent', evidence(packetsOf(4, 0))],
    ['is reported by a router on the way', evidence([lost('host_unreachable', '203.0.113.9')])],
    [
      'could not be measured',
      { kind: 'task_failed', failure: failure('upstream', 'task_failed'), body: '{}' } as const,
    ],
  ])('keeps its mark when it %s', async (_name, answer) => {
    await mark();
    test.wisphub.script.read = () => answer;
    await ping();
    expect(await read()).not.toBeNull();
  });

  it('loses its mark with the first reply, even one of four', async () => {
    await mark();
    test.wisphub.script.read = ({ packets }) => evidence(packetsOf(packets, 1));
    expect((await ping()).verdict).toBe('intermittent');
    expect(await test.store.db.$count(quietLines)).toBe(0);
  });

  it('loses its mark with a reply in an early round of a longer ping', async () => {
    await mark();
    test.wisphub.script.read = ({ packets }, count) => evidence(packetsOf(packets, count === 1 ? 1 : 0));
    const input = startPingInput.parse({ serviceId, pings: 25 });
    await startPing(test.as(agent), input);
    test.move(2001);
    await test.step();
    expect(await read()).toBeNull();
  });

  it('keeps its mark when another line answers', async () => {
    await mark();
    await ping(7);
    expect(await read()).not.toBeNull();
  });

  it('is no longer one behind another address: nobody has looked at that device', async () => {
    await mark();
    await upsertServices(test.store.db, [{ ...testService, ip: '10.20.30.99' }], test.system.now());
    expect(await read()).toBeNull();
    await mark();
    expect(await read()).toMatchObject({ ip: '10.20.30.99' });
  });

  it.each([
    ['without an address', 8],
    ['outside the directory', 9],
  ])('%s cannot be marked', async (_name, id) => {
    await upsertServices(test.store.db, [{ ...testService, serviceId: 8, ip: null }], testStart);
    const marking = markQuietLine(test.as(agent), { serviceId: id, quiet: true });
    expect((await refusal(marking)).code).toBe('service_without_ip');
    expect(await test.store.db.$count(quietLines)).toBe(0);
  });
});
