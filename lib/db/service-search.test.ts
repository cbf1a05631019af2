import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/role';
import { VANISHED, standingOf } from '@/lib/domain/search-rank';
import type { Service } from '@/lib/domain/service';
import { anyService, type ServiceFilter } from '@/lib/domain/service-filter';
import { atMs, testService, testStart } from '@/lib/domain/test-ping';
import { readTypedSearch } from '@/lib/domain/typed-search';
import { insertPingRequest } from './ping-requests';
import { selectFilterChoices } from './service-filters';
import { listServices, searchServices, type ListPlace } from './service-search';
import { recordServiceView, upsertServices } from './services';
import { storePing, testStore, type TestStore } from './test-store';
import { insertUser } from './users';

let store: TestStore;
const ME = randomUUID();

const node = (name: string) => ({ id: 1, name, outage: false, outageNote: null });
const record = (serviceId: number, name: string | null, changes: Partial<Service> = {}): Service => ({
  ...testService,
  serviceId,
  name,
  username: null,
  document: null,
  phones: [],
  address: null,
  locality: null,
  city: null,
  ip: null,
  mac: null,
  zone: { id: 1, name: 'Norte' },
  router: node('RB-1'),
  sector: node('AP-7'),
  ...changes,
});

const cast: Service[] = [
  record(12, 'José Núñez Peña', {
    phones: ['+57 300 123 4567', '(604) 444-5566'],
    document: '1.017.222.333',
    address: 'Calle 45 # 12-30',
    ip: '10.7.0.12',
    mac: '02:00:5E:10:00:AA',
  }),
  record(120, 'Johana Vargas', { phones: ['3001234568'], ip: '10.7.0.120', mac: '02-00-5E-10-00-AB' }),
  record(1200, 'Yojana Bargas', { ip: '10.7.0.9' }),
  record(1201, 'Josefina Núñez', { zone: { id: 2, name: 'Sur' } }),
  record(1202, 'José Núñez', { status: 'Suspendido' }),
  record(1203, 'Ana José Núñez', { router: node('RB-2'), sector: null }),
  record(1204, 'José Nuñes', { status: 'Cancelado' }),
  record(1205, 'Pedro José', { address: 'Avenida Núñez 12', locality: 'Laureles' }),
  record(1206, 'Fernanda Gutiérrez', { document: '70123456' }),
  record(1207, 'Fernanda Gutiérrez', {
    document: '70123456',
    status: 'Suspendido',
    zone: { id: 2, name: 'Sur' },
  }),
  record(1208, 'Fernanda Gutierres', { document: '222222222222' }),
  record(1209, 'Fernando Gutiérrez', { document: '222222222222' }),
  record(1210, null, { address: 'Finca El Ñandú', username: 'finca@isp' }),
];

type Options = Partial<{
  filter: Partial<ServiceFilter>;
  personId: string;
  withDocument: boolean;
  limit: number;
  offset: number;
  timeoutMs: number;
}>;

const search = (typed: string, { filter = {}, personId, ...options }: Options = {}) =>
  searchServices(store.db, {
    typed: readTypedSearch(typed, '57'),
    filter: { ...anyService, ...filter },
    personId: personId ?? null,
    withDocument: true,
    limit: 20,
    offset: 0,
    ...options,
  });

const ids = async (typed: string, options: Options = {}) =>
  (await search(typed, options)).services.map(({ serviceId }) => serviceId);

beforeAll(async () => {
  store = await testStore();
  await upsertServices(store.db, cast, testStart);
  await insertUser(store.db, {
    id: ME,
    email: 'me@example.com',
    name: 'Me',
    role: 'agent',
    passwordHash: 'x',
  });
});
afterAll(() => store.close());

describe('searching by name', () => {
  it('has whole words before beginnings, the address, sounds and typos', async () => {
    expect(await ids('jose nunez')).toEqual([1202, 12, 1203, 1201, 1205, 1204]);
  });

  it('has the spelling that was typed before another of the same sound', async () => {
    expect(await ids('yojana bargas')).toEqual([1200, 120]);
    expect(await ids('johana vargas')).toEqual([120, 1200]);
    expect(await ids('yohana varg')).toEqual([120, 1200]);
  });

  it('forgives a typo where nothing better is found, in a finished word or an unfinished one', async () => {
    expect(await ids('johana vragas')).toEqual([120, 1200]);
    expect(await ids('johna vargas')).toEqual([120, 1200]);
    // One letter is missing of the first two, and another one is wrong in the third.
    expect(await ids('fernanda gtierrez')).toEqual([1206, 1207, 1208, 1209]);
    expect(await ids('fernanda gutirr')).toEqual([1208, 1206, 1207, 1209]);
  });

  it('forgives none where somebody has exactly that name', async () => {
    expect(await ids('ana jose nunez')).toEqual([1203]);
  });

  it('finds a record without a name by its address or user name', async () => {
    expect(await ids('finca nandu')).toEqual([1210]);
    expect(await ids('finca@isp')).toEqual([1210]);
  });

  it('wants every word, wherever it stands', async () => {
    expect(await ids('pedro laureles')).toEqual([1205]);
    expect(await ids('laur ped')).toEqual([1205]);
    expect(await ids('pedro gutierrez')).toEqual([]);
  });
});

describe('a directory with many names of the same letters', () => {
  const base = 5000;
  const surnames = ['Naranjo', 'Nieto', 'Navarro', 'Noriega', 'Ñungo', 'Pérez', 'Gómez', 'Nova'];

  beforeAll(async () => {
    await upsertServices(
      store.db,
      Array.from({ length: 400 }, (_, index) =>
        record(base + index, `José ${surnames[index % surnames.length]} ${surnames[index % 5]}`),
      ),
      testStart,
    );
    // Four letters that begin as "jsoe" does, or end as it does: more than are ever compared.
    await store.db.execute(sql`insert into search_words (word, sound)
      select distinct word, word from (
        select 'j' || chr(97 + n / 26) || chr(97 + n % 26) || 'a' as word from generate_series(0, 675) n
        union select 'a' || chr(97 + n / 26) || chr(97 + n % 26) || 'e' from generate_series(0, 675) n) made
      on conflict do nothing`);
  });
  afterAll(async () => {
    await store.db.execute(sql`delete from services where service_id >= ${base}`);
    await store.db.execute(sql`delete from search_words where word ~ '^(j..a|a..e)$'`);
  });

  it.each(['jose nunez', 'José Núñez', 'nunez jose', 'nuñes josé'])(
    'shows whom "%s" means before the last word is finished',
    async (typed) => {
      const [first = ''] = typed.split(' ');
      // From the second letter of the last word on, because half of these names share the first.
      for (let length = first.length + 3; length <= typed.length; length += 1) {
        const shown = await ids(typed.slice(0, length), { limit: 8 });
        expect(shown, typed.slice(0, length)).toContain(12);
      }
    },
  );

  it('has the very name first from the third letter of its last word on', async () => {
    for (const typed of ['jose nun', 'jose nune', 'jose nunez'])
      expect((await ids(typed)).slice(0, 2)).toEqual([1202, 12]);
  });

  it.each(['jsoe nunez', 'joes nunez', 'jos nunez', 'josee nunez', 'jpse nunez', 'jose nnuez'])(
    'forgives the typo in the four letters of "%s"',
    async (typed) => {
      expect(await ids(typed)).toEqual(expect.arrayContaining([12, 1202]));
    },
  );
});

describe('searching by a number or an address', () => {
  it.each([
    [
      'an id, before those that begin so',
      '120',
      [120, 1200, 1201, 1203, 1205, 1206, 1207, 1208, 1209, 1202, 1204],
    ],
    ['a phone without its country code', '300 123 4567', [12]],
    ['a phone with it', '+57 300 123 4567', [12]],
    ['a phone with it and without a plus', '573001234568', [120]],
    ['the beginning of a phone with its country code', '57300123', [12, 120]],
    ['the second of two phones', '6044445566', [12]],
    ['a phone without its area', '444 55 66', [12]],
    ['the end of a phone', '4568', [120]],
    ['a document with points', '1.017.222.333', [12]],
    ['a document without', '1017222333', [12]],
    ['the beginning of a document', '101722', [12]],
    ['an IP, before those that begin so', '10.7.0.12', [12, 120]],
    ['the beginning of an IP, in the order of numbers', '10.7.0', [1200, 12, 120]],
    ['a MAC with colons', '02:00:5e:10:00:aa', [12]],
    ['a MAC with dashes', '02-00-5E-10-00-AB', [120]],
    ['a MAC without anything between', '02005e1000aa', [12]],
    ['the beginning of a MAC', '02:00:5e', [12, 120]],
    ['a house number', '45', [12]],
  ])('finds by %s', async (_how, typed, expected) => {
    expect(await ids(typed)).toEqual(expected);
  });

  it('keeps documents from those who may not see them', async () => {
    for (const typed of ['1.017.222.333', '1017222333', '101722', '2333', '70123456'])
      expect(await ids(typed, { withDocument: false })).toEqual([]);
    expect(await ids('300 123 4567', { withDocument: false })).toEqual([12]);
  });
});

describe('the services of one customer', () => {
  it('stand together and say how many they are; those of no document or of a made-up one do not', async () => {
    const { services } = await search('fernanda gutierrez');
    expect(services.map(({ serviceId, customer }) => [serviceId, customer])).toEqual([
      [1206, { key: 1206, services: 2 }],
      [1207, { key: 1206, services: 2 }],
      [1208, null],
    ]);
  });
});

describe('who was helped lately', () => {
  it('comes first among what fits alike, and others than this person see no difference', async () => {
    const person: Actor = { kind: 'user', id: ME, name: 'Me', email: '', role: 'agent', sessionId: '' };
    await recordServiceView(store.db, { userId: ME, serviceId: 1203, viewedAt: testStart });
    const { ping } = await storePing(store.db, { serviceId: 1204 });
    await insertPingRequest(store.db, { pingId: ping.id, actor: person, reason: null, at: testStart });
    expect(await ids('jose', { personId: ME })).toEqual([1203, 1204, 12, 1205, 1202, 1201]);
    expect(await ids('jose', { personId: randomUUID() })).toEqual(await ids('jose'));
    expect((await ids('1017222333', { personId: ME }))[0]).toBe(12);
  });
});

describe('the filters', () => {
  it.each([
    [{ zone: 'Sur' }, [1201]],
    [{ router: 'RB-2' }, [1203]],
    [{ sector: 'AP-7', status: 'Activo' }, [12, 1201, 1205]],
    [{ status: 'Suspendido' }, [1202]],
    [{ zone: 'No such' }, []],
  ])('%j leave only services of these names', async (filter, expected) => {
    expect(await ids('jose nunez', { filter })).toEqual(expect.arrayContaining(expected));
    const all = await ids('jose nunez', { filter });
    expect(all.filter((serviceId) => serviceId !== 1204)).toEqual(expected);
  });

  it('can be set to every name that the directory has, with how many services that leaves', async () => {
    const choices = await selectFilterChoices(store.db);
    expect(choices.zone).toEqual([
      { name: 'Norte', services: 11 },
      { name: 'Sur', services: 2 },
    ]);
    expect(choices.router.map(({ name }) => name)).toEqual(['RB-1', 'RB-2']);
    expect(choices.sector).toEqual([{ name: 'AP-7', services: 12 }]);
    expect(choices.status.map(({ name }) => name)).toEqual(['Activo', 'Cancelado', 'Suspendido']);
    for (const { name, services } of choices.status) {
      const page = await listServices(store.db, {
        filter: { ...anyService, status: name },
        after: null,
        limit: 50,
      });
      expect(page.services).toHaveLength(services);
    }
  });
});

describe('the pages', () => {
  it('of a search hold each match once', async () => {
    const read: number[] = [];
    for (const offset of [0, 2, 4]) {
      const { services, more } = await search('jose nunez', { limit: 2, offset });
      read.push(...services.map(({ serviceId }) => serviceId));
      expect(more).toBe(offset < 4);
    }
    expect(read).toEqual(await ids('jose nunez'));
  });

  it('of the list hold every service once, the active first, then by name', async () => {
    const read: number[] = [];
    let after: ListPlace | null = null;
    do {
      const page: Awaited<ReturnType<typeof listServices>> = await listServices(store.db, {
        filter: anyService,
        after,
        limit: 5,
      });
      read.push(...page.services.map(({ serviceId }) => serviceId));
      after = page.next;
    } while (after !== null);
    expect(read).toEqual([1210, 1203, 1208, 1206, 1209, 120, 12, 1201, 1205, 1200, 1207, 1202, 1204]);
  });
});

describe('what the directory keeps for the search', () => {
  it('says the standing as the domain does, and that a service vanished', async () => {
    const statuses = ['Activo', ' ativo ', 'GRATIS', 'Suspendido', 'Suspenso', 'Cancelado', 'Retirado', null];
    await upsertServices(
      store.db,
      statuses.map((status, index) => record(2001 + index, 'Standing', { status })),
      testStart,
    );
    await store.db.execute(sql`update services set vanished_at = ${atMs(1)} where service_id = 2001`);
    const { rows } = await store.db.execute(
      sql`select status, standing, vanished_at from services where search_name = 'standing'`,
    );
    expect(rows).toHaveLength(statuses.length);
    for (const { status, standing, vanished_at } of rows)
      expect(standing).toBe(vanished_at === null ? standingOf(status as string | null) : VANISHED);
    expect((await ids('standing')).at(-1)).toBe(2001);
  });

  it('knows the words of names whoever wrote the rows, and nothing of addresses', async () => {
    await store.db
      .execute(sql`insert into services (service_id, name, phones, address, search_text, search_phones,
        search_document, search_sounds, synced_at)
      select 3001, 'Zoraida Villalobos', '{}', 'Transversal', 'zoraida villalobos transversal', '', '',
        ' soraida biyalobos', now()`);
    const { rows } = await store.db.execute(sql`select word, sound from search_words
      where word in ('zoraida', 'villalobos', 'transversal') order by word`);
    expect(rows).toEqual([
      { word: 'villalobos', sound: 'biyalobos' },
      { word: 'zoraida', sound: 'soraida' },
    ]);
    expect(await ids('soraida viyalobos')).toEqual([3001]);
    expect(await ids('zoraid villalovos')).toEqual([3001]);
  });

  it('takes a new word from two at once, neither of whom waits for the other, and finds both', async () => {
    const [one, other] = await Promise.all([0, 1].map(() => store.anotherPool().$client.connect()));
    if (!one || !other) throw new Error('no connection');
    const insert = `insert into services (service_id, name, phones, search_text, search_phones, search_document,
      search_sounds, synced_at) select $1, 'Quetzalli', '{}', 'quetzalli', '', '', ' ketsali', now()`;
    for (const connection of [one, other]) {
      await connection.query('begin');
      await connection.query(`set local lock_timeout = '5s'`);
    }
    await one.query(insert, [3101]);
    await other.query(insert, [3102]);
    await other.query('commit');
    await one.query('commit');
    for (const connection of [one, other]) connection.release();
    for (const typed of ['quetzalli', 'ketsali', 'quetzali', 'quezalli'])
      expect(await ids(typed), typed).toEqual([3101, 3102]);
  });

  it('finds rows from before the sounds were kept by their words', async () => {
    await store.db.execute(sql`insert into services (service_id, name, phones, search_text, search_phones,
        search_document, synced_at)
      select 3002, 'Wenceslao Ibáñez', '{}', 'wenceslao ibanez', '', '', now()`);
    expect(await ids('wenceslao iba')).toEqual([3002]);
  });

  it('takes a name of any length', async () => {
    const name = `Largo ${'x'.repeat(3000)} ${'palabra '.repeat(400)}`;
    await upsertServices(store.db, [record(3003, name, { address: 'y'.repeat(5000) })], testStart);
    expect(await ids('largo xxxxx')).toEqual([3003]);
  });
});

describe('a search that takes too long', () => {
  it('is cut short with what was found until then', async () => {
    const other = await store.anotherPool().$client.connect();
    await other.query('begin');
    await other.query('lock table search_words in access exclusive mode');
    const { services, cutShort } = await search('jose nunez', { timeoutMs: 1000 });
    await other.query('rollback');
    other.release();
    expect(cutShort).toBe(true);
    expect(services.map(({ serviceId }) => serviceId)).toEqual([1202, 12, 1203]);
    expect((await search('jose nunez', { timeoutMs: 1000 })).cutShort).toBe(false);
  });
});
