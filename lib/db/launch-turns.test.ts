import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atMs } from '@/lib/domain/test-ping';
import { reserveTurn } from './launch-turns';
import { launchTurns } from './schema';
import { testStore, type TestStore } from './test-store';

let store: TestStore;

beforeAll(async () => {
  store = await testStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

const reserve = (changes: { routerKey?: string; nowMs?: number; latestMs?: number } = {}) =>
  reserveTurn(store.db, {
    routerKey: changes.routerKey ?? '77',
    now: atMs(changes.nowMs ?? 0),
    latest: atMs(changes.latestMs ?? 60_000),
    spacingMs: 1500,
  });

describe('the turns at a router', () => {
  it('asked for at once by many are spaced, and none is given twice', async () => {
    const turns = await Promise.all(Array.from({ length: 30 }, () => reserve()));
    const times = turns.map((turn) => turn?.getTime() ?? NaN).sort((a, b) => a - b);
    expect(times).toEqual(Array.from({ length: 30 }, (_, index) => atMs(index * 1500).getTime()));
  });

  it('are of that router alone', async () => {
    await reserve();
    expect(await reserve({ routerKey: '78' })).toEqual(atMs(0));
    expect(await reserve()).toEqual(atMs(1500));
  });

  it('that nobody took are not saved up', async () => {
    await reserve();
    expect(await reserve({ nowMs: 10_000 })).toEqual(atMs(10_000));
    expect(await reserve({ nowMs: 10_000 })).toEqual(atMs(11_500));
  });

  it('that would come too late are not reserved', async () => {
    await reserve();
    expect(await reserve({ latestMs: 1499 })).toBeNull();
    expect(await reserve({ latestMs: 1500 })).toEqual(atMs(1500));
  });

  it('of a router that nobody used yet are not reserved after the last moment either', async () => {
    expect(await reserve({ nowMs: 5000, latestMs: 4999 })).toBeNull();
    expect(await store.db.$count(launchTurns)).toBe(0);
  });
});
