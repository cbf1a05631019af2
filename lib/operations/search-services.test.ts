import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordServiceView, upsertServices } from '@/lib/db/services';
import { getSettings, saveSettings } from '@/lib/db/settings';
import type { Actor } from '@/lib/domain/role';
import type { Service } from '@/lib/domain/service';
import { anyService } from '@/lib/domain/service-filter';
import { atMs, testService, testStart } from '@/lib/domain/test-ping';
import { searchServices, type SearchServicesInput } from './search-services';
import { person, program, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;
const agent = person('agent');

const record = (serviceId: number, changes: Partial<Service>): Service => ({
  ...testService,
  serviceId,
  username: null,
  name: null,
  document: null,
  phones: [],
  address: null,
  locality: null,
  city: null,
  ip: null,
  mac: null,
  ...changes,
});

const cast = [
  record(12, {
    name: 'José Núñez Peña',
    phones: ['3001234567', '+57 (604) 444-5566'],
    document: '1.017.222.333',
  }),
  record(120, { name: 'María Fernanda Gutiérrez', address: 'Calle 45 # 12-30', ip: '10.7.0.12' }),
  record(1200, { name: 'Pedro Pérez', document: '70123456', locality: 'El Poblado', status: 'Suspendido' }),
  record(1201, { name: 'Pedro Pérez', document: '70999999', locality: 'Laureles' }),
  record(77, { name: 'Ana Torres', ip: '10.7.0.120', mac: '02:00:5E:10:00:AA' }),
  record(78, { name: 'Jorge Ñáñez', phones: ['3125550012'], ip: '10.7.0.13' }),
  record(79, { name: '100% Fibra_Óptica', username: 'fibra@isp-demo' }),
  record(80, { name: "O'Higgins, Bernardo", city: 'Bogotá' }),
];

beforeAll(async () => {
  test = await testSystem();
  await upsertServices(test.store.db, cast, testStart);
});
afterAll(() => test.close());

const search = async (q: string, limit = 20, offset = 0) => {
  const { services } = await searchServices(test.as(agent), { q, recent: false, limit, offset });
  return services.map(({ serviceId }) => serviceId);
};

describe('searching by name or address', () => {
  it.each([
    ['without accents', 'jose nunez', 12],
    ['with accents', 'JOSÉ NÚÑEZ', 12],
    ['with the ñ as it is', 'ñáñez', 78],
    ['in another order', 'gutierrez maria', 120],
    ['by parts of the words', 'gut mar', 120],
    ['with a typo', 'gutierez', 120],
    ['with a typo in each of two words', 'fernamda gutierres', 120],
    ['by the address', 'calle 45', 120],
    ['by the city', 'bogota', 80],
    ['by the user name', 'fibra@isp', 79],
    ['with an apostrophe', "o'higgins", 80],
  ])('%s finds the customer first', async (_how, typed, serviceId) => {
    expect((await search(typed))[0]).toBe(serviceId);
  });

  it('wants every word to fit', async () => {
    expect(await search('jose gutierrez')).toEqual([]);
    expect(await search('pedro laureles')).toEqual([1201]);
  });

  it('finds both of two customers with one name, the active one first', async () => {
    expect(await search('pedro perez')).toEqual([1201, 1200]);
  });

  it('takes the signs of a pattern for what they are', async () => {
    expect(await search('%')).toEqual([]);
    expect(await search('_')).toEqual([]);
    expect(await search('100%')).toEqual([79]);
    expect(await search("'; drop table services; --")).toEqual([]);
  });
});

describe('searching by a number', () => {
  it('puts the exact id first, before ids and numbers that only begin or contain it', async () => {
    expect((await search('12'))[0]).toBe(12);
    expect((await search('120'))[0]).toBe(120);
    expect(await search('120')).toEqual(expect.arrayContaining([120, 1200, 1201]));
  });

  it.each([
    ['a phone', '3001234567', 12],
    ['a phone with spaces', '300 123 4567', 12],
    ['the end of a phone', '4445566', 12],
    ['a phone with signs', '(604) 444-5566', 12],
    ['a document', '70123456', 1200],
    ['a document with points, typed without', '1017222333', 12],
    ['a document typed with points', '1.017.222.333', 12],
  ])('finds %s', async (_what, typed, serviceId) => {
    expect((await search(typed))[0]).toBe(serviceId);
  });

  it('that is larger than any id finds nothing and does not fail', async () => {
    expect(await search('99999999999999999999')).toEqual([]);
  });
});

describe('searching by an address', () => {
  it('puts the exact IP first and those that begin so after it', async () => {
    expect(await search('10.7.0.12')).toEqual([120, 77]);
    expect((await search('10.7.0')).sort()).toEqual([120, 77, 78].sort());
  });

  it('finds a MAC in either case, and by its beginning', async () => {
    expect(await search('02:00:5e:10:00:aa')).toEqual([77]);
    expect(await search('02:00:5E:10')).toEqual([77]);
  });
});

describe('an empty search', () => {
  it('pages through everything once, the active ones first', async () => {
    const read: number[] = [];
    const sizes: number[] = [];
    let next: Awaited<ReturnType<typeof searchServices>>['next'] = { offset: 0 };
    while (next !== null) {
      const input: SearchServicesInput = { q: '  ', recent: false, limit: 3, offset: 0, ...next };
      const page: Awaited<ReturnType<typeof searchServices>> = await searchServices(test.as(agent), input);
      read.push(...page.services.map(({ serviceId }) => serviceId));
      sizes.push(page.services.length);
      next = page.next;
    }
    expect(sizes).toEqual([3, 3, 2]);
    expect([...read].sort()).toEqual(cast.map(({ serviceId }) => serviceId).sort());
    expect(read.at(-1)).toBe(1200);
  });

  it('lists what a filter leaves', async () => {
    const filter = { ...anyService, status: 'Suspendido' };
    const page = await searchServices(test.as(agent), { q: '', recent: false, limit: 5, offset: 0, filter });
    expect(page.services.map(({ serviceId }) => serviceId)).toEqual([1200]);
  });
});

describe('a search', () => {
  const input = { recent: false, limit: 20, offset: 0 };
  const as = async (actor: Actor, q: string) =>
    (await searchServices(test.as(actor), { ...input, q })).services.map(({ serviceId }) => serviceId);

  it('takes the country code of the operator', async () => {
    const settings = await getSettings(test.store.db);
    expect(await as(agent, '58300123')).toEqual([]);
    await saveSettings(test.store.db, {
      value: { ...settings, countryCode: '58' },
      at: testStart,
      by: agent.id,
    });
    expect(await as(agent, '58300123')).toEqual([12]);
    await saveSettings(test.store.db, { value: settings, at: testStart, by: agent.id });
  });

  it('tells nothing by a document to those who may not see it', async () => {
    for (const q of ['70123456', '1.017.222.333', '7012'])
      for (const actor of [person('technician'), program('ping:read', 'services:read')])
        expect(await as(actor, q)).toEqual(actor.kind === 'token' ? await as(agent, q) : []);
    expect(await as(agent, '70123456')).toEqual([1200]);
  });

  it('goes on where a page ended', async () => {
    const first = await searchServices(test.as(agent), { ...input, q: 'pedro perez', limit: 1 });
    expect(first.next).toEqual({ offset: 1 });
    const second = await searchServices(test.as(agent), { ...input, q: 'pedro perez', limit: 1, offset: 1 });
    expect([first, second].flatMap(({ services }) => services.map(({ serviceId }) => serviceId))).toEqual([
      1201, 1200,
    ]);
    expect(second.next).toBeNull();
  });

  it('that the database does not answer in time says so, and only when nothing was found', async () => {
    const other = await test.store.anotherPool().$client.connect();
    await other.query('begin');
    await other.query('lock table services in access exclusive mode');
    const { code } = await refusal(searchServices(test.as(agent), { ...input, q: 'pedro' }));
    await other.query('rollback');
    other.release();
    expect(code).toBe('search_timeout');
  });
});

describe('the recent ones', () => {
  it('are those that this person opened, the latest first', async () => {
    for (const [index, serviceId] of [77, 12, 78].entries()) {
      await recordServiceView(test.store.db, { userId: agent.id, serviceId, viewedAt: atMs(index) });
    }
    const recent = async (actor = agent) =>
      searchServices(test.as(actor), { q: '', recent: true, limit: 2, offset: 0 });
    expect((await recent()).services.map(({ serviceId }) => serviceId)).toEqual([78, 12]);
    expect((await recent(person('admin'))).services).toEqual([]);
    expect((await recent(program('services:read'))).services).toEqual([]);
  });
});
