import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertNote } from '@/lib/db/service-notes';
import { upsertServices } from '@/lib/db/services';
import { ana, luis, pastPing, storeHistory } from '@/lib/db/test-history';
import { caseCodeOf } from '@/lib/domain/case-code';
import { OUTCOMES, PERIODS, SORTS, type HistoryFilter } from '@/lib/domain/history-filter';
import { REMARK_CODES } from '@/lib/domain/remark-code';
import type { Actor } from '@/lib/domain/role';
import { atMs, testService, testStart } from '@/lib/domain/test-ping';
import { exportHistory } from './export-history';
import { listHistory, type ListHistoryInput } from './list-history';
import { runExport } from './run-export';
import { startExport } from './start-export';
import { summariseHistory } from './summarise-history';
import { person, program, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

const minutesAgo = (minutes: number) => atMs(-minutes * 60_000).toISOString();
const ROUTERS = ['Nodo Norte', 'Nodo Sur', null];
const REMARKS = [[], ['slow'], ['link_only', 'slow']] as const;
/** Every outcome, of this shift and of the days before; none of the wrong customer, which the totals leave out. */
const past = Array.from({ length: 60 }, (_, index) =>
  pastPing(minutesAgo(2 + index * 97), {
    serviceId: 1 + (index % 9),
    outcome: OUTCOMES[index === 0 ? 4 : index % 4] ?? 'stable',
    source: index % 5 === 0 ? 'api' : 'desk',
    zone: index % 3 === 0 ? null : 'Zona Norte',
    router: ROUTERS[index % 3] ?? null,
    starter: index % 2 === 0 ? ana : luis,
    joiners: index % 7 === 0 ? [luis] : [],
    tookMs: index * 500,
    remarks: REMARKS[index % 3] ?? [],
  }),
);
const code = caseCodeOf(past[3]?.id ?? '');

beforeAll(async () => {
  test = await testSystem();
  await storeHistory(test.store.db, past);
  const services = Array.from({ length: 9 }, (_, index) => ({
    ...testService,
    serviceId: index + 1,
    name: `José Núñez ${index + 1}`,
    address: "Calle 45 # 1'2 %_\\",
  }));
  await upsertServices(test.store.db, services, testStart);
  for (const pingId of [null, past[5]?.id ?? null]) {
    await insertNote(test.store.db, {
      serviceId: 6,
      pingId,
      authorId: person('agent').id,
      authorName: 'Ana',
      text: 'Cambió la antena (50%)',
      writtenAt: testStart,
    });
  }
});
afterAll(() => test.close());

const orNot = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const someFilter = fc
  .record({
    period: fc.constantFrom(...PERIODS),
    from: orNot('2000-01-01', '2026-05-07', '2026-05-08'),
    to: orNot('2026-05-08', '2199-12-31'),
    outcomes: fc.subarray([...OUTCOMES]),
    remark: orNot(...REMARK_CODES),
    zone: orNot('Zona Norte', "O'Higgins; --", '%'),
    router: orNot('Nodo Sur', 'no such'),
    sector: orNot('AP 7', '\\'),
    agent: orNot(ana, luis),
    source: orNot('desk' as const, 'api' as const),
    serviceId: orNot(6, 2_147_483_647),
    q: fc.constantFrom(
      '',
      'jose',
      'antena',
      '6',
      code,
      '9999999999',
      "' or 1=1 --",
      '%',
      '\\',
      '(:*&|!',
      'ñ',
    ),
    last: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
  })
  .filter(({ from, to }) => from === null || to === null || from <= to);

async function readAll(ctx: ReturnType<TestSystem['as']>, filter: HistoryFilter): Promise<number> {
  let read = 0;
  let after: ListHistoryInput['after'] = null;
  do {
    const { views, next } = await listHistory(ctx, { filter, limit: 13, after });
    read += views.length;
    after = next;
  } while (after !== null);
  return read;
}

async function rowsOf(pieces: AsyncIterable<string>): Promise<number> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text.split('\n').filter(Boolean).length;
}

describe('every combination of filters', () => {
  const readers: [string, Actor][] = [
    ['a supervisor', person('supervisor')],
    ['an agent, who sees this day only', person('agent')],
    ['a program', program('history:read')],
  ];
  it.each(readers)(
    'is answered to %s, with totals of as many pings as the pages have',
    async (_who, actor) => {
      const ctx = test.as(actor);
      await fc.assert(
        fc.asyncProperty(someFilter, async (filter) => {
          const { total } = await summariseHistory(ctx, { filter });
          expect(await readAll(ctx, filter)).toBe(total);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('is exported in both formats, with as many rows as the totals say', async () => {
    const ctx = test.as(person('supervisor'));
    await fc.assert(
      fc.asyncProperty(someFilter, async (filter) => {
        const { total } = await summariseHistory(ctx, { filter });
        const csv = await exportHistory(ctx, { filter, format: 'csv', locale: 'es' });
        expect(await rowsOf(csv.pieces)).toBe(total + 1);
        const lines = await exportHistory(ctx, { filter, format: 'jsonl', locale: 'en' });
        expect(await rowsOf(lines.pieces)).toBe(total);
      }),
      { numRuns: 25 },
    );
  });

  it('is exported in the background', async () => {
    const ctx = test.as(person('supervisor'));
    await fc.assert(
      fc.asyncProperty(someFilter, async (filter) => {
        const { total } = await summariseHistory(ctx, { filter });
        const made = await startExport(ctx, { filter, format: 'csv', locale: 'es' });
        expect(made.rowsExpected).toBe(total);
        await runExport(test.system, made.id);
      }),
      { numRuns: 8 },
    );
    expect(test.errors).toEqual([]);
  });
});
