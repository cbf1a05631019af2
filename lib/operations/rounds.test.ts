import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reserveTurn } from '@/lib/db/launch-turns';
import { pingBodies } from '@/lib/db/schema';
import { upsertServices } from '@/lib/db/services';
import { spend } from '@/lib/db/upstream-budget';
import { failure } from '@/lib/domain/failure';
import { toPingDetails } from '@/lib/domain/ping-details';
import { packetsOf, reply, testService, testStart } from '@/lib/domain/test-ping';
import { routerKey } from './task-pace';
import { readPingView } from './read-ping-view';
import { startPing, startPingInput } from './start-ping';
import { evidence, type Task } from './test-gateway';
import { person, program, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const agent = person('agent');
const bot = program('ping:write', 'ping:read');
const ask = (input: Record<string, unknown> = {}) =>
  startPingInput.parse({ serviceId: testService.serviceId, pings: 4, ...input });

const packetsSent = () => test.wisphub.launches.map(({ packets }) => packets);
/** Every task loses so many of its packets. */
const losing = (lost: (task: Task) => number) => {
  test.wisphub.script.read = (task) => evidence(packetsOf(task.packets, task.packets - lost(task)));
};

describe('a ping larger than one upstream task', () => {
  it('of 25 packets is launched as 10, 10 and 5, and its replies are numbered from 1 to 25', async () => {
    await upsertServices(test.store.db, [testService], testStart);
    let ms = 0;
    test.wisphub.script.read = ({ packets }) =>
      evidence(Array.from({ length: packets }, () => reply({ rttMs: (ms += 1) })));
    const { taskId } = await startPing(test.as(bot), ask({ pings: 25 }));
    const ended = await test.carry(taskId);
    expect(packetsSent()).toEqual([10, 10, 5]);
    expect(ended).toMatchObject({ state: 'finished', verdict: 'stable', certainty: { level: 'solid' } });
    const details = toPingDetails(await readPingView(test.as(bot), { taskId }), test.system.now());
    expect(details).toMatchObject({ requested: 25, sent: 25, received: 25, rounds: 3 });
    const numbers = Array.from({ length: 25 }, (_, index) => index + 1);
    expect(details.replies.map(({ seq }) => seq)).toEqual(numbers);
    expect(details.replies.map(({ rtt_ms }) => rtt_ms)).toEqual(numbers);
  });

  it("keeps each round's answer as it came", async () => {
    const { taskId } = await startPing(test.as(bot), ask({ pings: 25 }));
    await test.carry(taskId);
    const rows = await test.store.db
      .select()
      .from(pingBodies)
      .where(eq(pingBodies.pingId, taskId))
      .orderBy(asc(pingBodies.round));
    expect(rows.map(({ round, body }) => [round, JSON.parse(body).task.result])).toEqual([
      [1, 10],
      [2, 10],
      [3, 5],
    ]);
  });

  it('launches no round before the one under way has ended', async () => {
    test.wisphub.script.read = (task, count) =>
      count < 4 ? { kind: 'not_yet' } : evidence(packetsOf(task.packets, task.packets));
    const { taskId } = await startPing(test.as(bot), ask({ pings: 25 }));
    for (let looks = 0; looks < 3; looks += 1) {
      test.move(6000);
      await test.step();
      expect(packetsSent()).toEqual([10]);
    }
    expect((await test.carry(taskId)).round).toBe(3);
  });

  it('whose second round fails keeps what the first measured', async () => {
    test.wisphub.script.read = (task) =>
      task.taskId === 'task-1'
        ? evidence(packetsOf(10, 10))
        : { kind: 'task_failed', failure: failure('upstream', 'task_failed'), body: '{}' };
    const { taskId } = await startPing(test.as(bot), ask({ pings: 25 }));
    const ended = await test.carry(taskId);
    expect(packetsSent()).toEqual([10, 10]);
    expect(ended).toMatchObject({ state: 'finished', verdict: 'stable', certainty: { level: 'hollow' } });
  });
});

describe('a ping from the desk that may be extended', () => {
  it.each([
    ['ends at 4 when everything is answered', () => 0, [4], 'stable', 'hollow'],
    ['goes on to 10 once when all is silent', ({ packets }: Task) => packets, [4, 6], 'no_internet', 'solid'],
    [
      'goes on to 10 and to 20 while the loss stays unclear',
      ({ packets }: Task) => (packets === 4 ? 1 : packets === 6 ? 1 : 3),
      [4, 6, 10],
      'intermittent',
      'hollow',
    ],
    [
      'ends at 10 when the loss has become clear',
      ({ packets }: Task) => (packets === 4 ? 2 : 5),
      [4, 6],
      'intermittent',
      'solid',
    ],
  ] as const)('%s', async (_name, lost, sent, verdict, level) => {
    losing(lost);
    const { taskId } = await startPing(test.as(agent), ask({ extend: 'auto' }));
    const ended = await test.carry(taskId);
    expect(packetsSent()).toEqual(sent);
    expect(ended).toMatchObject({ state: 'finished', verdict, certainty: { level }, requested: 4 });
  });

  it('has a later deadline with each round that was added', async () => {
    losing(({ packets }) => packets);
    const { taskId } = await startPing(test.as(agent), ask({ extend: 'auto' }));
    const before = await test.ping(taskId);
    const ended = await test.carry(taskId);
    expect(ended.deadlineAt.getTime() - before.deadlineAt.getTime()).toBe(60_000);
  });
});

describe('an extension near the upstream budget', () => {
  const silent = () => losing(({ packets }) => packets);
  const notMade = {
    state: 'finished',
    verdict: 'no_internet',
    certainty: { level: 'hollow', reasons: ['few_packets', 'extension_skipped'] },
  };

  it('is not made, and the ping ends at once with what was measured', async () => {
    silent();
    const { taskId } = await startPing(test.as(agent), ask({ extend: 'auto' }));
    // Room for looks and for launches of others, and no longer for a comfort.
    for (let sent = 0; sent < 700; sent += 1) {
      await spend(test.system.db, 'look', test.system.now, test.system.limits.ratePerMinute);
    }
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject(notMade);
    expect(ended.packets).toHaveLength(4);
    expect(packetsSent()).toEqual([4]);
    expect((await spend(test.system.db, 'desk_launch', test.system.now, 1000)).granted).toBe(true);
  });

  it('is not made either when the turn at its router is far away, because others have no answer yet', async () => {
    silent();
    const { taskId } = await startPing(test.as(agent), ask({ extend: 'auto' }));
    const turn = { routerKey: routerKey(await test.ping(taskId)), now: test.system.now() };
    const latest = new Date(test.system.now().getTime() + 60_000);
    for (let turns = 0; turns < 10; turns += 1) {
      await reserveTurn(test.system.db, { ...turn, latest, spacingMs: 1500 });
    }
    expect(await test.carry(taskId)).toMatchObject(notMade);
    expect(packetsSent()).toEqual([4]);
  });

  it('does not touch the rounds of what was asked for', async () => {
    silent();
    const { taskId } = await startPing(test.as(agent), ask({ pings: 20, extend: 'auto' }));
    for (let sent = 0; sent < 700; sent += 1) {
      await spend(test.system.db, 'look', test.system.now, test.system.limits.ratePerMinute);
    }
    expect((await test.carry(taskId)).packets).toHaveLength(20);
    expect(packetsSent()).toEqual([10, 10]);
  });
});

describe('a ping that is not asked to be extended', () => {
  it.each([
    ['from the API', bot],
    ['from the desk', agent],
  ])('%s ends with what was asked for, whatever was lost', async (_name, actor) => {
    losing(({ packets }) => packets);
    const { taskId } = await startPing(test.as(actor), ask());
    const ended = await test.carry(taskId);
    expect(packetsSent()).toEqual([4]);
    expect(ended).toMatchObject({
      state: 'finished',
      verdict: 'no_internet',
      certainty: { level: 'hollow' },
    });
  });
});
