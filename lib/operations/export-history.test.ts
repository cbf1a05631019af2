import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertNote } from '@/lib/db/service-notes';
import { upsertServices } from '@/lib/db/services';
import { luis, pastPing, storeHistory, type PastPing } from '@/lib/db/test-history';
import { unguardText } from '@/lib/domain/csv';
import { EXPORT_COLUMNS, type ExportColumn } from '@/lib/domain/history-export';
import { defaultHistoryFilter, type HistoryFilter } from '@/lib/domain/history-filter';
import { pingDetailsSchema } from '@/lib/domain/ping-details';
import { testService, testStart } from '@/lib/domain/test-ping';
import { exportWords } from '@/lib/i18n/export-words';
import { LOCALES, type Locale } from '@/lib/i18n/locale';
import { exportHistory } from './export-history';
import { listHistory } from './list-history';
import { person, program, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const supervisor = person('supervisor');
const all: HistoryFilter = { ...defaultHistoryFilter, period: 'all' };
const TRIGGERS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

async function written(
  format: 'csv' | 'jsonl',
  {
    locale = 'es',
    filter = all,
    actor = supervisor,
  }: { locale?: Locale; filter?: HistoryFilter; actor?: typeof supervisor } = {},
): Promise<string> {
  const { pieces } = await exportHistory(test.as(actor), { filter, format, locale });
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

type Row = Record<ExportColumn, string>;

/** A file read as a spreadsheet reads it, with the columns by their names. */
function readBack(text: string, locale: Locale): { header: string[]; rows: Row[] } {
  const lines: string[][] = parse(text, { bom: true, delimiter: locale === 'en' ? ',' : ';' });
  const [header = [], ...rows] = lines;
  return {
    header,
    rows: rows.map(
      (cells) => Object.fromEntries(EXPORT_COLUMNS.map((name, index) => [name, cells[index]])) as Row,
    ),
  };
}

const hour = (hours: number) =>
  new Date(Date.parse('2026-05-07T12:00:00Z') + hours * 3_600_000).toISOString();
const several = (count: number, changes: Partial<PastPing> = {}) =>
  Array.from({ length: count }, (_, index) =>
    pastPing(new Date(Date.parse('2026-05-01T00:00:00Z') + index * 60_000).toISOString(), {
      serviceId: index + 1,
      ...changes,
    }),
  );

describe('an export as CSV', () => {
  it.each(LOCALES)(
    'opens in a spreadsheet in %s: with its marks, its words and its decimal sign',
    async (locale) => {
      await storeHistory(test.store.db, [
        pastPing(hour(0), {
          outcome: 'intermittent',
          tookMs: 4250,
          remarks: ['slow', 'jittery'],
          joiners: [luis],
          wrong: true,
        }),
        pastPing(hour(-1), { serviceId: 2, outcome: 'failed', source: 'api', zone: null }),
      ]);
      const text = await written('csv', { locale });
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text.endsWith('\r\n')).toBe(true);
      const { header, rows } = readBack(text, locale);
      const words = exportWords(locale);
      expect(header).toEqual(EXPORT_COLUMNS.map((column) => words.columns[column]));
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatchObject({
        started: '2026-05-07 07:00:00',
        startedUtc: '2026-05-07T12:00:00.000Z',
        service: '1',
        outcome: words.outcome.intermittent,
        certainty: words.certainty.hollow,
        sent: '4',
        received: '2',
        loss: '50',
        remarks: `${words.remark.slow}, ${words.remark.jittery}`,
        zone: 'Zona Norte',
        who: 'Ana, Luis',
        source: words.source.desk,
        duration: locale === 'en' ? '4.25' : '4,25',
        wrongCustomer: words.yes,
      });
      expect(rows[1]).toMatchObject({
        outcome: words.outcome.failed,
        failure: words.failure.router_unreachable,
        loss: '',
        rttMedian: '',
        zone: '',
        source: words.source.api,
        wrongCustomer: words.no,
      });
    },
  );

  it('gives every text back exactly, and none of them as a formula, whatever customers are called', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('=1+1', '@SUM(A1)', "'-2", '  =x', '"; rm', 'a;b', 'a\r\nb', '＝1', '\t=1', "''+1"),
    );
    // What PostgreSQL cannot store cannot be exported either.
    const storable = hostile.map((text) => text.replaceAll('\0', '').toWellFormed());
    await storeHistory(test.store.db, [pastPing(hour(0))]);
    await fc.assert(
      fc.asyncProperty(storable, fc.constantFrom(...LOCALES), async (name, locale) => {
        test.move(1);
        await upsertServices(test.store.db, [{ ...testService, serviceId: 1, name }], test.system.now());
        const [row] = readBack(await written('csv', { locale }), locale).rows;
        expect(unguardText(row?.customer ?? '')).toBe(name);
        expect(TRIGGERS.includes((row?.customer ?? '').trimStart().slice(0, 1))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('holds the whole filter in its order, over all pages, and nothing else', async () => {
    await storeHistory(test.store.db, [
      ...several(2300),
      ...several(50, { zone: 'Zona Sur' }).map((ping) => ({ ...ping, at: new Date(ping.at.getTime() + 1) })),
    ]);
    const filter: HistoryFilter = { ...all, zone: 'Zona Norte', sort: 'oldest' };
    const { rows } = readBack(await written('csv', { filter }), 'es');
    expect(rows.map((row) => Number(row.service))).toEqual(
      Array.from({ length: 2300 }, (_, index) => index + 1),
    );
  });

  it('of nothing has its header alone', async () => {
    expect(readBack(await written('csv'), 'es').rows).toEqual([]);
  });

  it('shows the latest note, in one cell', async () => {
    await storeHistory(test.store.db, [pastPing(hour(0))]);
    const note = { serviceId: 1, pingId: null, authorId: null, authorName: 'Ana', writtenAt: testStart };
    await insertNote(test.store.db, { ...note, text: '- cambió el PoE;\nqueda "estable"' });
    const [row] = readBack(await written('csv'), 'es').rows;
    expect(unguardText(row?.note ?? '')).toBe('- cambió el PoE;\nqueda "estable"');
  });
});

describe('an export as JSON Lines', () => {
  it('has one ping a line as the API shows it, with every reply and the note', async () => {
    await storeHistory(test.store.db, several(3, { outcome: 'intermittent' }));
    const lines = (await written('jsonl')).split('\n');
    expect(lines.pop()).toBe('');
    const pings = lines.map((line) => pingDetailsSchema.loose().parse(JSON.parse(line)));
    expect(pings.map((ping) => ping.service_id)).toEqual([3, 2, 1]);
    expect(pings[0]?.replies).toHaveLength(4);
    expect(pings[0]?.note).toBeNull();
  });

  it('is the same for a program, without what it may not read', async () => {
    await upsertServices(test.store.db, [{ ...testService, serviceId: 1 }], testStart);
    await storeHistory(test.store.db, several(1));
    const text = await written('jsonl', { actor: program('history:read') });
    expect(text).not.toContain('Cliente Demo Uno');
    expect(await written('jsonl')).toContain('Cliente Demo Uno');
  });
});

it('an export holds what was there when it was asked for', async () => {
  await storeHistory(test.store.db, several(2));
  const filter: HistoryFilter = { ...all, sort: 'oldest' };
  const { pieces } = await exportHistory(test.as(supervisor), { filter, format: 'jsonl', locale: 'es' });
  await storeHistory(test.store.db, [
    pastPing(new Date(test.system.now().getTime() + 1).toISOString(), { serviceId: 9 }),
  ]);
  let text = '';
  for await (const piece of pieces) text += piece;
  expect(text.match(/"task_id"/g)).toHaveLength(2);
  const listed = await listHistory(test.as(supervisor), { filter, limit: 50, after: null });
  expect(listed.views).toHaveLength(3);
});

it('nothing more is read once the one who asked is gone', async () => {
  await storeHistory(test.store.db, several(2300));
  let reads = 0;
  const counted = new Proxy(test.store.db, {
    get(db, name, receiver) {
      if (name === 'select') reads += 1;
      return Reflect.get(db, name, receiver);
    },
  });
  const ctx = test.as(supervisor, { db: counted });
  const { pieces } = await exportHistory(ctx, { filter: all, format: 'csv', locale: 'es' });
  const reader = pieces[Symbol.asyncIterator]();
  await reader.next();
  const before = reads;
  await reader.return?.();
  expect((await reader.next()).done).toBe(true);
  expect(reads).toBe(before);
});
