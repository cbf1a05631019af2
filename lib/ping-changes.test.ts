import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listenToDatabase } from './listen-to-database';
import { askToStop, getPing, markWrongCustomer, saveClaimedPing, type ClaimedPing } from './db/pings';
import { selectPingVersions } from './db/ping-versions';
import { storePing, testStore, until, type TestStore } from './db/test-store';
import { versionOf } from './domain/ping-version';
import { atMs } from './domain/test-ping';
import { pingChanges, type PingChanges } from './ping-changes';

const NEVER_MS = 3_600_000;
let store: TestStore;
let changes: PingChanges;
let reads = 0;
let isDown = false;
let stop = async () => {};

beforeAll(async () => {
  store = await testStore();
});
beforeEach(async () => {
  await store.empty();
  reads = 0;
  isDown = false;
  changes = pingChanges({ read, lookEveryMs: NEVER_MS });
});
afterEach(() => stop());
afterAll(() => store.close());

async function read(ids: readonly string[]) {
  reads += 1;
  if (isDown) throw new Error('the database is down');
  return selectPingVersions(store.db, ids);
}

/** Hears the database as an instance does. */
async function listen() {
  let heard = 0;
  const listener = listenToDatabase(store.url, {
    pulso_changed: (id) => {
      heard += 1;
      changes.tell(id);
    },
  });
  stop = listener.stop;
  await until(() => heard === 1);
  return () => heard;
}

type Waiting = { mostMs?: number; gone?: AbortSignal; caller?: string; hub?: PingChanges };

const waitFor = (seen: Record<string, string | null>, waiting: Waiting = {}) => {
  const { mostMs = NEVER_MS, gone = new AbortController().signal, caller = 'ana', hub = changes } = waiting;
  return hub.wait({ caller, seen: new Map(Object.entries(seen)), mostMs, gone });
};

/** Resolves when everything that was asked of the database has been looked at. */
const settled = (count: number) => until(() => reads >= count);

async function end({ ping, fence }: ClaimedPing) {
  const next = { ...ping, state: 'finished', verdict: 'stable', finishedAt: atMs(4000) } as const;
  await saveClaimedPing(store.db, { ping: next, fence });
}

describe('waiting for a ping', () => {
  it('ends with the word of the database, at the end of the ping and at each step that can be seen', async () => {
    const stored = await storePing(store.db, { phase: 'read' });
    const { id } = stored.ping;
    await listen();
    const steps = [
      () => askToStop(store.db, id),
      () => saveClaimedPing(store.db, { ...stored, ping: { ...stored.ping, round: 2, phase: 'launch' } }),
      () => saveClaimedPing(store.db, { ...stored, ping: { ...stored.ping, round: 2, packets: [] } }),
      () => end(stored),
      () => markWrongCustomer(store.db, id, atMs(9000), null),
    ];
    for (const step of steps) {
      const before = await getPing(store.db, id);
      const looks = reads;
      const waiting = waitFor({ [id]: before && versionOf(before) });
      await settled(looks + 1);
      await step();
      const after = await getPing(store.db, id);
      const version = after && versionOf(after);
      expect(await waiting).toEqual([{ id, version, state: after?.state }]);
    }
  });

  it('sleeps over a look that found nothing, and over the steps of other pings', async () => {
    const stored = await storePing(store.db, { phase: 'read', serviceId: 1 });
    const other = await storePing(store.db, { serviceId: 2 });
    const heard = await listen();
    const waiting = waitFor({ [stored.ping.id]: versionOf(stored.ping) });
    await settled(1);
    await saveClaimedPing(store.db, { ...stored, ping: { ...stored.ping, looks: 3, dueAt: atMs(7000) } });
    await end(other);
    await until(() => heard() === 2);
    expect(reads, 'the word of another ping is not looked into').toBe(1);
    changes.close();
    expect(await waiting).toEqual([]);
  });

  it('misses nothing that happened before it began', async () => {
    const stored = await storePing(store.db, { phase: 'read' });
    const seen = { [stored.ping.id]: versionOf(stored.ping) };
    await end(stored);
    expect(await waitFor(seen)).toMatchObject([{ id: stored.ping.id, state: 'finished' }]);
  });

  it('answers at once for a ping that was not seen yet, and for one that is not there', async () => {
    const { ping } = await storePing(store.db);
    const nobody = '00000000-0000-4000-8000-00000000dead';
    expect(await waitFor({ [ping.id]: null })).toEqual([
      { id: ping.id, version: versionOf(ping), state: 'running' },
    ]);
    expect(await waitFor({ [nobody]: 'x' })).toEqual([{ id: nobody, version: null, state: null }]);
  });

  it('needs no word: the database is looked at all the same, once for all who wait', async () => {
    const hub = pingChanges({ read, lookEveryMs: 20 });
    const stored = await Promise.all(
      Array.from({ length: 200 }, (_, serviceId) => storePing(store.db, { serviceId: serviceId + 1 })),
    );
    const waiting = Promise.all(stored.map(({ ping }) => waitFor({ [ping.id]: versionOf(ping) }, { hub })));
    await settled(3);
    const before = reads;
    await settled(before + 2);
    await Promise.all(stored.map(end));
    const answered = await waiting;
    expect(answered.every(([change]) => change?.state === 'finished')).toBe(true);
    expect(reads, 'nobody is looked up on their own').toBeLessThan(100);
    hub.close();
  });

  it('takes no connection while it waits', async () => {
    const { ping } = await storePing(store.db);
    const seen = { [ping.id]: versionOf(ping) };
    const waiting = Array.from({ length: 200 }, () => waitFor(seen));
    await until(() => store.db.$client.idleCount === store.db.$client.totalCount && reads > 0);
    expect(changes.countOf('ana')).toBe(200);
    changes.close();
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => []));
    expect(changes.countOf('ana')).toBe(0);
  });

  it('ends with nothing when the time is up, and when the caller goes', async () => {
    const { ping } = await storePing(store.db);
    const seen = { [ping.id]: versionOf(ping) };
    expect(await waitFor(seen, { mostMs: 1 })).toEqual([]);
    const browser = new AbortController();
    const waiting = waitFor(seen, { gone: browser.signal });
    browser.abort();
    expect(await waiting).toEqual([]);
    expect(changes.countOf('ana')).toBe(0);
    expect(await waitFor(seen, { gone: browser.signal })).toEqual([]);
  });

  it('fails when the database cannot be asked, so that the caller asks by other means', async () => {
    const { ping } = await storePing(store.db);
    const waiting = waitFor({ [ping.id]: versionOf(ping) });
    await settled(1);
    isDown = true;
    changes.tell(null);
    await expect(waiting).rejects.toThrow('the database is down');
    isDown = false;
    const again = waitFor({ [ping.id]: 'as-it-was' });
    expect(await again).toMatchObject([{ state: 'running' }]);
  });

  it('is over for everybody once the process ends, and nobody begins a new one', async () => {
    const { ping } = await storePing(store.db);
    const seen = { [ping.id]: versionOf(ping) };
    const waiting = [waitFor(seen), waitFor(seen, { caller: 'luis' })];
    changes.close();
    expect(await Promise.all(waiting)).toEqual([[], []]);
    expect(await waitFor(seen)).toEqual([]);
  });
});
