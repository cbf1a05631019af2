import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serviceSchema } from '@/lib/domain/service';
import { parseNetService } from './net-service';
import { payload } from './test-upstream';

const [record] = z
  .object({ results: z.array(z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(payload('net-clientes-page.json'))).results;

const parse = (changes: Record<string, unknown> = {}) => {
  const service = parseNetService({ ...record, ...changes });
  if (service === null) throw new Error('the record was refused');
  return service;
};

describe('a customer record', () => {
  it('becomes a service, field by field', () => {
    expect(parse()).toEqual({
      serviceId: 1042,
      username: 'demo-uno@isp-demo',
      name: 'Cliente Demo Uno',
      document: '0000000001',
      phones: ['0000000000', '0000000001'],
      address: 'Calle Ejemplo 1',
      locality: 'Barrio Ejemplo',
      city: 'Ciudad Ejemplo',
      ip: '10.20.30.40',
      mac: '02:00:5E:10:00:01',
      status: 'Activo',
      billingStatus: 'Pagadas',
      balance: '0.00',
      cutDate: '2026-05-08',
      changedAt: '30/04/2026 11:08:11',
      plan: { id: 501, name: 'Plan Demo 20M' },
      zone: { id: 31, name: 'Zona Norte' },
      router: { id: 77, name: 'Nodo Norte', outage: false, outageNote: null },
      sector: null,
      technician: null,
      lanInterface: null,
    });
  });

  it('no password and no key that is not on the list survives, at any depth', () => {
    const secrets = {
      password_servicio: 'never-keep',
      password_cpe: 'never-keep',
      password_router_wifi: 'never-keep',
      password_ssid_router_wifi: 'never-keep',
      comentarios: 'never-keep',
      email: 'never-keep',
      api_key: 'never-keep',
      plan_internet: { id: 1, nombre: 'Plan', password: 'never-keep' },
      zona: { id: 1, nombre: 'Zona', clave: 'never-keep' },
      router: { id: 1, nombre: 'Nodo', falla_general: true, password: 'never-keep', ip: 'never-keep' },
      sectorial: { id: 1, nombre: 'Panel', password: 'never-keep' },
      tecnico: { id: 1, nombre: 'Ana', telefono: 'never-keep' },
    };
    expect(JSON.stringify(record)).toContain('never-keep');
    const service = parse(secrets);
    expect(JSON.stringify(service)).not.toContain('never-keep');
    expect(Object.keys(service).sort()).toEqual(Object.keys(serviceSchema.shape).sort());
    expect(service.router).toEqual({ id: 1, name: 'Nodo', outage: true, outageNote: null });
  });

  it('with only an id it is a service of which nothing else is known', () => {
    const service = parseNetService({ id_servicio: 7 });
    expect(service).toMatchObject({ serviceId: 7, phones: [] });
    const { serviceId, phones, ...rest } = service ?? {};
    expect([serviceId, phones]).toEqual([7, []]);
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  it('null in every other field is as good as a missing one', () => {
    const nulls = Object.fromEntries(Object.keys(record ?? {}).map((key) => [key, null]));
    expect(parseNetService({ ...nulls, id_servicio: 7 })).toEqual(parseNetService({ id_servicio: 7 }));
  });

  it.each([1, '1042', 2_147_483_647])('the id %j is taken', (id) => {
    expect(parseNetService({ id_servicio: id })?.serviceId).toBe(Number(id));
  });

  it.each([
    undefined,
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    '1.5',
    'x',
    true,
    [],
    [5],
    {},
    '0x10',
    '1e3',
    2_147_483_648,
    Infinity,
  ])(
    'the id %j belongs to no service, so the record is dropped and never given to another customer',
    (id) => {
      expect(parseNetService({ ...record, id_servicio: id })).toBeNull();
    },
  );

  it.each([null, undefined, [], 'x', 7, true])('%j is no record', (value) => {
    expect(parseNetService(value)).toBeNull();
  });

  it.each([
    ['8/05/2026', '2026-05-08'],
    ['08/05/2026', '2026-05-08'],
    ['31/12/2025', '2025-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/04/2026', null],
    ['5/13/2026', null],
    ['0/05/2026', null],
    ['08/05/0000', null],
    ['08/05/26', null],
    ['2026-05-08', null],
    ['08/05/2026 10:00:00', null],
    ['', null],
    [20260508, null],
    [null, null],
  ])('the cut date %j, day first, is %j', (fecha_corte, cutDate) => {
    expect(parse({ fecha_corte }).cutDate).toBe(cutDate);
  });

  it.each([
    ['0000000000,0000000001', ['0000000000', '0000000001']],
    [' 11 4444 , 11 5555 ', ['11 4444', '11 5555']],
    ['1;2/3', ['1', '2', '3']],
    ['5,5,,5', ['5']],
    [1144445555, ['1144445555']],
    ['', []],
    [null, []],
  ])('the phones %j are %j', (telefono, phones) => {
    expect(parse({ telefono }).phones).toEqual(phones);
  });

  it.each([
    ['45000.00', '45000.00'],
    ['-20.5', '-20.5'],
    [1500.5, '1500.5'],
    [0, '0'],
    ['1,500.00', null],
    ['$ 100', null],
    [1e21, null],
    ['NaN', null],
    ['', null],
    [null, null],
  ])('the balance %j is %j, always a decimal or nothing', (saldo, balance) => {
    expect(parse({ saldo }).balance).toBe(balance);
  });

  it.each([
    ['router', { id: 77, nombre: 'Nodo', falla_general: true, falla_general_descripcion: 'Corte' }, true],
    ['router', { id: 77, nombre: 'Nodo', falla_general: null }, false],
    ['router', { id: 77, nombre: 'Nodo', falla_general: 'no' }, false],
    ['router', { id: 77, nombre: 'Nodo' }, false],
  ] as const)('the general failure of a %s (%j): %s', (key, node, outage) => {
    expect(parse({ [key]: node }).router).toMatchObject({ id: 77, name: 'Nodo', outage });
  });

  it.each([
    null,
    undefined,
    '',
    'Nodo',
    7,
    [],
    {},
    { id: 5 },
    { id: 5, nombre: '' },
    { id: 5, nombre: null },
  ])('a zone, plan, router or sector written as %j is unknown', (node) => {
    const service = parse({ zona: node, plan_internet: node, router: node, sectorial: node, tecnico: node });
    expect([service.zone, service.plan, service.router, service.sector, service.technician]).toEqual(
      Array(5).fill(null),
    );
  });

  it.each([null, undefined, '', 'x', -1, 1.5, true, [], 1e999])(
    'a zone with the id %j has a name and no id',
    (id) => {
      expect(parse({ zona: { id, nombre: 'Zona' } }).zone).toEqual({ id: null, name: 'Zona' });
    },
  );

  it('an id written as text is a number', () => {
    expect(parse({ zona: { id: '31', nombre: 'Zona' } }).zone).toEqual({ id: 31, name: 'Zona' });
  });

  it('names are inert: one line, no control characters, at most 300 characters, markup kept as text', () => {
    expect(parse({ nombre: '<img src=x onerror=alert(1)>' }).name).toBe('<img src=x onerror=alert(1)>');
    expect(parse({ nombre: ' José\u0000\nNúñez ' }).name).toBe('José Núñez');
    expect(parse({ nombre: 'x'.repeat(10_000) }).name).toHaveLength(300);
    expect(parse({ nombre: '\u0000' }).name).toBeNull();
  });

  it('any value in any field gives a whole service or none, and throws nothing', () => {
    const keys = fc.constantFrom(...Object.keys(record ?? {}), '__proto__', 'constructor');
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(Infinity, 'constructor', '\ud800', '9'.repeat(500)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, value), { maxLength: 12 }), (changes) => {
        const hostile: unknown = JSON.parse(JSON.stringify({ ...record, ...Object.fromEntries(changes) }));
        const service = parseNetService(hostile);
        if (service !== null) expect(serviceSchema.strict().parse(service)).toEqual(service);
      }),
      { numRuns: 2000 },
    );
  });
});
