import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MANY_FOUND } from '@/lib/db/history-text';
import { insertNote } from '@/lib/db/service-notes';
import { upsertServices } from '@/lib/db/services';
import { ana, luis, pastPing, storeHistory, type PastPing } from '@/lib/db/test-history';
import { caseCodeOf } from '@/lib/domain/case-code';
import { defaultHistoryFilter, type HistoryFilter } from '@/lib/domain/history-filter';
import { toHistoryItem } from '@/lib/domain/history-item';
import type { Actor } from '@/lib/domain/role';
import { testService, testStart } from '@/lib/domain/test-ping';
import { listHistory, type ListHistoryInput } from './list-history';
import { markQuietLine } from './mark-quiet-line';
import { readHistoryChoices } from './read-history-choices';
import { summariseHistory } from './summarise-history';
import { person, program, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const supervisor = person('supervisor');
const page = (
  filter: Partial<HistoryFilter> = {},
  {
    actor = supervisor,
    limit = 50,
    after = null,
  }: { actor?: Actor } & Partial<Omit<ListHistoryInput, 'filter'>> = {},
) =>
  listHistory(test.as(actor), {
    filter: { ...defaultHistoryFilter, period: 'all', ...filter },
    limit,
    after,
  });
const services = async (filter: Partial<HistoryFilter>, actor: Actor = supervisor) =>
  (await page(filter, { actor })).views.map(({ ping }) => ping.serviceId).sort((a, b) => a - b);
const at = (minute: number) => new Date(Date.parse('2026-05-08T11:00:00Z') + minute * 60_000).toISOString();
const several = (count: number, changes: Partial<PastPing> = {}) =>
  Array.from({ length: count }, (_, index) => pastPing(at(index), { serviceId: index + 1, ...changes }));

describe('the pages of the history', () => {
  it.each(['newest', 'oldest', 'slowest'] as const)(
    'sorted by %s have every ping once, while others arrive between one page and the next',
    async (sort) => {
      // Several of one moment, and of one duration, so that a page ends among equals.
      const past = several(25).map((ping, index) => ({
        ...ping,
        at: new Date(at(Math.floor(index / 4))),
        tookMs: 3000 + (index % 3),
      }));
      await storeHistory(test.store.db, past);
      const seen: string[] = [];
      let after: ListHistoryInput['after'] = null;
      do {
        const { views, next } = await page({ sort }, { limit: 4, after });
        seen.push(...views.map(({ ping }) => ping.id));
        after = next;
        await storeHistory(test.store.db, [
          pastPing(at(60 + seen.length), { serviceId: 99, tookMs: 9_999_999 }),
        ]);
      } while (after !== null && seen.length < 100);
      const known = new Set(past.map(({ id }) => id));
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => known.has(id))).toHaveLength(25);
    },
  );

  it('say when there are no more, even when the last one is full', async () => {
    await storeHistory(test.store.db, several(4));
    const { next } = await page({}, { limit: 2 });
    expect(next).not.toBeNull();
    expect((await page({}, { limit: 2, after: next })).next).toBeNull();
  });

  it('show a ping of the wrong customer, and mark it', async () => {
    await storeHistory(test.store.db, several(1, { wrong: true }));
    expect((await page()).views[0]?.ping.wrongCustomerAt).not.toBeNull();
  });

  it('name the customer, who asked, and the latest note about the customer', async () => {
    await upsertServices(test.store.db, [{ ...testService, serviceId: 1 }], testStart);
    await storeHistory(test.store.db, several(2, { joiners: [luis] }));
    const note = { serviceId: 1, pingId: null, authorId: null, authorName: 'Ana' };
    await insertNote(test.store.db, { ...note, text: 'Cambió el PoE.', writtenAt: new Date(at(3)) });
    await insertNote(test.store.db, { ...note, text: 'Queda estable.', writtenAt: new Date(at(5)) });
    const { views } = await page({ sort: 'oldest' });
    expect(views.map(({ serviceName }) => serviceName)).toEqual(['Cliente Demo Uno', null]);
    expect(views[0]?.requesters.map(({ id }) => id)).toEqual([ana, luis]);
    expect(views.map(({ note: shown }) => shown)).toEqual([
      { text: 'Queda estable.', author: 'Ana', written_at: at(5) },
      null,
    ]);
  });

  it('say of a silent line whether it is known to work without answering, on the address that was asked', async () => {
    await upsertServices(test.store.db, [{ ...testService, serviceId: 1 }], testStart);
    await storeHistory(test.store.db, several(2, { outcome: 'no_internet' }));
    await markQuietLine(test.as(person('agent')), { serviceId: 1, quiet: true });
    const { views } = await page({ sort: 'oldest' });
    expect(views.map((view) => toHistoryItem(view, testStart).quiet_line)).toEqual([true, false]);
  });

  it('of an agent end with this day, and those of a program with the right to the history do not', async () => {
    await storeHistory(test.store.db, [
      pastPing('2026-05-08T04:59:59.999Z', { serviceId: 1 }),
      pastPing('2026-05-08T05:00:00.000Z', { serviceId: 2 }),
    ]);
    expect(await services({}, person('agent'))).toEqual([2]);
    expect(await services({ from: '2026-01-01', to: '2026-12-31' }, person('agent'))).toEqual([2]);
    expect(await services({ period: 'yesterday' }, person('agent'))).toEqual([]);
    expect(await services({}, program('history:read'))).toEqual([1, 2]);
  });

  it('tell a program neither names nor notes that it may not read', async () => {
    await upsertServices(test.store.db, [{ ...testService, serviceId: 1 }], testStart);
    await storeHistory(test.store.db, several(1));
    await insertNote(test.store.db, {
      serviceId: 1,
      pingId: null,
      text: 'Cambió el PoE.',
      authorId: null,
      authorName: 'Ana',
      writtenAt: new Date(at(3)),
    });
    const [view] = (await page({}, { actor: program('history:read') })).views;
    expect([view?.serviceName, view?.note]).toEqual([null, null]);
    expect(await services({ q: 'cliente' }, program('history:read'))).toEqual([]);
    expect(await services({ q: 'poe' }, program('history:read'))).toEqual([]);
    expect(await services({ q: 'cliente' }, program('history:read', 'services:read'))).toEqual([1]);
  });
});

describe('a free text', () => {
  const totals = async (q: string) =>
    (
      await summariseHistory(test.as(supervisor), {
        filter: { ...defaultHistoryFilter, period: 'all', q },
      })
    ).total;

  beforeEach(async () => {
    const customer = (serviceId: number, name: string, address: string) => ({
      ...testService,
      serviceId,
      name,
      address,
    });
    await upsertServices(
      test.store.db,
      [
        customer(1, 'José Núñez', 'Calle 12 # 4-31'),
        customer(2, 'Johana Vargas', 'Carrera 100 # 7-2'),
        customer(100, 'Ana Núñez', 'Calle 9'),
      ],
      testStart,
    );
    await storeHistory(
      test.store.db,
      [1, 2, 100].map((serviceId) => pastPing(at(serviceId), { serviceId })),
    );
  });

  it.each([
    ['nuñez', [1, 100]],
    ['NUNEZ jose', [1]],
    ['núñez calle', [1, 100]],
    ['vargas carrera', [2]],
    ['100', [2, 100]],
    ['100%', [2]],
    ['%', []],
    ['nadie', []],
    ['nunez vargas', []],
  ])(
    '"%s" finds customers by all its words, without regard to accents, case and order',
    async (q, expected) => {
      expect(await services({ q })).toEqual(expected);
      expect(await totals(q)).toBe(expected.length);
    },
  );

  it('finds a ping by its case code, however it is written', async () => {
    const ping = pastPing(at(7), { serviceId: 7 });
    await storeHistory(test.store.db, [ping]);
    const code = caseCodeOf(ping.id);
    for (const q of [code, code.toLowerCase(), `${code.slice(0, 3)}-${code.slice(3)}`]) {
      expect(await services({ q })).toEqual([7]);
      expect(await totals(q)).toBe(1);
    }
  });

  it('finds the ping that a note speaks of, or all pings of the customer where it speaks of none', async () => {
    const [one, other] = [pastPing(at(8), { serviceId: 8 }), pastPing(at(90), { serviceId: 8 })];
    await storeHistory(test.store.db, [one, other]);
    const note = { serviceId: 8, authorId: null, authorName: 'Ana', writtenAt: new Date(at(91)) };
    await insertNote(test.store.db, { ...note, pingId: one.id, text: 'Cambió la ANTENA.' });
    expect((await page({ q: 'antena cambio' })).views.map(({ ping }) => ping.id)).toEqual([one.id]);
    expect(await totals('antena cambio')).toBe(1);
    await insertNote(test.store.db, { ...note, pingId: null, text: 'Visita por la antena, mañana.' });
    expect(await services({ q: 'antena' })).toEqual([8, 8]);
    expect(await totals('antena')).toBe(2);
  });

  it('finds the same pings however many customers and notes have the words', async () => {
    const many = Array.from({ length: MANY_FOUND }, (_, index) => 5000 + index);
    const record = { ...testService, name: 'Familia Numerosa' };
    await upsertServices(
      test.store.db,
      many.map((serviceId) => ({ ...record, serviceId })),
      testStart,
    );
    await test.store.db.execute(sql`
      insert into service_notes (service_id, text, author_name, written_at)
      select id, 'Familia numerosa', 'Ana', now() from generate_series(9000, ${9000 + MANY_FOUND}) id`);
    const past = [5001, 9001, 8, 8, 7].map((serviceId, index) => pastPing(at(index), { serviceId }));
    await storeHistory(test.store.db, past);
    const note = { serviceId: 8, authorId: null, authorName: 'Ana', writtenAt: new Date(at(91)) };
    await insertNote(test.store.db, { ...note, pingId: past[2]?.id ?? null, text: 'Es familia numerosa.' });
    expect(await services({ q: 'numerosa familia' })).toEqual([8, 5001, 9001]);
    expect(await totals('numerosa familia')).toBe(3);
  });
});

describe('the choices of the filters', () => {
  it('are each name once, in order, and everybody who asked by the name they had last', async () => {
    await storeHistory(test.store.db, [
      ...several(5, { zone: 'Zona Sur' }),
      ...several(3, { zone: 'Zona Norte', router: null, starter: luis, source: 'api' }).map((ping) => ({
        ...ping,
        at: new Date(ping.at.getTime() + 1),
      })),
    ]);
    expect(await readHistoryChoices(test.as(supervisor))).toEqual({
      zones: ['Zona Norte', 'Zona Sur'],
      routers: ['Nodo Norte'],
      sectors: ['AP 7'],
      agents: [
        { id: ana, name: 'Ana' },
        { id: luis, name: 'Luis' },
      ],
    });
  });

  it('of an empty history are none', async () => {
    expect(await readHistoryChoices(test.as(supervisor))).toEqual({
      zones: [],
      routers: [],
      sectors: [],
      agents: [],
    });
  });
});

it('a place of another order, or far away, is an empty or a full page, and no error', async () => {
  await storeHistory(test.store.db, several(2));
  const id = '00000000-0000-4000-8000-000000000001';
  for (const sort of ['newest', 'oldest', 'slowest'] as const) {
    for (const key of [-1, 0, 2_147_483_648, 253_402_300_799_999]) {
      const { views } = await page({ sort }, { after: { key, id } });
      expect([0, 2]).toContain(views.length);
    }
  }
});
