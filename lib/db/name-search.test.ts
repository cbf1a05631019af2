import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fold } from '@/lib/domain/fold';
import { anyService } from '@/lib/domain/service-filter';
import { soundOf } from '@/lib/domain/sound';
import { readTypedSearch } from '@/lib/domain/typed-search';
import { searchServices } from './service-search';
import { testStore, type TestStore } from './test-store';

let store: TestStore;

const GIVEN =
  `José María Juan Luis Carlos Ana Jorge Luz Martha Sandra Diana Andrés Lucía Miguel Pedro Nubia Lucila Carolina
  Claudia Gloria Blanca Rosa Laura Daniel David Diego Camilo Felipe Nury Sebastián Santiago Nicolás Johana Yohana Mateo
  Samuel Valentina Daniela Natalia Catalina Luciana Marcela Adriana Numa Patricia Mónica Néstor Nelly`.split(
    /\s+/,
  );
const FAMILY =
  `Rodríguez Gómez González Martínez García López Hernández Sánchez Ramírez Pérez Díaz Nuñes Muñoz Rojas Núñez
  Moreno Jiménez Vargas Torres Ortiz Gutiérrez Castro Ruiz Álvarez Valencia Suárez Herrera Romero Cárdenas Mejía Quintero
  Rincón Restrepo Giraldo Naranjo Vásquez Ospina Arias Cardona Marín Navarro Bargas Morales Nieto Parra Noriega Nova
  Nezadi Nesevol Nuncira`.split(/\s+/);
const NAMES = 24_000;
const PAGE = 12;

/** The frequent ones first, as people have names, and the same in every run. */
function pickOf(list: readonly string[], share: number): string {
  return list[Math.floor(list.length * share ** 2)] ?? '';
}

/** One of two or three words, or with two given names. */
function nameOf(index: number): string {
  const share = (step: number) => (index * step) % 1;
  const [one, two, three] = [share(0.618034), share(0.754878), share(0.569841)];
  const given = pickOf(GIVEN, one);
  const form = index % 5;
  if (form === 0) return `${given} ${pickOf(FAMILY, two)}`;
  if (form === 1) return `${given} ${pickOf(GIVEN, three)} ${pickOf(FAMILY, two)}`;
  return `${given} ${pickOf(FAMILY, two)} ${pickOf(FAMILY, three)}`;
}

const soundsOf = (name: string) =>
  fold(name)
    .split(' ')
    .map((word) => ` ${soundOf(word)}`)
    .join('');

beforeAll(async () => {
  store = await testStore();
  const names = Array.from({ length: NAMES }, (_, index) => nameOf(index));
  await store.db.execute(sql`
    insert into services (service_id, name, status, phones, search_text, search_phones, search_document, search_sounds,
      synced_at)
    select row_number() over (), name, case when random() < 0.1 then 'Suspendido' else 'Activo' end, '{}', folded, '', '',
      sounds, now()
    from unnest(${sql.param(names)}::text[], ${sql.param(names.map(fold))}::text[],
      ${sql.param(names.map(soundsOf))}::text[]) as made (name, folded, sounds)`);
  await store.db.execute(sql`vacuum analyze services`);
}, 60_000);
afterAll(() => store.close());

async function shown(typed: string): Promise<string[]> {
  const { services } = await searchServices(store.db, {
    typed: readTypedSearch(typed, '57'),
    filter: anyService,
    personId: null,
    withDocument: true,
    limit: PAGE,
    offset: 0,
  });
  return services.map(({ name }) => name ?? '');
}

it('has José Núñez on the page from "jose nu" on, and among the first five from "jose nun" on', async () => {
  expect(await shown('jose nu')).toContain('José Núñez');
  for (const typed of ['jose nun', 'jose nuñ', 'José Nún', 'jose nune', 'jose nuñe', 'jose nunez'])
    expect((await shown(typed)).slice(0, 5), typed).toContain('José Núñez');
  expect((await shown('jose nunez'))[0]).toBe('José Núñez');
});

it('has whole names before longer ones with every letter', async () => {
  for (const typed of ['jose nun', 'luis gom', 'maria jose gome', 'ana rodriguez']) {
    const names = (await shown(typed)).map(fold);
    const whole = names.map((name) => name.startsWith(typed) && !name.includes(' ', typed.length));
    expect(whole[0], typed).toBe(true);
    expect(whole, typed).toEqual([...whole].sort((a, b) => Number(b) - Number(a)));
  }
});

it('leaves room for the next name next to one that many have', async () => {
  const names = await shown('jose nu');
  expect(names.slice(0, 3)).toEqual(['José Nuñes', 'José Nuñes', 'José Nuñes']);
  expect(names.slice(3, 6)).toEqual(['José Núñez', 'José Núñez', 'José Núñez']);
  expect(await shown('jose nuñes')).toEqual(Array.from({ length: PAGE }, () => 'José Nuñes'));
});

it('has names once each on its pages, whole or not', async () => {
  const read: number[] = [];
  for (const offset of [0, 12, 24, 36]) {
    const { services } = await searchServices(store.db, {
      ...{ typed: readTypedSearch('jose nu', '57'), filter: anyService, personId: null },
      ...{ withDocument: true, limit: PAGE, offset },
    });
    read.push(...services.map(({ serviceId }) => serviceId));
  }
  expect(new Set(read).size).toBe(read.length);
});

it.each([
  ['joes nunez', 'José Núñez'],
  ['jsoe nunez', 'José Núñez'],
  ['jose nnez', 'José Núñez'],
  ['jose nuez', 'José Núñez'],
  ['lusi gomez', 'Luis Gómez'],
  ['luis gomze', 'Luis Gómez'],
])('finds with "%s" also %s, whom it means but for one typo', async (typed, meant) => {
  expect(await shown(typed)).toContain(meant);
});

it('keeps those with a typo behind the first who begin to sound like it', async () => {
  const names = await shown('lusi gomez');
  expect(names.slice(0, 3).map((name) => name.slice(0, 3))).toEqual(['Luc', 'Luc', 'Luc']);
  expect(names.filter((name) => name.startsWith('Luc')).length).toBeGreaterThan(PAGE / 2);
});

it('shows none with a typo where whole words sound alike', async () => {
  for (const name of await shown('yojana bargas'))
    expect(soundsOf(name)).toMatch(/ yoana.* bargas| bargas.* yoana/);
});
