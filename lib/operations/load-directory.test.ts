import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginSync, endSync, noteSync, readSync } from '@/lib/db/directory-sync';
import { countServices, getService, upsertServices } from '@/lib/db/services';
import { until } from '@/lib/db/test-store';
import { upstreamRequests } from '@/lib/db/schema';
import { spend } from '@/lib/db/upstream-budget';
import { failure } from '@/lib/domain/failure';
import type { Service } from '@/lib/domain/service';
import { atMs, testService } from '@/lib/domain/test-ping';
import { workInFlight } from '@/lib/work-in-flight';
import type { ServicesAnswer } from '@/lib/wisphub/gateway';
import { carryOutSync, loadDirectory } from './load-directory';
import { readDirectory } from './read-directory';
import { syncDirectory } from './sync-directory';
import { found } from './test-gateway';
import { person, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterEach(() => vi.useRealTimers());
afterAll(() => test.close());

const admin = person('admin');
const record = (serviceId: number): Service => ({ ...testService, serviceId, name: `Cliente ${serviceId}` });
const records = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => record(from + index));

/** A list of so many customers, of which one answer shows at most `most`. */
function serve(total: number, most = 300, announced = total) {
  test.wisphub.script.list = (offset, limit) => {
    const last = Math.min(offset + Math.min(limit, most), total);
    const block = records(offset + 1, last);
    return found(block, { more: block.length > 0 && last < announced, count: announced });
  };
}
const sync = () => readSync(test.store.db, test.system.now());
const offsets = () => test.wisphub.lists.map(({ offset }) => offset);

describe('loading the directory', () => {
  it('reads blocks of 300 by offset until there is no more', async () => {
    serve(650);
    expect(await loadDirectory(test.system)).toBe('loaded');
    expect(test.wisphub.lists).toEqual([
      { offset: 0, limit: 300 },
      { offset: 300, limit: 300 },
      { offset: 600, limit: 300 },
    ]);
    expect(await countServices(test.store.db)).toBe(650);
    expect((await getService(test.store.db, 650))?.name).toBe('Cliente 650');
    expect(await readDirectory(test.as(admin))).toEqual({
      supported: true,
      count: 650,
      vanished: 0,
      running: false,
      look: 1,
      seen: 0,
      expected: null,
      startedAt: test.system.now(),
      finishedAt: test.system.now(),
      problem: null,
    });
  });

  it('advances by what was received, when WispHub gives smaller blocks than it was asked for', async () => {
    serve(250, 100);
    await loadDirectory(test.system);
    expect(offsets()).toEqual([0, 100, 200]);
    expect(await countServices(test.store.db)).toBe(250);
  });

  it('counts records that cannot be read as received', async () => {
    test.wisphub.script.list = (offset) =>
      offset === 0
        ? { kind: 'services', services: records(1, 8), received: 10, more: true, count: 12 }
        : found(records(11, 12));
    await loadDirectory(test.system);
    expect(offsets()).toEqual([0, 10]);
    expect(await countServices(test.store.db)).toBe(10);
  });

  it('stops on an empty block, when the list became shorter meanwhile, and looks once more for what it promised', async () => {
    serve(300, 300, 900);
    expect(await loadDirectory(test.system)).toBe('loaded');
    expect(offsets()).toEqual([0, 300, 0, 300]);
    expect((await sync()).problem).toBeNull();
  });

  it('keeps a record once that moved from one block into the next, as it was read last', async () => {
    test.wisphub.script.list = (offset) =>
      offset === 0
        ? found([record(1), record(2), record(2)], { more: true })
        : found([{ ...record(2), name: 'moved' }, record(3)]);
    await loadDirectory(test.system);
    expect(await countServices(test.store.db)).toBe(3);
    expect((await getService(test.store.db, 2))?.name).toBe('moved');
  });

  it('never replaces a younger reading with an older one', async () => {
    test.wisphub.script.list = async () => {
      // Somebody refreshes service 1 while the answer with the old record is on its way.
      test.move(1000);
      await upsertServices(test.store.db, [{ ...record(1), name: 'young' }], test.system.now());
      return found([{ ...record(1), name: 'old' }, record(2)]);
    };
    await loadDirectory(test.system);
    expect(await getService(test.store.db, 1)).toMatchObject({ name: 'young', syncedAt: atMs(1000) });
    expect(await getService(test.store.db, 2)).toMatchObject({ syncedAt: atMs(0) });
  });

  it('twice at once over two instances is done by one of them', async () => {
    let release = () => {};
    test.wisphub.script.list = () =>
      new Promise((resolve) => (release = () => resolve(found(records(1, 2)))));
    const first = loadDirectory(test.system);
    await until(() => test.wisphub.lists.length === 1);
    expect(await loadDirectory(test.anotherInstance('there'))).toBe('busy');
    expect((await readDirectory(test.as(admin))).running).toBe(true);
    release();
    expect(await first).toBe('loaded');
    expect(test.wisphub.lists).toHaveLength(1);
    serve(2);
    expect(await loadDirectory(test.anotherInstance('there'))).toBe('loaded');
  });

  it('begun at the same moment by many is done by one', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => beginSync(test.store.db, test.system.now())),
    );
    expect(all.filter(Boolean)).toHaveLength(1);
  });

  it('that died is taken over after ninety seconds without a sign of life', async () => {
    serve(1);
    await beginSync(test.store.db, test.system.now());
    test.move(90_000);
    expect(await loadDirectory(test.system)).toBe('busy');
    test.move(1);
    expect(await loadDirectory(test.system)).toBe('loaded');
  });

  it('of an upstream without a customer list does nothing, and asking for it is refused', async () => {
    const wisphub = { ...test.wisphub, directory: null };
    expect(await loadDirectory({ ...test.system, wisphub })).toBe('unsupported');
    const { code } = await refusal(syncDirectory(test.as(admin, { wisphub }), { believesShort: false }));
    expect(code).toBe('directory_unavailable');
    expect((await readDirectory(test.as(admin, { wisphub }))).supported).toBe(false);
  });

  it('on demand is put into the queue, which does it', async () => {
    serve(5);
    await syncDirectory(test.as(admin), { believesShort: false });
    expect(test.jobs).toEqual([{ name: 'sync_directory' }]);
    await carryOutSync(test.system, test.system.now());
    expect(await countServices(test.store.db)).toBe(5);
  });

  it('is not done again for somebody who asked while it was under way', async () => {
    serve(5);
    const askedAt = test.system.now();
    test.move(1000);
    await loadDirectory(test.system);
    await carryOutSync(test.system, askedAt);
    expect(test.wisphub.lists).toHaveLength(1);
    await carryOutSync(test.system, test.system.now());
    expect(test.wisphub.lists).toHaveLength(2);
  });

  it('stops between two blocks when the server shuts down, and says so', async () => {
    const work = workInFlight();
    test.wisphub.script.list = () => {
      work.drain();
      return found(records(1, 2), { more: true });
    };
    await loadDirectory({ ...test.system, isDraining: work.isDraining });
    expect(test.wisphub.lists).toHaveLength(1);
    const { problem, finishedAt, running } = await sync();
    expect([problem, finishedAt, running]).toEqual(['stopped', null, false]);
  });
});

/** Lets a load sleep through its pauses at once, the fixed clock going along. */
async function throughPauses<T>(load: Promise<T>): Promise<T> {
  let ended = false;
  const end = () => void (ended = true);
  load.then(end, end);
  while (!ended) {
    await new Promise((resolve) => setImmediate(resolve));
    const { idleCount, totalCount, waitingCount } = test.store.db.$client;
    if (idleCount === totalCount && waitingCount === 0) {
      test.move(1000);
      vi.advanceTimersByTime(1000);
    }
  }
  return load;
}
const withoutWaiting = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

/** What the directory says of a service: `listed`, `vanished`, or that it holds none. */
async function standing(serviceId: number): Promise<string> {
  const service = await getService(test.store.db, serviceId);
  return service === null ? 'unknown' : service.vanishedAt === null ? 'listed' : 'vanished';
}
/** What was listed before, a day ago. */
async function knownFromBefore(...ids: number[]): Promise<void> {
  await upsertServices(test.store.db, ids.map(record), atMs(-86_400_000));
}
const numbers = (from: number, to: number) => records(from, to).map(({ serviceId }) => serviceId);
/** Lists exactly these in blocks of `most`; each is found by its id too, and so are the `hidden` ones. */
function serveThese(ids: () => number[], { most = 300, hidden = [] as number[] } = {}) {
  test.wisphub.script.list = (offset) => {
    const block = ids().slice(offset, offset + most);
    return found(block.map(record), { more: offset + most < ids().length, count: ids().length });
  };
  test.wisphub.script.find = (id) => found([...ids(), ...hidden].includes(id) ? [record(id)] : []);
}

describe('a load that was cut off', () => {
  it('goes on where it was, and does not take for vanished what it read before', async () => {
    const work = workInFlight();
    const ids = numbers(1, 900);
    await knownFromBefore(...ids);
    serveThese(() => ids);
    const listed = test.wisphub.script.list;
    test.wisphub.script.list = (offset, limit) => {
      if (offset === 300) work.drain();
      return listed(offset, limit);
    };
    expect(await loadDirectory({ ...test.system, isDraining: work.isDraining })).toBe('stopped');
    test.move(60_000);
    expect(await loadDirectory(test.anotherInstance('there'))).toBe('loaded');
    expect(offsets()).toEqual([0, 300, 600]);
    expect(await readDirectory(test.as(admin))).toMatchObject({ count: 900, vanished: 0, problem: null });
  });

  it('by a fault of our own is let go at once, and goes on where it was', async () => {
    serve(900);
    const listed = test.wisphub.script.list;
    test.wisphub.script.list = (offset, limit) => {
      if (offset === 300) throw new Error('the database is busy');
      return listed(offset, limit);
    };
    await expect(loadDirectory(test.system)).rejects.toThrow('the database is busy');
    expect(await sync()).toMatchObject({ running: false, problem: 'internal', finishedAt: null });
    test.wisphub.script.list = listed;
    expect(await loadDirectory(test.anotherInstance('there'))).toBe('loaded');
    expect(offsets()).toEqual([0, 300, 300, 600]);
  });

  it('by a crash goes on where it last gave a sign of life', async () => {
    serve(900);
    const dead = await beginSync(test.store.db, test.system.now());
    if (dead === null) throw new Error('it did not begin');
    await noteSync(test.store.db, { ...dead, offset: 600, expected: 900 }, 600, test.system.now());
    test.move(90_001);
    expect(await loadDirectory(test.system)).toBe('loaded');
    expect(offsets()[0]).toBe(600);
  });

  it('begins anew when what it read is older than two hours', async () => {
    serve(600);
    const old = await beginSync(test.store.db, test.system.now());
    if (old === null) throw new Error('it did not begin');
    const cut = { ...old, offset: 300 };
    await noteSync(test.store.db, cut, 300, test.system.now());
    await endSync(test.store.db, cut, { problem: 'stopped', goesOn: true, at: test.system.now() });
    test.move(2 * 3_600_000);
    await loadDirectory(test.system);
    expect(offsets()).toEqual([0, 300]);
  });

  it('and was taken for dead is silent when it wakes up beside the one that took its place', async () => {
    let wake = () => {};
    test.wisphub.script.list = () => new Promise((resolve) => (wake = () => resolve(found(records(1, 2)))));
    const frozen = loadDirectory(test.system);
    await until(() => test.wisphub.lists.length === 1);
    const wakeFrozen = wake;
    test.move(90_001);
    const other = loadDirectory(test.anotherInstance('there'));
    await until(() => test.wisphub.lists.length === 2);
    wakeFrozen();
    expect(await frozen).toBe('taken');
    expect((await sync()).running).toBe(true);
    wake();
    expect(await other).toBe('loaded');
  });
});

describe('a customer whom WispHub no longer lists', () => {
  it('is asked for by the id, marked when WispHub does not know it, and kept', async () => {
    await knownFromBefore(1, 2, 3, 4);
    serveThese(() => [1, 2, 3]);
    test.move(500);
    expect(await loadDirectory(test.system)).toBe('loaded');
    expect(test.wisphub.finds.map(({ serviceId }) => serviceId)).toEqual([4]);
    expect(await getService(test.store.db, 4)).toMatchObject({ name: 'Cliente 4', vanishedAt: atMs(500) });
    expect(await readDirectory(test.as(admin))).toMatchObject({ count: 3, vanished: 1 });
  });

  it('but only missed by the list is found by the id and not marked', async () => {
    await knownFromBefore(1, 2, 3);
    serveThese(() => [1, 2], { hidden: [3] });
    await loadDirectory(test.system);
    expect(await standing(3)).toBe('listed');
    expect((await getService(test.store.db, 3))?.syncedAt).toEqual(test.system.now());
  });

  it('loses the mark when WispHub lists it again, and is not asked for while it is marked', async () => {
    await knownFromBefore(1, 2, 3);
    let ids = [1, 2];
    serveThese(() => ids);
    await loadDirectory(test.system);
    test.move(1000);
    await loadDirectory(test.system);
    expect(test.wisphub.finds).toHaveLength(1);
    ids = [1, 2, 3];
    test.move(1000);
    await loadDirectory(test.system);
    expect(await standing(3)).toBe('listed');
  });

  it('is not marked on an answer that holds somebody else, which says nothing about this one', async () => {
    await knownFromBefore(1, 2, 3);
    serveThese(() => [1, 2]);
    test.wisphub.script.find = () => ({ kind: 'services', services: [], received: 2, more: true, count: 2 });
    expect(await loadDirectory(test.system)).toBe('loaded');
    expect(await standing(3)).toBe('listed');
  });

  it('and moved ahead of the reading is found by a second look', async () => {
    await knownFromBefore(...numbers(1, 10));
    // Number 6 is listed later after the first block was read: the list moves up by one, and 6 slips through.
    let ids = numbers(1, 10);
    serveThese(() => ids, { most: 5 });
    const listed = test.wisphub.script.list;
    test.wisphub.script.list = async (offset, limit) => {
      const block = await listed(offset, limit);
      ids = [2, 3, 4, 5, 6, 7, 8, 9, 10, 1];
      return block;
    };
    await loadDirectory(test.system);
    expect(offsets()).toEqual([0, 5, 0, 5]);
    expect(test.wisphub.finds).toEqual([]);
    expect(await readDirectory(test.as(admin))).toMatchObject({ count: 10, vanished: 0 });
  });

  it('is not asked for one by one when there are many: the list is read twice, and then all are marked', async () => {
    await knownFromBefore(...numbers(1, 700));
    serveThese(() => numbers(1, 450));
    await loadDirectory(test.system);
    expect(offsets()).toEqual([0, 300, 0, 300]);
    expect(test.wisphub.finds).toEqual([]);
    expect(await readDirectory(test.as(admin))).toMatchObject({ count: 450, vanished: 250 });
  });

  it('is not believed when fewer than half are listed: nobody is marked, and that is told', async () => {
    await knownFromBefore(...numbers(1, 9));
    serveThese(() => numbers(1, 4));
    expect(await loadDirectory(test.system)).toBe('shrunk');
    expect(test.wisphub.finds).toEqual([]);
    expect(await readDirectory(test.as(admin))).toMatchObject({
      count: 9,
      vanished: 0,
      problem: 'shrunk',
      finishedAt: null,
    });
    // It is not tried again and again by the queue either, and the next one begins anew.
    await carryOutSync(test.system, test.system.now());
    expect(offsets()).toEqual([0, 0]);
  });

  it('is marked all the same when somebody has looked and says that so many are gone', async () => {
    await knownFromBefore(...numbers(1, 9));
    serveThese(() => numbers(1, 4));
    await syncDirectory(test.as(admin), { believesShort: true });
    expect(test.jobs).toEqual([{ name: 'sync_directory', believesShort: true }]);
    await carryOutSync(test.system, test.system.now(), true);
    expect(await readDirectory(test.as(admin))).toMatchObject({ count: 4, vanished: 5, problem: null });
  });

  it('goes unmarked when the load fails, which is tried again', async () => {
    await knownFromBefore(1, 2, 3);
    serveThese(() => [1, 2]);
    test.wisphub.script.find = () => ({ kind: 'fault', failure: failure('upstream', 'upstream_auth') });
    withoutWaiting();
    await expect(throughPauses(carryOutSync(test.system, test.system.now()))).rejects.toThrow(
      'refused our key',
    );
    expect(await standing(3)).toBe('listed');
    expect(await sync()).toMatchObject({ problem: 'upstream_auth', finishedAt: null, running: false });
    serveThese(() => [1, 2]);
    vi.useRealTimers();
    await carryOutSync(test.system, test.system.now());
    expect(await standing(3)).toBe('vanished');
    expect(offsets()).toEqual([0]);
  });
});

describe('a directory that cannot be read', () => {
  const fault: ServicesAnswer = { kind: 'fault', failure: failure('upstream', 'upstream_server') };

  it('is tried again from where it stands, and honours the time WispHub asks for', async () => {
    const at: number[] = [];
    let blocked = false;
    test.wisphub.script.list = async (offset) => {
      at.push(test.system.now().getTime() - atMs(0).getTime());
      if (offset === 0) return found(records(1, 3), { more: true });
      if (at.length === 2) return { kind: 'slow_down', retryAfterMs: 20_000 };
      blocked = !(await spend(test.store.db, 'desk_launch', () => atMs(19_000), 1000)).granted;
      return found(records(4, 5));
    };
    withoutWaiting();
    await throughPauses(loadDirectory(test.system));
    expect(offsets()).toEqual([0, 3, 3]);
    expect(at[2]).toBeGreaterThanOrEqual(20_000);
    expect(blocked).toBe(true);
    expect(await countServices(test.store.db)).toBe(5);
    expect((await sync()).problem).toBeNull();
  });

  it('is given up after six faults in a row; what was read stays, and the load before counts as the last', async () => {
    test.wisphub.script.list = (offset) => (offset === 0 ? found(records(1, 3), { more: true }) : fault);
    withoutWaiting();
    await throughPauses(loadDirectory(test.system));
    expect(offsets()).toEqual([0, 3, 3, 3, 3, 3, 3]);
    expect(await countServices(test.store.db)).toBe(3);
    expect(await sync()).toMatchObject({ running: false, finishedAt: null, problem: 'upstream_server' });
  });

  it('takes nothing out of the budget while WispHub is not even tried, and says so when it gives up', async () => {
    test.wisphub.script.list = () => ({ kind: 'unavailable', retryAfterMs: 2000 });
    withoutWaiting();
    await throughPauses(loadDirectory(test.system));
    expect(offsets()).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await test.store.db.$count(upstreamRequests)).toBe(0);
    expect(await sync()).toMatchObject({ running: false, problem: 'upstream_unavailable' });
  });

  it('gives a sign of life while it waits, so that nobody takes it for dead', async () => {
    let alive: boolean[] = [];
    test.wisphub.script.list = async () => {
      if (test.wisphub.lists.length === 1) return { kind: 'slow_down', retryAfterMs: 300_000 };
      alive = [(await readSync(test.store.db, test.system.now())).running];
      return found(records(1, 1));
    };
    withoutWaiting();
    await throughPauses(loadDirectory(test.system));
    expect(alive).toEqual([true]);
  });
});
