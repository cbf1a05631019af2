import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { insertPingRequest } from '@/lib/db/ping-requests';
import { upsertServices } from '@/lib/db/services';
import { storePing } from '@/lib/db/test-store';
import { atMs, testService, testStart } from '@/lib/domain/test-ping';
import { readPlaceInLine } from './read-place-in-line';
import { person, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const agent = person('agent');
const { serviceId } = testService;
const ended = { state: 'finished', verdict: 'stable', finishedAt: atMs(5000) } as const;

/** Stores a finished ping of this moment and answers its id. */
async function pingAt(ms: number, id = randomUUID(), of = serviceId): Promise<string> {
  const createdAt = atMs(ms);
  await storePing(test.store.db, { ...ended, id, serviceId: of, createdAt });
  await insertPingRequest(test.store.db, { pingId: id, actor: agent, reason: 'slow', at: createdAt });
  return id;
}

const placeOf = (taskId: string) => readPlaceInLine(test.as(agent), { taskId });

it('a ping in the middle knows the one after it and those before it, the newest first', async () => {
  await upsertServices(test.store.db, [testService], testStart);
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1) ids.push(await pingAt(index * 1000));
  await pingAt(1500, randomUUID(), 7);
  const place = await placeOf(ids[2] ?? '');
  expect(place).toMatchObject({ place: 3, count: 5 });
  expect(place.next?.ping.id).toBe(ids[3]);
  expect(place.before.map(({ ping }) => ping.id)).toEqual([ids[1], ids[0]]);
  for (const view of [place.next, ...place.before]) {
    expect(view).toMatchObject({ serviceName: testService.name, requesters: [{ name: agent.name }] });
  }
});

it('the first ping of a line has nothing before it, and the last nothing after it', async () => {
  const first = await pingAt(0);
  const last = await pingAt(1000);
  expect(await placeOf(first)).toMatchObject({
    place: 1,
    count: 2,
    before: [],
    next: { ping: { id: last } },
  });
  expect(await placeOf(last)).toMatchObject({ place: 2, count: 2, next: null });
});

it('pings of the same moment keep one order, so that going on meets each of them once', async () => {
  for (let index = 0; index < 4; index += 1) await pingAt(0);
  const met: string[] = [];
  const anchor = await pingAt(-1);
  for (let at: string | undefined = anchor; at !== undefined; at = (await placeOf(at)).next?.ping.id) {
    met.push(at);
    expect((await placeOf(at)).place).toBe(met.length);
  }
  expect(new Set(met).size).toBe(5);
  expect(met).toHaveLength(5);
});

it('of a ping that does not exist is task_unknown', async () => {
  expect((await refusal(placeOf(randomUUID()))).code).toBe('task_unknown');
});
