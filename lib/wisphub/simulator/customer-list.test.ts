import { expect, it } from 'vitest';
import { castIdOf } from './cast';
import { customerList } from './customer-list';
import { isp } from './isp';

const list = (filters: Record<string, string>) => customerList(new URLSearchParams(filters));

function everybody() {
  const records = [];
  for (
    let offset = 0, block = list({ limit: '300' });
    ;
    block = list({ limit: '300', offset: String(offset) })
  ) {
    records.push(...block.results);
    offset += block.results.length;
    if (block.next === null) return records;
  }
}

it('paging by the number received reaches every listed service once, and no longer id', () => {
  const ids = everybody().map(({ id_servicio: id }) => id);
  expect(ids).toHaveLength(2_023);
  expect(new Set(ids).size).toBe(2_023);
  expect(ids).toContain(12345);
  expect(ids).not.toContain(9999);
  expect(ids).not.toContain(21002);
});

it('a block holds at most 300, and its next link is absolute, plain http and of another host', () => {
  const block = list({ limit: '5000', estado: '1' });
  expect(block.results).toHaveLength(300);
  expect(block.next).toMatch(/^http:\/\/api\.wisphub\.example\/api\/clientes\/\?limit=300.*&offset=300$/);
  expect(block.next).toContain('estado=1');
  expect(block.previous).toBeNull();
});

it('an offset past the end is an empty last block', () => {
  expect(list({ offset: '999999' })).toMatchObject({ next: null, results: [] });
});

it('an unknown filter, an empty one and page= are ignored and give everybody', () => {
  for (const filter of ['nombre=Johana', 'cedula=', 'id_servicio=', 'page=3']) {
    expect(customerList(new URLSearchParams(filter)).count).toBe(2_023);
  }
});

it('the documented filters narrow the list', () => {
  expect(list({ cedula: '9900012345' }).results[0]).toMatchObject({ id_servicio: 12345 });
  expect(list({ nombre__contains: 'johana vargas' }).count).toBe(1);
  expect(list({ telefono__contains: '3000012345' }).count).toBe(1);
  expect(list({ usuario: 'johana.vargas.pena.12345@isp-demo' }).count).toBe(1);
  expect(list({ estado: '2', limit: '300' }).results.every(({ estado }) => estado === 'Suspendido')).toBe(
    true,
  );
  expect(list({ id_servicio: '9999' })).toMatchObject({ count: 0, results: [] });
});

it('a record has 54 keys, four of them passwords that must be dropped', () => {
  for (const record of everybody()) {
    const keys = Object.keys(record);
    expect(keys).toHaveLength(54);
    expect(keys.filter((name) => name.startsWith('password_'))).toHaveLength(4);
  }
});

it('no generated id ends in a cast id', () => {
  expect(isp).toHaveLength(2_000);
  expect(isp.filter(({ id }) => castIdOf(id) !== null)).toEqual([]);
});

it('the generated provider has the promised mix', () => {
  const share = (test: (service: (typeof isp)[number]) => boolean) => isp.filter(test).length / isp.length;
  expect(share(({ accountState }) => accountState === 'Activo')).toBeCloseTo(0.86, 1);
  expect(share(({ accountState }) => accountState === 'Suspendido')).toBeCloseTo(0.09, 1);
  expect(share(({ role }) => role === 'some_loss')).toBeGreaterThan(0.03);
  expect(share(({ role }) => role === 'router_error')).toBeGreaterThan(0);
  expect(share(({ accountState, role }) => accountState === 'Suspendido' && role !== 'silent')).toBe(0);
  expect(share(({ accountState, balance }) => accountState === 'Suspendido' && balance <= 0)).toBe(0);
  expect(isp.filter(({ fullName }) => fullName === 'José Núñez').length).toBeGreaterThan(5);
  expect(new Set(isp.map(({ ip }) => ip)).size).toBe(isp.length);
  expect(new Set(isp.map(({ router }) => router.id)).size).toBe(12);
});
