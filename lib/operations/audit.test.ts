import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries, exports } from '@/lib/db/schema';
import { storePing } from '@/lib/db/test-store';
import { defaultHistoryFilter } from '@/lib/domain/history-filter';
import { defaultSettings } from '@/lib/domain/settings';
import { carryOverImport } from './carry-over-import';
import { changeSettings } from './change-settings';
import type { Context } from './context';
import { deleteNote } from './delete-note';
import { markWrongCustomer } from './mark-wrong-customer';
import { stageImport } from './stage-import';
import { startExport } from './start-export';
import { syncDirectory } from './sync-directory';
import { takeOverImport } from './take-over-import';
import { person, testSystem, type TestSystem } from './test-system';
import { writeNote } from './write-note';

let test: TestSystem;
let before: number;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(async () => {
  await test.reset();
  before = await test.store.db.$count(auditEntries);
});
afterAll(() => test.close());

const admin = () => test.as(person('admin'));
const trail = () => test.store.db.select().from(auditEntries).orderBy(auditEntries.id).offset(before);

async function* file(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Id del servicio;Nombre\n77;Ana');
}
const stage = async () => (await stageImport(admin(), { fileName: 'x.csv' }, file())).brought.id;

describe('a row of the audit trail', () => {
  it('tells field by field what a change of the settings changed', async () => {
    await changeSettings(admin(), { ...defaultSettings, jitterMs: 50, operatorName: 'Red Demo' });
    await changeSettings(admin(), { ...defaultSettings, jitterMs: 60, operatorName: 'Red Demo' });
    expect((await trail()).map(({ changes }) => changes)).toEqual([
      { operatorName: [defaultSettings.operatorName, 'Red Demo'], jitterMs: [defaultSettings.jitterMs, 50] },
      { jitterMs: [50, 60] },
    ]);
  });

  it('tells who and from where, even when nothing differs', async () => {
    const origin = { address: '192.0.2.7', userAgent: 'a browser', requestId: 'r-1' };
    await changeSettings({ ...admin(), origin }, defaultSettings);
    const who = { actorKind: 'user', actorId: person('admin').id, actorName: person('admin').name };
    expect(await trail()).toMatchObject([{ ...who, ...origin, changes: null }]);
  });

  it('never holds the text of a note, which can be deleted for good', async () => {
    const note = await writeNote(admin(), { serviceId: 7, taskId: null, text: 'a secret of a customer' });
    await deleteNote(admin(), { serviceId: 7, noteId: note.id });
    const rows = await trail();
    expect(rows.map(({ action, targetId }) => [action, targetId])).toEqual([
      ['note_write', '7'],
      ['note_delete', '7'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('secret');
  });

  it('tells what filter an export had', async () => {
    await startExport(admin(), {
      filter: { ...defaultHistoryFilter, zone: 'Norte' },
      format: 'csv',
      locale: 'es',
    });
    const changes = { format: [null, 'csv'], period: [null, '7d'], zone: [null, 'Norte'] };
    expect(await trail()).toMatchObject([{ action: 'export_start', changes }]);
  });

  it('says that a file was taken over by the system, once it was', async () => {
    const importId = await stage();
    await takeOverImport(admin(), { importId });
    await carryOverImport(test.system, importId);
    await carryOverImport(test.system, importId);
    expect((await trail()).map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ['import_stage', 'user'],
      ['import_take_over', 'user'],
      ['import_take_over', 'system'],
    ]);
  });
});

describe('nothing stays in the trail', () => {
  const broken = (): Context =>
    test.as(person('admin'), { enqueue: () => Promise.reject(new Error('the database is away')) });

  it('of a load or an export that the queue could not keep', async () => {
    await expect(syncDirectory(broken(), { believesShort: false })).rejects.toThrow('away');
    const wanted = { filter: defaultHistoryFilter, format: 'csv', locale: 'es' } as const;
    await expect(startExport(broken(), wanted)).rejects.toThrow('away');
    expect(await trail()).toEqual([]);
    expect(await test.store.db.$count(exports)).toBe(0);
  });

  it('of a file that waits as before', async () => {
    const importId = await stage();
    await expect(takeOverImport(broken(), { importId })).rejects.toThrow('away');
    expect(await trail()).toMatchObject([{ action: 'import_stage' }]);
  });

  it('of a change that the database refused', async () => {
    const { id } = (await storePing(test.store.db, { serviceId: 2 })).ping;
    const run = (text: string) => test.store.db.$client.query(text);
    await run('alter table pings add constraint no_marks check (wrong_customer_at is null)');
    await expect(markWrongCustomer(admin(), { taskId: id, wrong: true })).rejects.toThrow();
    await run('alter table pings drop constraint no_marks');
    expect(await trail()).toEqual([]);
  });
});
