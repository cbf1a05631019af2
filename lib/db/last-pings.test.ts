import fc from 'fast-check';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lastPings, pings } from './schema';
import { pastPing, storeHistory } from './test-history';
import { testStore, type TestStore } from './test-store';

let store: TestStore;

beforeAll(async () => {
  store = await testStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

const kept = () => store.db.select().from(lastPings).orderBy(lastPings.serviceId);
const plain = () =>
  store.db
    .selectDistinctOn([pings.serviceId], {
      serviceId: pings.serviceId,
      pingId: pings.id,
      createdAt: pings.createdAt,
    })
    .from(pings)
    .where(sql`${pings.wrongCustomerAt} is null`)
    .orderBy(pings.serviceId, sql`${pings.createdAt} desc, ${pings.id} desc`);

const now = new Date('2026-05-08T12:00:00Z');
/** Of three services, at few moments, so that many come at the same one and not in their order. */
const somePing = fc
  .record({ serviceId: fc.integer({ min: 1, max: 3 }), minute: fc.nat(5), wrong: fc.boolean() })
  .map(({ minute, ...changes }) => ({ minute, changes }));
const someStep = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), added: fc.array(somePing, { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('delete' as const), places: fc.array(fc.nat(30), { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('mark' as const), places: fc.array(fc.nat(30), { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('unmark' as const), places: fc.array(fc.nat(30), { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('move' as const), places: fc.tuple(fc.nat(30)), minute: fc.nat(5) }),
);

describe('the table of last pings', () => {
  it('says the same as all pings do, whatever is added, deleted, marked, and taken back', async () => {
    const steps = fc.array(someStep, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        await store.db.delete(pings);
        let ids: string[] = [];
        const at = (minute: number) => new Date(now.getTime() + minute * 60_000);
        for (const step of taken) {
          if (step.kind === 'add') {
            const added = step.added.map(({ minute, changes }) =>
              pastPing(at(minute).toISOString(), changes),
            );
            await storeHistory(store.db, added);
            ids.push(...added.map(({ id }) => id));
          } else {
            const meant = ids.filter((_, index) => step.places.includes(index));
            const those = inArray(pings.id, meant);
            if (step.kind === 'delete') {
              await store.db.delete(pings).where(those);
              ids = ids.filter((id) => !meant.includes(id));
            } else if (step.kind === 'move') {
              await store.db
                .update(pings)
                .set({ createdAt: at(step.minute), serviceId: 3 })
                .where(those);
            } else {
              const wrongCustomerAt = step.kind === 'mark' ? now : null;
              await store.db.update(pings).set({ wrongCustomerAt }).where(those);
            }
          }
          expect(await kept()).toEqual(await plain());
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is right after two pings of one service were marked at the same time', async () => {
    const list = ['10:00', '10:01', '10:02'].map((time) => pastPing(`2026-05-08T${time}:00Z`));
    await storeHistory(store.db, list);
    const [first, second, third] = list;
    if (!first || !second || !third) throw new Error('no pings');
    const [one, other] = [store.anotherPool(), store.anotherPool()];
    const mark = `update pings set wrong_customer_at = now() where id = $1`;
    const writer = await one.$client.connect();
    await writer.query('begin');
    await writer.query(mark, [third.id]);
    const marked = other.$client.query(mark, [second.id]);
    await writer.query('commit');
    writer.release();
    await marked;
    expect((await kept()).map(({ pingId }) => pingId)).toEqual([first.id]);
  });

  it('is right when a ping comes while the last one is deleted', async () => {
    const [old, late] = [pastPing('2026-05-08T10:00:00Z'), pastPing('2026-05-08T09:00:00Z')];
    await storeHistory(store.db, [old]);
    const writer = await store.anotherPool().$client.connect();
    await writer.query('begin');
    await writer.query('delete from pings where id = $1', [old.id]);
    const added = storeHistory(store.db, [late]);
    await writer.query('commit');
    writer.release();
    await added;
    expect(await kept()).toEqual(await plain());
    await store.db.delete(pings).where(eq(pings.id, late.id));
    expect(await kept()).toEqual([]);
  });
});
