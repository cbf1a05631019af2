import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredExport } from '@/lib/db/exports';
import { exportPieces, exports, users } from '@/lib/db/schema';
import { pastPing, storeHistory } from '@/lib/db/test-history';
import { defaultHistoryFilter, type HistoryFilter } from '@/lib/domain/history-filter';
import type { Actor } from '@/lib/domain/role';
import { applyRetention } from './apply-retention';
import { exportHistory } from './export-history';
import { listExports } from './list-exports';
import { readExport } from './read-export';
import { runExport } from './run-export';
import { startExport } from './start-export';
import { person, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(async () => {
  await test.reset();
  await storeHistory(test.store.db, past.slice(0, FEW));
});
afterAll(() => test.close());

const supervisor = person('supervisor');
const filter: HistoryFilter = { ...defaultHistoryFilter, period: 'all' };
const past = Array.from({ length: 2300 }, (_, index) =>
  pastPing(new Date(Date.parse('2026-05-01T00:00:00Z') + index * 60_000).toISOString(), {
    serviceId: index + 1,
  }),
);
const FEW = 20;
/** Enough for five pieces. */
const storeMany = () => storeHistory(test.store.db, past.slice(FEW));
const DAY_MS = 86_400_000;

const start = (actor: Actor = supervisor, asked = filter) =>
  startExport(test.as(actor), { filter: asked, format: 'csv', locale: 'es' });

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

const fileOf = async (exportId: string, actor: Actor = supervisor) =>
  textOf((await readExport(test.as(actor), { exportId })).pieces);
const direct = async () =>
  textOf((await exportHistory(test.as(supervisor), { filter, format: 'csv', locale: 'es' })).pieces);
const state = async (): Promise<StoredExport | undefined> => (await listExports(test.as(supervisor)))[0];

describe('an export in the background', () => {
  it('waits for a job, and is then the same file as one that is downloaded at once', async () => {
    await storeMany();
    const expected = await direct();
    const { id } = await start();
    expect(test.jobs).toEqual([{ name: 'export_history', exportId: id }]);
    expect(await state()).toMatchObject({ state: 'queued', rowsDone: 0, rowsExpected: 2300 });
    test.move(60_000);
    await runExport(test.system, id);
    expect(await state()).toMatchObject({ state: 'done', rowsDone: 2300, finishedAt: test.system.now() });
    expect(await fileOf(id)).toBe(expected);
  });

  it('holds what was there when it was asked for', async () => {
    const expected = await direct();
    const { id } = await start();
    test.move(60_000);
    await storeHistory(test.store.db, [pastPing(test.system.now().toISOString(), { serviceId: 9999 })]);
    await runExport(test.system, id);
    expect(await fileOf(id)).toBe(expected);
  });

  it('goes on after a crash where it was, and no row is there twice or missing', async () => {
    await storeMany();
    const expected = await direct();
    const { id } = await start();
    // The n-th statement of the process is its last one, for every n until the work is done.
    let crashes = 0;
    for (let statements = 1; (await state())?.state !== 'done'; statements += 1) {
      await runExport({ ...test.system, db: mortal(statements) }, id).catch(() => (crashes += 1));
      expect(statements).toBeLessThan(100);
    }
    expect(crashes).toBeGreaterThan(3);
    expect(await state()).toMatchObject({ rowsDone: 2300 });
    expect(await fileOf(id)).toBe(expected);
  });

  it('that two instances carry on at once is written once', async () => {
    await storeMany();
    const expected = await direct();
    const { id } = await start();
    await Promise.all([runExport(test.system, id), runExport(test.anotherInstance('there'), id)]);
    await runExport(test.system, id);
    expect(await state()).toMatchObject({ state: 'done', rowsDone: 2300 });
    expect(await fileOf(id)).toBe(expected);
  });

  it('stops when the server ends, and goes on when it is done again', async () => {
    const { id } = await start();
    await expect(runExport({ ...test.system, isDraining: () => true }, id)).rejects.toThrow('restarting');
    await runExport(test.system, id);
    expect(await state()).toMatchObject({ state: 'done', rowsDone: FEW });
  });

  it('that is done twice stays as it is', async () => {
    await storeMany();
    const { id } = await start();
    await runExport(test.system, id);
    const done = await state();
    test.move(1000);
    await runExport(test.system, id);
    expect(await state()).toEqual(done);
    expect(await test.store.db.$count(exportPieces)).toBe(5);
  });

  it('of nothing is a file with its header', async () => {
    const { id } = await start(supervisor, { ...filter, zone: 'Zona Este' });
    await runExport(test.system, id);
    expect((await fileOf(id)).split('\r\n')).toHaveLength(2);
  });

  it('ends when its owner may no longer export, and nobody is told what stands in it', async () => {
    const { id } = await start();
    await test.store.db.update(users).set({ role: 'agent' });
    await runExport(test.system, id);
    expect(await test.store.db.select().from(exports)).toMatchObject([{ state: 'failed' }]);
    expect(await test.store.db.$count(exportPieces)).toBe(0);
  });

  it('that nobody asked for is nothing to do', async () => {
    await runExport(test.system, randomUUID());
    expect(await test.store.db.$count(exports)).toBe(0);
  });

  it('is one of five at most that one person has under way', async () => {
    for (let made = 0; made < 5; made += 1) await start();
    expect((await refusal(start())).code).toBe('conflict');
    expect((await start(person('admin'))).state).toBe('queued');
  });
});

it('thirty asked for at the same moment are five, too', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 30 }, () => start()));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

describe('the file of an export', () => {
  const admin = person('admin');

  it('is for its owner and for administrators', async () => {
    const { id } = await start();
    await runExport(test.system, id);
    const { id: ofAdmin } = await start(admin);
    await runExport(test.system, ofAdmin);
    expect(await fileOf(id, admin)).toBe(await fileOf(id));
    expect((await refusal(fileOf(ofAdmin))).code).toBe('export_unknown');
    expect((await listExports(test.as(admin))).map((one) => one.id)).toEqual([ofAdmin]);
  });

  it('is there when it is finished, and not before', async () => {
    const { id } = await start();
    expect((await refusal(fileOf(id))).code).toBe('conflict');
    expect((await refusal(fileOf(randomUUID()))).code).toBe('export_unknown');
  });

  it('is kept for a week, and then deleted with all its pieces', async () => {
    const { id } = await start();
    await runExport(test.system, id);
    test.move(7 * DAY_MS - 1);
    await applyRetention(test.system);
    expect(await fileOf(id)).not.toBe('');
    test.move(1);
    expect((await refusal(fileOf(id))).code).toBe('export_unknown');
    expect(await listExports(test.as(supervisor))).toEqual([]);
    test.move(1);
    await applyRetention(test.system);
    expect(await test.store.db.$count(exports)).toBe(0);
    expect(await test.store.db.$count(exportPieces)).toBe(0);
  });

  it('of an export that nobody carried on for a day is given up', async () => {
    await start();
    test.move(DAY_MS + 1);
    await applyRetention(test.system);
    expect(await state()).toMatchObject({ state: 'failed' });
  });
});

/** The database of a process that dies with its n-th statement. */
function mortal(statements: number): typeof test.store.db {
  let left = statements;
  const spend = () => {
    left -= 1;
    if (left <= 0) throw Object.assign(new Error('the process is gone'), { code: 'ECONNRESET' });
  };
  const dying = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const member: unknown = Reflect.get(object, name, object);
        if (typeof member !== 'function') return member;
        if (name === 'transaction') {
          return (work: (tx: object) => Promise<unknown>) =>
            member.call(object, (tx: object) => work(dying(tx)));
        }
        return (...args: unknown[]) => {
          if (['select', 'insert', 'update', 'execute'].includes(String(name))) spend();
          return member.apply(object, args) as unknown;
        };
      },
    });
  return dying(test.store.db);
}
