import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MOST_ENDS } from '@/lib/domain/task-times';
import { testStart } from '@/lib/domain/test-ping';
import { taskTimes } from './schema';
import { noteTaskEnd, readTaskEnds } from './task-times';
import { testStore, type TestStore } from './test-store';

let store: TestStore;

beforeAll(async () => {
  store = await testStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

const note = (routerKey: string, packets: number, byMs: number, q = store.db, silent = false) =>
  noteTaskEnd(
    q,
    { routerKey, packets, silent },
    { end: { afterMs: byMs - 100, byMs }, middleMs: 3500, at: testStart },
  );

describe('what was seen of the ends of tasks', () => {
  it('is kept for its router and for all of them, by the number of packets, the newest first', async () => {
    await note('77', 4, 3000);
    await note('77', 4, 4000);
    await note('78', 4, 5000);
    await note('77', 10, 9000);
    expect(await readTaskEnds(store.db, { routerKey: '77', packets: 4, silent: false })).toEqual({
      own: [
        { afterMs: 3900, byMs: 4000 },
        { afterMs: 2900, byMs: 3000 },
      ],
      all: [5000, 4000, 3000].map((byMs) => ({ afterMs: byMs - 100, byMs })),
      around: [1500, 500, -500].map((byMs) => ({ afterMs: byMs - 100, byMs })),
    });
    expect((await readTaskEnds(store.db, { routerKey: '79', packets: 10, silent: false })).own).toEqual([]);
    expect(await readTaskEnds(store.db, { routerKey: '77', packets: 7, silent: false })).toEqual({
      own: [],
      all: [],
      around: [],
    });
  });

  it('is kept apart for lines that were not expected to answer', async () => {
    await note('77', 4, 3000);
    await note('77', 4, 5000, store.db, true);
    const { own, all } = await readTaskEnds(store.db, { routerKey: '77', packets: 4, silent: true });
    expect([own, all]).toEqual([[{ afterMs: 4900, byMs: 5000 }], [{ afterMs: 4900, byMs: 5000 }]]);
  });

  it('is counted from no middle where none is known yet', async () => {
    const end = { afterMs: 2900, byMs: 3000 };
    const kind = { routerKey: '77', packets: 4, silent: false };
    await noteTaskEnd(store.db, kind, { end, middleMs: null, at: testStart });
    expect(await readTaskEnds(store.db, kind)).toEqual({ own: [end], all: [end], around: [] });
  });

  it('is bounded: the oldest are forgotten', async () => {
    for (let n = 1; n <= MOST_ENDS.all + 5; n += 1) await note('77', 4, 1000 + n);
    const { own, all, around } = await readTaskEnds(store.db, { routerKey: '77', packets: 4, silent: false });
    expect([own.length, all.length, around.length]).toEqual([MOST_ENDS.own, MOST_ENDS.all, MOST_ENDS.all]);
    expect(own[0]?.byMs).toBe(1000 + MOST_ENDS.all + 5);
    expect(await store.db.$count(taskTimes)).toBe(3);
  });

  it('loses none when instances write at once, and they never wait for each other crosswise', async () => {
    const pools = [store.db, store.anotherPool(), store.anotherPool()];
    const many = Array.from({ length: 45 }, (_, index) => index);
    await Promise.all(many.map((n) => note(`${n % 3}`, 4, 2000 + n, pools[n % pools.length])));
    const { all } = await readTaskEnds(store.db, { routerKey: '0', packets: 4, silent: false });
    expect(all.map(({ byMs }) => byMs).sort()).toEqual(many.map((n) => 2000 + n));
  });
});
