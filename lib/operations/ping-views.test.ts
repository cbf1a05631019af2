import { caseCodeOf } from '@/lib/domain/case-code';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertPingRequest } from '@/lib/db/ping-requests';
import { pings } from '@/lib/db/schema';
import { upsertServices } from '@/lib/db/services';
import { storePing, until } from '@/lib/db/test-store';
import type { Actor } from '@/lib/domain/role';
import { packetsOf, testService, testStart } from '@/lib/domain/test-ping';
import { listPings, type ListPingsInput } from './list-pings';
import { markWrongCustomer } from './mark-wrong-customer';
import { readPingView } from './read-ping-view';
import { startPing, startPingInput } from './start-ping';
import { stopPing } from './stop-ping';
import { evidence } from './test-gateway';
import { person, program, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const agent = person('agent');
const supervisor = person('supervisor');
const bot = program('ping:write', 'ping:read');
const ask = (input: Record<string, unknown> = {}) =>
  startPingInput.parse({ serviceId: testService.serviceId, pings: 4, ...input });
const nobody = { taskId: randomUUID() };

describe('stopping a ping', () => {
  it('ends it at once with what its finished rounds measured, and what comes later changes nothing', async () => {
    const { taskId } = await startPing(test.as(agent), ask({ pings: 25 }));
    test.move(2001);
    await test.step();
    await test.step();
    expect(test.wisphub.launches).toHaveLength(2);
    await stopPing(test.as(agent), { taskId });
    const ended = await test.ping(taskId);
    expect(ended).toMatchObject({ state: 'finished', verdict: 'stable', finishedAt: test.system.now() });
    expect(ended.packets).toHaveLength(10);
    test.move(60_000);
    expect(await test.step()).toBe(0);
    expect(test.wisphub.launches).toHaveLength(2);
    expect(await test.ping(taskId)).toEqual(ended);
  });

  it('before anything is measured ends it after the round under way', async () => {
    const { taskId } = await startPing(test.as(agent), ask({ pings: 25, extend: 'auto' }));
    await stopPing(test.as(agent), { taskId });
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', stopAsked: true });
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({ state: 'finished', verdict: 'stable' });
    expect(ended.packets).toHaveLength(10);
    expect(test.wisphub.launches).toHaveLength(1);
  });

  it('while a look is under way is not forgotten when the look is written', async () => {
    const { taskId } = await startPing(test.as(agent), ask({ pings: 25 }));
    let release = () => {};
    test.wisphub.script.read = ({ packets }) =>
      new Promise((resolve) => (release = () => resolve(evidence(packetsOf(packets, packets)))));
    test.move(2001);
    const looking = test.step();
    await until(() => test.wisphub.looks.length === 1);
    await stopPing(test.as(agent), { taskId });
    release();
    await looking;
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({ state: 'finished', stopAsked: true });
    expect(ended.packets).toHaveLength(10);
    expect(test.wisphub.launches).toHaveLength(1);
  });

  it('that somebody else asked for too lets it send all that they asked for', async () => {
    const { taskId } = await startPing(test.as(bot), ask({ pings: 25 }));
    expect(await startPing(test.as(agent), ask({ extend: 'auto' }))).toEqual({ taskId });
    expect(await stopPing(test.as(agent), { taskId })).toEqual({ goesOn: true });
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', stopAsked: false });
    expect((await test.carry(taskId)).packets).toHaveLength(25);
  });

  it('ends it when the last of those who asked for it goes on, and asking anew makes it stand again', async () => {
    const { taskId } = await startPing(test.as(agent), ask({ pings: 25 }));
    await startPing(test.as(supervisor), ask());
    expect(await stopPing(test.as(agent), { taskId })).toEqual({ goesOn: true });
    await startPing(test.as(agent), ask());
    expect(await stopPing(test.as(supervisor), { taskId })).toEqual({ goesOn: true });
    expect(await stopPing(test.as(agent), { taskId })).toEqual({ goesOn: false });
    expect((await test.carry(taskId)).packets).toHaveLength(10);
  });

  it('by somebody who never asked for it does not end it for those who did', async () => {
    const { taskId } = await startPing(test.as(agent), ask({ pings: 25 }));
    expect(await stopPing(test.as(supervisor), { taskId })).toEqual({ goesOn: true });
    expect((await test.carry(taskId)).packets).toHaveLength(25);
  });

  it('that has ended leaves it as it is', async () => {
    const { taskId } = await startPing(test.as(agent), ask());
    const ended = await test.carry(taskId);
    test.move(1000);
    await stopPing(test.as(supervisor), { taskId });
    expect(await test.ping(taskId)).toEqual(ended);
  });

  it('that does not exist is task_unknown', async () => {
    expect((await refusal(stopPing(test.as(agent), nobody))).code).toBe('task_unknown');
  });
});

describe('marking a ping as made for the wrong customer', () => {
  const markedBy = async (taskId: string) =>
    (await test.store.db.select().from(pings).where(eq(pings.id, taskId)))[0]?.wrongCustomerBy;

  it('keeps when and who, and takes it back, without changing the ping', async () => {
    const { taskId } = await startPing(test.as(agent), ask());
    const ended = await test.carry(taskId);
    await markWrongCustomer(test.as(supervisor), { taskId, wrong: true });
    expect(await test.ping(taskId)).toEqual({ ...ended, wrongCustomerAt: test.system.now() });
    expect(await markedBy(taskId)).toBe(supervisor.id);
    await markWrongCustomer(test.as(agent), { taskId, wrong: false });
    expect(await test.ping(taskId)).toEqual(ended);
    expect(await markedBy(taskId)).toBeNull();
  });

  it('while it runs survives the steps that follow', async () => {
    const { taskId } = await startPing(test.as(agent), ask());
    let release = () => {};
    test.wisphub.script.read = ({ packets }) =>
      new Promise((resolve) => (release = () => resolve(evidence(packetsOf(packets, packets)))));
    test.move(2001);
    const looking = test.step();
    await until(() => test.wisphub.looks.length === 1);
    await markWrongCustomer(test.as(agent), { taskId, wrong: true });
    release();
    await looking;
    const ended = await test.ping(taskId);
    expect(ended.state).toBe('finished');
    expect(ended.wrongCustomerAt).not.toBeNull();
  });

  it('that does not exist is task_unknown', async () => {
    const mark = markWrongCustomer(test.as(agent), { ...nobody, wrong: true });
    expect((await refusal(mark)).code).toBe('task_unknown');
  });
});

describe('reading a ping', () => {
  it('gives it with who asked and the name that the directory has', async () => {
    await upsertServices(test.store.db, [testService], testStart);
    const { taskId } = await startPing(test.as(agent), ask());
    await startPing(test.as(bot), ask());
    const view = await readPingView(test.as(agent), { taskId });
    expect(view.ping.id).toBe(taskId);
    expect(view.requesters.map(({ name }) => name)).toEqual([agent.name, bot.name]);
    expect(view.serviceName).toBe('Cliente Demo Uno');
  });

  it('tells a program that may not read services no name', async () => {
    await upsertServices(test.store.db, [testService], testStart);
    const { taskId } = await startPing(test.as(bot), ask());
    expect((await readPingView(test.as(bot), { taskId })).serviceName).toBeNull();
  });

  it('is found again by the case code that a customer was given', async () => {
    const { taskId } = await startPing(test.as(agent), ask());
    await startPing(test.as(agent), ask({ serviceId: 77 }));
    const page = { serviceId: null, mine: false, limit: 5, after: null };
    const { views } = await listPings(test.as(agent), { ...page, caseCode: caseCodeOf(taskId) });
    expect(views.map(({ ping }) => ping.id)).toEqual([taskId]);
  });

  it('of a service outside the directory has no name', async () => {
    const { taskId } = await startPing(test.as(agent), ask());
    expect((await readPingView(test.as(agent), { taskId })).serviceName).toBeNull();
  });

  it('that does not exist is task_unknown', async () => {
    expect((await refusal(readPingView(test.as(agent), nobody))).code).toBe('task_unknown');
  });
});

describe('listing pings', () => {
  const everything: ListPingsInput = {
    serviceId: null,
    mine: false,
    caseCode: null,
    limit: 50,
    after: null,
  };

  async function pingBy(actor: Actor, serviceId: number): Promise<string> {
    test.move(1000);
    const createdAt = test.system.now();
    const { ping } = await storePing(test.store.db, { serviceId, createdAt });
    await insertPingRequest(test.store.db, { pingId: ping.id, actor, reason: null, at: createdAt });
    return ping.id;
  }
  const ids = async (actor: Actor, input: Partial<ListPingsInput>) =>
    (await listPings(test.as(actor), { ...everything, ...input })).views.map(({ ping }) => ping.id);

  it('of everybody, of a service, and of the one who asks, from the newest on', async () => {
    const first = await pingBy(agent, 1);
    const second = await pingBy(bot, 2);
    const third = await pingBy(agent, 3);
    expect(await ids(supervisor, {})).toEqual([third, second, first]);
    expect(await ids(agent, { serviceId: 2 })).toEqual([second]);
    expect(await ids(agent, { mine: true })).toEqual([third, first]);
    expect(await ids(agent, { mine: true, serviceId: 2 })).toEqual([]);
    expect(await ids(supervisor, { mine: true })).toEqual([]);
  });

  it('that were joined count as mine too', async () => {
    const id = await pingBy(bot, 1);
    const joined = { pingId: id, actor: agent, reason: null, at: test.system.now() };
    await insertPingRequest(test.store.db, joined);
    await insertPingRequest(test.store.db, joined);
    expect(await ids(agent, { mine: true })).toEqual([id]);
    const { views } = await listPings(test.as(agent), { ...everything, mine: true });
    expect(views[0]?.requesters.map(({ name }) => name)).toEqual([bot.name, agent.name, agent.name]);
  });

  it('goes through all pages once, and says when there are no more', async () => {
    const all: string[] = [];
    for (let serviceId = 1; serviceId <= 7; serviceId += 1) all.unshift(await pingBy(agent, serviceId));
    const read: string[] = [];
    let after: ListPingsInput['after'] = null;
    const sizes: number[] = [];
    do {
      const page = await listPings(test.as(supervisor), { ...everything, limit: 3, after });
      read.push(...page.views.map(({ ping }) => ping.id));
      sizes.push(page.views.length);
      after = page.next;
    } while (after !== null);
    expect(read).toEqual(all);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('that fill the last page exactly promises no further one', async () => {
    for (let serviceId = 1; serviceId <= 3; serviceId += 1) await pingBy(agent, serviceId);
    expect((await listPings(test.as(supervisor), { ...everything, limit: 3 })).next).toBeNull();
  });
});
