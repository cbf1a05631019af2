import { afterAll, beforeAll, expect, it } from 'vitest';
import { hitRateCounter } from './rate-counters';
import { testStore, type TestStore } from './test-store';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

const start = new Date('2026-03-01T10:00:00.000Z');
const later = (ms: number) => new Date(start.getTime() + ms);
const limit = { most: 3, windowMs: 60_000 };
const hit = (key: string, ms = 0) => hitRateCounter(store.db, key, { ...limit, now: later(ms) });

it('lets as many through as the window holds, and says when the next may come', async () => {
  expect(await hit('a')).toEqual({ allowed: true, remaining: 2, retryAfterSeconds: 60 });
  expect(await hit('a', 10_000)).toEqual({ allowed: true, remaining: 1, retryAfterSeconds: 50 });
  expect(await hit('a', 20_000)).toMatchObject({ allowed: true, remaining: 0 });
  expect(await hit('a', 30_500)).toEqual({ allowed: false, remaining: 0, retryAfterSeconds: 30 });
  expect(await hit('b', 30_500)).toMatchObject({ allowed: true });
});

it('a refused hit makes the window neither longer nor fuller', async () => {
  for (let second = 0; second < 50; second += 1) await hit('c', second * 1000);
  expect(await hit('c', 60_000)).toEqual({ allowed: true, remaining: 2, retryAfterSeconds: 60 });
});

it('a hundred hits at once are all counted', async () => {
  const verdicts = await Promise.all(Array.from({ length: 100 }, () => hit('d')));
  expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(3);
});
