import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atMs, testPing } from '@/lib/domain/test-ping';
import type { Ping } from '@/lib/domain/ping';
import { countWaitingLaunches, placeInQueue } from './launch-queue';
import { storePing, testStore, type TestStore } from './test-store';

let store: TestStore;

beforeAll(async () => {
  store = await testStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

const ended = { state: 'finished', verdict: 'stable', finishedAt: atMs(1000) } as const;
const at = (name: string): Pick<Ping, 'frozen'> => ({
  frozen: { ...testPing().frozen, router: { id: null, name } },
});
const stored = async (changes: Partial<Ping>) => (await storePing(store.db, changes)).ping;

describe('the queue of launches', () => {
  it('holds running pings before the launch of a round, under lease or not', async () => {
    await storePing(store.db, { serviceId: 1 }, { owner: 'here/1', until: atMs(15_000) });
    await storePing(store.db, { serviceId: 2 });
    await storePing(store.db, { serviceId: 3, phase: 'read' });
    await storePing(store.db, { ...ended, serviceId: 4 });
    expect(await countWaitingLaunches(store.db)).toBe(2);
  });

  it('with a turn at its router, a ping stands behind the earlier turns of that router only', async () => {
    await stored({ serviceId: 1, turnAt: atMs(1500), dueAt: atMs(1500), ...at('North') });
    await stored({ serviceId: 2, turnAt: atMs(3000), dueAt: atMs(3000), ...at('North') });
    await stored({ serviceId: 3, turnAt: atMs(1500), dueAt: atMs(1500), ...at('South') });
    const third = await stored({ serviceId: 4, turnAt: atMs(4500), dueAt: atMs(4500), ...at('North') });
    expect(await placeInQueue(store.db, third)).toBe(3);
  });

  it('without a turn, a ping waits for the budget behind everybody who goes earlier', async () => {
    await stored({ serviceId: 1, dueAt: atMs(1000), ...at('North') });
    await stored({ serviceId: 2, dueAt: atMs(1000), ...at('South') });
    await stored({ serviceId: 3, dueAt: atMs(9000), ...at('South') });
    expect(
      await placeInQueue(store.db, await stored({ serviceId: 4, dueAt: atMs(2000), ...at('North') })),
    ).toBe(3);
  });

  it('has no place for a ping that was launched, that waits for its result, or that has ended', async () => {
    expect(await placeInQueue(store.db, await stored({ serviceId: 1, launches: 1 }))).toBeNull();
    expect(await placeInQueue(store.db, await stored({ serviceId: 2, phase: 'read' }))).toBeNull();
    expect(await placeInQueue(store.db, await stored({ serviceId: 3, ...ended }))).toBeNull();
  });
});
