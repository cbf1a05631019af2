import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginSync } from '@/lib/db/directory-sync';
import { importRows, imports } from '@/lib/db/schema';
import { countServices, getService, upsertServices } from '@/lib/db/services';
import { until } from '@/lib/db/test-store';
import { AppError } from '@/lib/domain/app-error';
import { atMs, testService } from '@/lib/domain/test-ping';
import { carryOverImport } from './carry-over-import';
import { discardImport } from './discard-import';
import { forgetImports } from './forget-imports';
import { readImport } from './read-import';
import { readLatestImport } from './read-latest-import';
import { readRejectedRows } from './read-rejected-rows';
import { stageImport } from './stage-import';
import { takeOverImport } from './take-over-import';
import { person, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const admin = () => test.as(person('admin'));

async function* bytesOf(text: string, size = 1000) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const stage = (text: string) => stageImport(admin(), { fileName: 'clientes.csv' }, bytesOf(text));
const takeOver = async (text: string) => carryOver((await stage(text)).brought.id);
/** Asks for it, and does what the queue then does. */
async function carryOver(importId: string): Promise<void> {
  await takeOverImport(admin(), { importId });
  await carryOverImport(test.system, importId);
}
const refusalOf = async (text: string) => (await refusal(stage(text))).code;

const GOOD = 'Id del servicio;Nombre;Teléfonos;IP\r\n7;José Núñez;300 000 0007;10.9.0.7\r\n8;Ana Ruiz;;\r\n';

describe('the dry run of a file', () => {
  it('makes way for a second file of the same person, and says so', async () => {
    const second: { work?: Promise<unknown> } = {};
    async function* slowly() {
      yield Buffer.from(`Service id,Name\n${'7,José\n'.repeat(30_000)}`);
      await until(async () => (await test.store.db.select().from(imports)).length === 1);
      second.work = stage(GOOD);
      await second.work;
      yield Buffer.from('9,Ana\n');
    }
    const first = stageImport(admin(), { fileName: 'first.csv' }, slowly());
    expect((await refusal(first)).code).toBe('conflict');
    await second.work;
    expect((await readLatestImport(admin()))?.brought.fileName).toBe('clientes.csv');
  });

  it('tells what was recognised and what taking it over would do, and touches nothing', async () => {
    await upsertServices(test.store.db, [{ ...testService, serviceId: 8 }], atMs(-1000));
    const { brought, effect, counts, rejected } = await stage(GOOD);
    expect(brought).toMatchObject({
      fileName: 'clientes.csv',
      encoding: 'UTF-8',
      separator: ';',
      header: ['Id del servicio', 'Nombre', 'Teléfonos', 'IP'],
      state: 'checked',
      rows: 2,
      rejected: 0,
    });
    expect([effect, counts, rejected]).toEqual([{ added: 1, changed: 1 }, [], []]);
    expect(await countServices(test.store.db)).toBe(1);
    expect((await getService(test.store.db, 8))?.name).toBe(testService.name);
  });

  it('names every error by its line, its column and what is wrong', async () => {
    const { brought, counts, rejected } = await stage(
      'id,nombre,ip,corte\n1,Ana,10.0.0.1,2026-05-08\n2,Beto,10.0.0.300,31/02/2026\n,Cruz,,\nx,Dora,::1,\n1,Eva,hola,\n',
    );
    expect(brought).toMatchObject({ rows: 5, rejected: 4 });
    expect(rejected.map(({ line, problems }) => [line, problems])).toEqual([
      [
        3,
        [
          { column: 'ip', code: 'not_an_address' },
          { column: 'corte', code: 'not_a_date' },
        ],
      ],
      [4, [{ column: 'id', code: 'missing_id' }]],
      [5, [{ column: 'id', code: 'not_an_id' }]],
      [
        6,
        [
          { column: 'ip', code: 'not_an_address' },
          { column: 'id', code: 'duplicate', line: 2 },
        ],
      ],
    ]);
    expect(counts[0]).toEqual({ column: 'ip', code: 'not_an_address', count: 2 });
    expect(counts).toHaveLength(5);
  });

  it('keeps the rejected rows as they came, to be corrected', async () => {
    const { brought } = await stage('id;nombre;nota\n0;\'=Ana;"dos\nlíneas"\n5;Beto;x;sobra\n6;Cruz;y\n');
    const { blocks } = await readRejectedRows(admin(), { importId: brought.id });
    const rows = [];
    for await (const block of blocks) rows.push(...block);
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [2, ['0', "'=Ana", 'dos\nlíneas']],
      [4, ['5', 'Beto', 'x', 'sobra']],
    ]);
  });

  it.each([
    ['', 'import_empty'],
    ['id;nombre\n', 'import_empty'],
    ['id;nombre\n;;\n\n', 'import_empty'],
    ['nombre;teléfono\nAna;3000000001\n', 'import_without_ids'],
    ['id;nombre\n1;"Ana\n', 'import_broken'],
    ['PK\u0003\u0004 a ZIP archive', 'import_spreadsheet'],
  ])('of %j is refused as a whole, and leaves nothing behind', async (text, code) => {
    expect(await refusalOf(text)).toBe(code);
    expect(await test.store.db.$count(imports)).toBe(0);
    expect(await test.store.db.$count(importRows)).toBe(0);
  });

  it('tells the line from which a file cannot be read', async () => {
    const { details } = await refusal(stage('id;nombre\n1;Ana\n2;"Beto\n3;Cruz\n'));
    expect(details.fields).toEqual({ line: '3' });
  });

  it('of an upload that breaks off leaves nothing behind', async () => {
    async function* brokenOff() {
      yield Buffer.from(GOOD);
      yield Buffer.from('9;Cruz;;\n'.repeat(2000));
      throw new AppError('body_too_large', 'The file is too large.');
    }
    expect((await refusal(stageImport(admin(), { fileName: 'x.csv' }, brokenOff()))).code).toBe(
      'body_too_large',
    );
    expect(await test.store.db.$count(imports)).toBe(0);
    expect(await readLatestImport(admin())).toBeNull();
  });

  it('replaces the one before of the same person, and is forgotten after a day', async () => {
    const first = await stage(GOOD);
    const second = await stage(GOOD);
    expect((await refusal(readImport(admin(), { importId: first.brought.id }))).code).toBe('import_unknown');
    expect((await readLatestImport(admin()))?.brought.id).toBe(second.brought.id);
    test.move(24 * 3_600_000 + 1);
    const other = { ...person('admin'), id: person('supervisor').id };
    await stageImport(test.as(other), { fileName: 'x.csv' }, bytesOf(GOOD));
    expect(await readLatestImport(admin())).toBeNull();
  });

  it('is forgotten by the daily cleaning too, and what was taken over is told for ever', async () => {
    await takeOver(GOOD);
    await stage(GOOD);
    test.move(24 * 3_600_000 + 1);
    await forgetImports(test.system);
    expect((await readLatestImport(admin()))?.brought.state).toBe('taken_over');
    expect(await test.store.db.$count(importRows)).toBe(0);
  });

  it('can be discarded', async () => {
    const { brought } = await stage(GOOD);
    await discardImport(admin(), { importId: brought.id });
    expect(await readLatestImport(admin())).toBeNull();
    expect(await test.store.db.$count(importRows)).toBe(0);
  });
});

describe('taking a file over', () => {
  it('makes its rows services, with all that was said of them', async () => {
    await takeOver(
      [
        'Service id;Name;Document;Phones;Address;Neighbourhood;City;IP;MAC;Status;Billing status;Balance;Cut date;Plan;Zone;Router;Sector;Technician;Username;LAN interface',
        "70;Yohana Bargas;'-900;+57 300-000-0070 / 6010000070;Cl 1;Centro;Ciudad Ejemplo;10.9.0.70;02005e100001;Activo;Pagadas;90.000,50;8/05/2026;Plan 20M;Zona Norte;RB-Norte;AP-7;Tec;yb;vlan1",
      ].join('\n'),
    );
    expect(await getService(test.store.db, 70)).toMatchObject({
      name: 'Yohana Bargas',
      document: '-900',
      phones: ['+57 300-000-0070', '6010000070'],
      ip: '10.9.0.70',
      mac: '02:00:5E:10:00:01',
      balance: '90000.50',
      cutDate: '2026-05-08',
      zone: { id: null, name: 'Zona Norte' },
      router: { id: null, name: 'RB-Norte', outage: false, outageNote: null },
      lanInterface: 'vlan1',
      syncedAt: atMs(0),
    });
  });

  it('keeps what the file has no column for, and the ids of nodes whose name is the same', async () => {
    const before = { ...testService, serviceId: 7, zone: { id: 31, name: 'Zona Norte' } };
    await upsertServices(test.store.db, [before], atMs(-1000));
    await takeOver('id;nombre;zona\n7;Nueva;zona norte\n');
    expect(await getService(test.store.db, 7)).toMatchObject({ ...before, name: 'Nueva' });
    await takeOver('id;zona;ip\n7;Zona Sur;\n');
    expect(await getService(test.store.db, 7)).toMatchObject({
      zone: { id: null, name: 'Zona Sur' },
      ip: null,
    });
  });

  it('of a file with one wrong row is refused, and nothing of it is taken', async () => {
    const { code } = await refusal(takeOver(`${GOOD}zero;Cruz;;\n`));
    expect(code).toBe('import_has_errors');
    expect(await countServices(test.store.db)).toBe(0);
  });

  it('is put into the queue once, and a second time is refused', async () => {
    const importId = (await stage(GOOD)).brought.id;
    const both = await Promise.allSettled([1, 2].map(() => takeOverImport(admin(), { importId })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(test.jobs).toEqual([{ name: 'take_over_import', importId }]);
    expect((await refusal(discardImport(admin(), { importId }))).code).toBe('conflict');
    await carryOverImport(test.system, importId);
    expect((await refusal(takeOverImport(admin(), { importId }))).code).toBe('conflict');
    expect((await readLatestImport(admin()))?.brought).toMatchObject({
      state: 'taken_over',
      rows: 2,
      taken: 2,
    });
    expect(await test.store.db.$count(importRows)).toBe(0);
  });

  it('is not begun while WispHub is being loaded', async () => {
    const importId = (await stage(GOOD)).brought.id;
    await beginSync(test.store.db, test.system.now());
    expect((await refusal(takeOverImport(admin(), { importId }))).code).toBe('directory_busy');
  });

  it('that the queue cannot keep leaves the file waiting', async () => {
    const importId = (await stage(GOOD)).brought.id;
    const enqueue = () => Promise.reject(new Error('the database is away'));
    await expect(takeOverImport(test.as(person('admin'), { enqueue }), { importId })).rejects.toThrow('away');
    expect((await readLatestImport(admin()))?.brought.state).toBe('checked');
  });

  const many = () =>
    ['id;nombre', ...Array.from({ length: 3000 }, (_, index) => `${index + 1};Cliente`)].join('\n');
  /** Holds the last service of the file until `release`, so that its taking over waits there, all others written. */
  async function holdTheLast() {
    await upsertServices(test.store.db, [{ ...testService, serviceId: 3000 }], atMs(-1000));
    const holder = await test.store.db.$client.connect();
    await holder.query('begin; select 1 from services where service_id = 3000 for update');
    const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const query = (text: string) => test.store.db.$client.query(text);
    return {
      whileWaiting: () => until(async () => (await query(waiting)).rows.length === 1),
      killWaiting: () => query(`select pg_terminate_backend(pid) from (${waiting}) w`),
      async release() {
        await holder.query('rollback');
        holder.release();
      },
    };
  }

  it('tells how far it is, and shows nothing of it before the end', async () => {
    const importId = (await stage(many())).brought.id;
    const hold = await holdTheLast();
    await takeOverImport(admin(), { importId });
    const work = carryOverImport(test.system, importId);
    await hold.whileWaiting();
    expect((await readImport(admin(), { importId })).brought).toMatchObject({
      state: 'taking_over',
      taken: 2700,
    });
    expect(await countServices(test.store.db)).toBe(1);
    await hold.release();
    await work;
    expect(await countServices(test.store.db)).toBe(3000);
  });

  it('that is cut off in the middle leaves the directory as it was, and the queue has it done again', async () => {
    const importId = (await stage(many())).brought.id;
    const hold = await holdTheLast();
    await takeOverImport(admin(), { importId });
    const work = carryOverImport(test.system, importId).then(
      () => 'done',
      () => 'to be done again',
    );
    await hold.whileWaiting();
    await hold.killWaiting();
    expect(await work).toBe('to be done again');
    await hold.release();
    expect(await countServices(test.store.db)).toBe(1);
    await carryOverImport(test.system, importId);
    expect(await countServices(test.store.db)).toBe(3000);
  });

  it('that cannot be done tells so, leaves the directory as it was, and can be asked for again', async () => {
    const importId = (await stage(many())).brought.id;
    await takeOverImport(admin(), { importId });
    const { $client: client } = test.store.db;
    await client.query(`update import_rows set record = '{"serviceId": -1}' where line = 3000`);
    await carryOverImport(test.system, importId);
    expect(await countServices(test.store.db)).toBe(0);
    expect((await readImport(admin(), { importId })).brought).toMatchObject({
      state: 'checked',
      failed: true,
    });
    expect(test.errors).toHaveLength(1);
    await client.query(`update import_rows set record = '{"serviceId": 2999}' where line = 3000`);
    await carryOver(importId);
    expect(await countServices(test.store.db)).toBe(3000);
  });

  it('that a shutdown cuts off is left to the queue, and done again from the beginning', async () => {
    const importId = (await stage(many())).brought.id;
    await takeOverImport(admin(), { importId });
    let looks = 0;
    const isDraining = () => (looks += 1) > 3;
    await expect(carryOverImport({ ...test.system, isDraining }, importId)).rejects.toThrow('shutdown');
    expect(await countServices(test.store.db)).toBe(0);
    expect((await readImport(admin(), { importId })).brought.state).toBe('taking_over');
    await carryOverImport(test.anotherInstance('there'), importId);
    expect(await countServices(test.store.db)).toBe(3000);
  });

  it('by two instances at once, of which one was taken for dead, is done once', async () => {
    const importId = (await stage(many())).brought.id;
    await takeOverImport(admin(), { importId });
    await Promise.all(
      [test.system, test.anotherInstance('there')].map((by) => carryOverImport(by, importId)),
    );
    expect(await countServices(test.store.db)).toBe(3000);
    expect((await readImport(admin(), { importId })).brought).toMatchObject({
      state: 'taken_over',
      failed: false,
    });
  });

  it('brings back a customer whom WispHub had lost', async () => {
    await upsertServices(test.store.db, [{ ...testService, serviceId: 7 }], atMs(-1000));
    await test.store.db.$client.query('update services set vanished_at = now()');
    await takeOver(GOOD);
    expect((await getService(test.store.db, 7))?.vanishedAt).toBeNull();
  });
});
