import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginSync, readSync } from '@/lib/db/directory-sync';
import { countServices, getService, upsertServices } from '@/lib/db/services';
import { until } from '@/lib/db/test-store';
import { spend } from '@/lib/db/upstream-budget';
import { failure } from '@/lib/domain/failure';
import type { Service } from '@/lib/domain/service';
import { atMs, testService } from '@/lib/domain/test-ping';
import { workInFlight } from '@/lib/work-in-flight';
import type { ServicesAnswer } from '@/lib/wisphub/gateway';
import { readDirectory } from './read-directory';
import { loadDirectory, syncDirectory } from './sync-directory';
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
const offsets = () => test.wisphub.lists.map(({ offset }) => offset);

describe('loading the directory', () => {
  it('reads blocks of 300 by offset until there is no more', async () => {
    serve(650);
    expect(await loadDirectory(test.system)).toBe(true);
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
      running: false,
      seen: 650,
      expected: 650,
      finishedAt: test.system.now(),
      error: null,
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

  it('stops on an empty block, when the list became shorter meanwhile', async () => {
    serve(300, 300, 900);
    expect(await loadDirectory(test.system)).toBe(true);
    expect(offsets()).toEqual([0, 300]);
    expect((await readSync(test.store.db, test.system.now())).error).toBeNull();
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
    expect(await loadDirectory(test.anotherInstance('there'))).toBe(false);
    expect((await readDirectory(test.as(admin))).running).toBe(true);
    release();
    expect(await first).toBe(true);
    expect(test.wisphub.lists).toHaveLength(1);
    serve(2);
    expect(await loadDirectory(test.anotherInstance('there'))).toBe(true);
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
    expect(await loadDirectory(test.system)).toBe(false);
    test.move(1);
    expect(await loadDirectory(test.system)).toBe(true);
  });

  it('of an upstream without a customer list does nothing, and asking for it is refused', async () => {
    const wisphub = { ...test.wisphub, directory: null };
    expect(await loadDirectory({ ...test.system, wisphub })).toBe(false);
    const { code } = await refusal(syncDirectory(test.as(admin, { wisphub })));
    expect(code).toBe('directory_unavailable');
    expect((await readDirectory(test.as(admin, { wisphub }))).supported).toBe(false);
  });

  it('on demand runs in the background, known to the shutdown', async () => {
    serve(5);
    const work = workInFlight();
    await syncDirectory(test.as(admin, { track: work.track }));
    await work.settle(5000);
    expect(await countServices(test.store.db)).toBe(5);
  });

  it('stops between two blocks when the server shuts down, and says so', async () => {
    const work = workInFlight();
    test.wisphub.script.list = () => {
      work.drain();
      return found(records(1, 2), { more: true });
    };
    await loadDirectory({ ...test.system, isDraining: work.isDraining });
    expect(test.wisphub.lists).toHaveLength(1);
    const { error, finishedAt, running } = await readSync(test.store.db, test.system.now());
    expect([error, finishedAt, running]).toEqual(['stopped by a shutdown', null, false]);
  });
});

describe('a directory that cannot be read', () => {
  /** Lets the load sleep through its pauses at once, the fixed clock going along. */
  async function loadThroughPauses(): Promise<void> {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let ended = false;
    const load = loadDirectory(test.system);
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
    await load;
  }
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
    await loadThroughPauses();
    expect(offsets()).toEqual([0, 3, 3]);
    expect(at[2]).toBeGreaterThanOrEqual(20_000);
    expect(blocked).toBe(true);
    expect(await countServices(test.store.db)).toBe(5);
    expect((await readSync(test.store.db, test.system.now())).error).toBeNull();
  });

  it('is given up after six faults in a row; what was read stays, and the load before counts as the last', async () => {
    test.wisphub.script.list = (offset) => (offset === 0 ? found(records(1, 3), { more: true }) : fault);
    await loadThroughPauses();
    expect(offsets()).toEqual([0, 3, 3, 3, 3, 3, 3]);
    expect(await countServices(test.store.db)).toBe(3);
    const sync = await readSync(test.store.db, test.system.now());
    expect(sync).toMatchObject({ running: false, finishedAt: null, error: 'WispHub has an internal error.' });
  });

  it('gives a sign of life while it waits, so that nobody takes it for dead', async () => {
    let alive: boolean[] = [];
    test.wisphub.script.list = async () => {
      if (test.wisphub.lists.length === 1) return { kind: 'slow_down', retryAfterMs: 300_000 };
      alive = [(await readSync(test.store.db, test.system.now())).running];
      return found(records(1, 1));
    };
    await loadThroughPauses();
    expect(alive).toEqual([true]);
  });
});
