import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  exports,
  pings,
  quietLines,
  serviceNotes,
  serviceViews,
  settings,
  upstreamRequests,
} from '@/lib/db/schema';
import { upsertServices } from '@/lib/db/services';
import { storePing } from '@/lib/db/test-store';
import { AppError } from '@/lib/domain/app-error';
import { defaultHistoryFilter } from '@/lib/domain/history-filter';
import { ROLES, SCOPES, type Actor } from '@/lib/domain/role';
import { defaultSettings } from '@/lib/domain/settings';
import { testService, testStart } from '@/lib/domain/test-ping';
import { workInFlight } from '@/lib/work-in-flight';
import { changeSettings } from './change-settings';
import type { Context } from './context';
import { deleteNote } from './delete-note';
import { exportHistory } from './export-history';
import { listExports } from './list-exports';
import { listHistory } from './list-history';
import { discardImport } from './discard-import';
import { listPings } from './list-pings';
import { markQuietLine } from './mark-quiet-line';
import { markWrongCustomer } from './mark-wrong-customer';
import { readDirectory } from './read-directory';
import { readImport } from './read-import';
import { readImportTemplate } from './read-import-template';
import { readLatestImport } from './read-latest-import';
import { readExport } from './read-export';
import { readFilterChoices } from './read-filter-choices';
import { readHistoryChoices } from './read-history-choices';
import { readLine } from './read-line';
import { readNeighbours } from './read-neighbours';
import { readNotes } from './read-notes';
import { readPing } from './read-ping';
import { readPlaceInLine } from './read-place-in-line';
import { readRejectedRows } from './read-rejected-rows';
import { readService } from './read-service';
import { readSettings } from './read-settings';
import { refreshService } from './refresh-service';
import { searchServices } from './search-services';
import { stageImport } from './stage-import';
import { startExport } from './start-export';
import { startPing, startPingInput } from './start-ping';
import { stopPing } from './stop-ping';
import { summariseHistory } from './summarise-history';
import { syncDirectory } from './sync-directory';
import { takeOverImport } from './take-over-import';
import { person, program, testSystem, type TestSystem } from './test-system';
import { writeNote } from './write-note';

let test: TestSystem;
let taskId: string;

beforeAll(async () => {
  test = await testSystem();
  await upsertServices(test.store.db, [testService], testStart);
  taskId = (await storePing(test.store.db, { serviceId: 2 })).ping.id;
});
afterAll(() => test.close());

const { serviceId } = testService;
const filter = defaultHistoryFilter;
const page = { caseCode: null, limit: 5, after: null };
const everyone = 'technician agent supervisor admin';
const desk = 'agent supervisor admin';

/** A file without a byte. */
async function* nothing(): AsyncGenerator<Uint8Array> {}

type Operation = { run: (ctx: Context) => Promise<unknown>; roles: string; scopes: string };

const operations: Record<string, Operation> = {
  'start-ping': {
    run: (ctx) => startPing(ctx, startPingInput.parse({ serviceId, pings: 1 })),
    roles: everyone,
    scopes: 'ping:write',
  },
  'read-ping': { run: (ctx) => readPing(ctx, { taskId }), roles: everyone, scopes: 'ping:read' },
  'stop-ping': { run: (ctx) => stopPing(ctx, { taskId }), roles: everyone, scopes: '' },
  'mark-wrong-customer': {
    run: (ctx) => markWrongCustomer(ctx, { taskId, wrong: true }),
    roles: desk,
    scopes: '',
  },
  'list-pings': {
    run: (ctx) => listPings(ctx, { ...page, serviceId: null, mine: false }),
    roles: 'supervisor admin',
    scopes: 'history:read',
  },
  'list-pings of a service': {
    run: (ctx) => listPings(ctx, { ...page, serviceId, mine: false }),
    roles: everyone,
    scopes: 'ping:read history:read',
  },
  'list-pings of my own': {
    run: (ctx) => listPings(ctx, { ...page, serviceId: null, mine: true }),
    roles: everyone,
    scopes: '',
  },
  'read-service': {
    run: (ctx) => readService(ctx, { serviceId }),
    roles: everyone,
    scopes: 'services:read',
  },
  'refresh-service': { run: (ctx) => refreshService(ctx, { serviceId }), roles: everyone, scopes: '' },
  'search-services': {
    run: (ctx) => searchServices(ctx, { q: '', recent: false, limit: 5, offset: 0 }),
    roles: everyone,
    scopes: 'services:read',
  },
  'read-filter-choices': {
    run: (ctx) => readFilterChoices(ctx),
    roles: everyone,
    scopes: 'services:read',
  },
  'read-line': {
    run: (ctx) => readLine(ctx, { serviceId }),
    roles: everyone,
    scopes: 'ping:read history:read',
  },
  'mark-quiet-line': {
    run: (ctx) => markQuietLine(ctx, { serviceId, quiet: true }),
    roles: everyone,
    scopes: '',
  },
  'read-place-in-line': {
    run: (ctx) => readPlaceInLine(ctx, { taskId }),
    roles: everyone,
    scopes: 'ping:read history:read',
  },
  'read-notes': {
    run: (ctx) => readNotes(ctx, { serviceId, taskId: null, limit: 5, after: null }),
    roles: everyone,
    scopes: '',
  },
  'write-note': {
    run: (ctx) => writeNote(ctx, { serviceId, taskId: null, text: 'Cambió el PoE.' }),
    roles: everyone,
    scopes: '',
  },
  'delete-note': {
    // There is no such note: who may ask is told so, and nobody else is.
    run: (ctx) => deleteNote(ctx, { serviceId, noteId: 999 }),
    roles: everyone,
    scopes: '',
  },
  'list-history': {
    run: (ctx) => listHistory(ctx, { filter, limit: 5, after: null }),
    roles: desk,
    scopes: 'history:read',
  },
  'summarise-history': {
    run: (ctx) => summariseHistory(ctx, { filter }),
    roles: desk,
    scopes: 'history:read',
  },
  'read-history-choices': { run: (ctx) => readHistoryChoices(ctx), roles: desk, scopes: 'history:read' },
  'export-history': {
    run: (ctx) => exportHistory(ctx, { filter, format: 'csv', locale: 'es' }),
    roles: 'supervisor admin',
    scopes: 'history:read',
  },
  'start-export': {
    run: (ctx) => startExport(ctx, { filter, format: 'csv', locale: 'es' }),
    roles: 'supervisor admin',
    scopes: '',
  },
  'list-exports': { run: (ctx) => listExports(ctx), roles: 'supervisor admin', scopes: '' },
  'read-export': {
    run: (ctx) => readExport(ctx, { exportId: randomUUID() }),
    roles: 'supervisor admin',
    scopes: '',
  },
  'read-neighbours': { run: (ctx) => readNeighbours(ctx, { serviceId }), roles: everyone, scopes: '' },
  'read-settings': { run: (ctx) => readSettings(ctx), roles: everyone, scopes: '' },
  'change-settings': { run: (ctx) => changeSettings(ctx, defaultSettings), roles: 'admin', scopes: '' },
  'read-directory': { run: (ctx) => readDirectory(ctx), roles: everyone, scopes: '' },
  'stage-import': {
    run: (ctx) => stageImport(ctx, { fileName: 'x.csv' }, nothing()),
    roles: 'admin',
    scopes: '',
  },
  'read-import': { run: (ctx) => readImport(ctx, { importId: taskId }), roles: 'admin', scopes: '' },
  'read-latest-import': { run: (ctx) => readLatestImport(ctx), roles: 'admin', scopes: '' },
  'read-rejected-rows': {
    run: (ctx) => readRejectedRows(ctx, { importId: taskId }),
    roles: 'admin',
    scopes: '',
  },
  'read-import-template': {
    run: (ctx) => readImportTemplate(ctx, { language: 'es' }),
    roles: 'admin',
    scopes: '',
  },
  'take-over-import': {
    run: (ctx) => takeOverImport(ctx, { importId: taskId }),
    roles: 'admin',
    scopes: '',
  },
  'discard-import': { run: (ctx) => discardImport(ctx, { importId: taskId }), roles: 'admin', scopes: '' },
  'sync-directory': {
    run: (ctx) => syncDirectory(ctx, { believesShort: false }),
    roles: 'admin',
    scopes: '',
  },
};

/** Steps of others, which nobody calls on behalf of a person. */
const inner = [
  'accept-ping',
  'ask-patiently',
  'audit',
  'carry-over-import',
  'context',
  'forget-imports',
  'launch-round',
  'load-directory',
  'read-names',
  'read-round',
  'step-ping',
  'apply-retention',
  'history-scope',
  'read-history-rows',
  'run-export',
  'write-export',
];
const among = (words: string, word: string) => words.split(' ').includes(word);

async function isForbidden(actor: Actor, { run }: Operation): Promise<boolean> {
  const work = workInFlight();
  const ctx = test.as(actor, { track: work.track });
  const outcome = await run(ctx).catch((error: unknown) => error);
  await work.settle(5000);
  if (outcome instanceof Error && !(outcome instanceof AppError)) throw outcome;
  return outcome instanceof AppError && outcome.code === 'forbidden';
}

it('every operation has its row here', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => !/(^|\.)test[-.]/.test(name));
  const names = files.map((name) => name.replace(/\.ts$/, ''));
  const listed = Object.keys(operations).map((name) => name.split(' ')[0]);
  expect(names.sort()).toEqual([...new Set([...listed, ...inner])].sort());
});

describe.each(Object.entries(operations))('%s', (_name, operation) => {
  it.each(ROLES)('as the role %s', async (role) => {
    expect(await isForbidden(person(role), operation)).toBe(!among(operation.roles, role));
  });

  it.each(SCOPES)('with a token that has only the scope %s', async (scope) => {
    expect(await isForbidden(program(scope), operation)).toBe(!among(operation.scopes, scope));
  });

  it('refuses a token without a scope, and reads and writes nothing for it', async () => {
    const before = await traces();
    expect(await isForbidden(program(), operation)).toBe(true);
    expect(await traces()).toEqual(before);
  });
});

/** What an operation could leave behind. */
async function traces() {
  const { db } = test.store;
  const tables = [exports, pings, quietLines, serviceNotes, serviceViews, settings, upstreamRequests];
  const { launches, looks, finds, lists } = test.wisphub;
  return {
    rows: await Promise.all(tables.map((table) => db.$count(table))),
    calls: [launches, looks, finds, lists].map((calls) => calls.length),
    ping: await test.ping(taskId),
  };
}

it('the refusal comes before anything is told about what exists', async () => {
  for (const id of [taskId, randomUUID()]) {
    const refused = readPing(test.as(program('ping:write')), { taskId: id });
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
  }
});
