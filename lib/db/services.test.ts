import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atMs, testService, testStart } from '@/lib/domain/test-ping';
import { countServices, getService, selectServiceNames, upsertServices } from './services';
import { testStore, type TestStore } from './test-store';

let store: TestStore;

beforeAll(async () => {
  store = await testStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

const { ipShared, ...record } = testService;

describe('the directory', () => {
  it('gives back exactly the record that was stored', async () => {
    await upsertServices(store.db, [record], testStart);
    expect(await getService(store.db, record.serviceId)).toEqual({
      ...record,
      ipShared,
      syncedAt: testStart,
      vanishedAt: null,
    });
    expect(await getService(store.db, 5)).toBeNull();
  });

  it('takes a younger reading, one of the same moment, and never an older one', async () => {
    await upsertServices(store.db, [{ ...record, name: 'first' }], atMs(1000));
    await upsertServices(store.db, [{ ...record, name: 'older' }], atMs(999));
    expect((await getService(store.db, record.serviceId))?.name).toBe('first');
    await upsertServices(store.db, [{ ...record, name: 'same moment' }], atMs(1000));
    expect((await getService(store.db, record.serviceId))?.name).toBe('same moment');
    await upsertServices(store.db, [{ ...record, name: null, ip: null }], atMs(1001));
    expect(await getService(store.db, record.serviceId)).toMatchObject({ name: null, ip: null });
  });

  it('keeps the last of two records with one id in a block', async () => {
    await upsertServices(
      store.db,
      [
        { ...record, name: 'first' },
        { ...record, name: 'last' },
      ],
      testStart,
    );
    expect((await getService(store.db, record.serviceId))?.name).toBe('last');
    await upsertServices(store.db, [], testStart);
    expect(await countServices(store.db)).toBe(1);
  });

  it('says that an address is shared while another service holds it', async () => {
    await upsertServices(store.db, [record, { ...record, serviceId: 7 }], testStart);
    expect((await getService(store.db, 7))?.ipShared).toBe(true);
    await upsertServices(store.db, [{ ...record, serviceId: 7, ip: '10.0.0.7' }], testStart);
    expect((await getService(store.db, record.serviceId))?.ipShared).toBe(false);
    await upsertServices(
      store.db,
      [8, 9].map((serviceId) => ({ ...record, serviceId, ip: null })),
      testStart,
    );
    expect((await getService(store.db, 8))?.ipShared).toBe(false);
  });

  it('is written by several loads at once, in whatever order each has its records', async () => {
    const block = Array.from({ length: 300 }, (_, index) => ({ ...record, serviceId: index + 1 }));
    const loads = Array.from({ length: 8 }, (_, index) =>
      upsertServices(store.db, index % 2 === 0 ? block : block.toReversed(), atMs(index)),
    );
    await Promise.all(loads);
    expect(await countServices(store.db)).toBe(300);
    expect((await getService(store.db, 60))?.syncedAt).toEqual(atMs(7));
  });

  it('knows the names of services, and nothing of those it does not hold', async () => {
    await upsertServices(store.db, [record, { ...record, serviceId: 7, name: null }], testStart);
    const names = await selectServiceNames(store.db, [record.serviceId, 7, 8, 7]);
    expect([...names].sort()).toEqual([
      [1042, 'Cliente Demo Uno'],
      [7, null],
    ]);
    expect(await selectServiceNames(store.db, [])).toEqual(new Map());
  });
});
