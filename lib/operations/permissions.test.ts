import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  apiTokens,
  auditEntries,
  exports,
  imports,
  pings,
  quietLines,
  serviceNotes,
  serviceViews,
  settings,
  upstreamRequests,
  users,
} from '@/lib/db/schema';
import { updateAccount } from '@/lib/db/accounts';
import { clearSecondStep } from '@/lib/db/second-steps';
import { endExport } from '@/lib/db/exports';
import { upsertServices } from '@/lib/db/services';
import { insertSession } from '@/lib/db/sessions';
import { storePing } from '@/lib/db/test-store';
import { AppError } from '@/lib/domain/app-error';
import type { AuditAction } from '@/lib/domain/audit';
import { defaultAuditFilter } from '@/lib/domain/audit-filter';
import { defaultHistoryFilter } from '@/lib/domain/history-filter';
import { ROLES, SCOPES, type Actor } from '@/lib/domain/role';
import { defaultSettings } from '@/lib/domain/settings';
import { testService, testStart } from '@/lib/domain/test-ping';
import { workInFlight } from '@/lib/work-in-flight';
import { changePassword } from './change-password';
import { changeProfile } from './change-profile';
import { changeSettings } from './change-settings';
import { changeUser } from './change-user';
import type { Context } from './context';
import { confirmSecondStep } from './confirm-second-step';
import { createToken } from './create-token';
import { deleteNote } from './delete-note';
import { endOtherSessions } from './end-other-sessions';
import { endSession } from './end-session';
import { endUserSessions } from './end-user-sessions';
import { exportAudit } from './export-audit';
import { exportHistory } from './export-history';
import { inviteUser } from './invite-user';
import { makeUserLink } from './make-user-link';
import { listSessions } from './list-sessions';
import { listUsers } from './list-users';
import { readProfile } from './read-profile';
import { listExports } from './list-exports';
import { listHistory } from './list-history';
import { discardImport } from './discard-import';
import { listPings } from './list-pings';
import { listTokens } from './list-tokens';
import { markQuietLine } from './mark-quiet-line';
import { markWrongCustomer } from './mark-wrong-customer';
import { readAudit } from './read-audit';
import { readAuditChoices } from './read-audit-choices';
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
import { readPingView } from './read-ping-view';
import { readPlaceInLine } from './read-place-in-line';
import { readRejectedRows } from './read-rejected-rows';
import { readSecondStep } from './read-second-step';
import { readService } from './read-service';
import { readSettings } from './read-settings';
import { readStatus } from './read-status';
import { refreshService } from './refresh-service';
import { renewRecoveryCodes } from './renew-recovery-codes';
import { resetUserSecondStep } from './reset-user-second-step';
import { revokeToken } from './revoke-token';
import { searchServices } from './search-services';
import { stageImport } from './stage-import';
import { startExport } from './start-export';
import { startPing, startPingInput } from './start-ping';
import { startSecondStep } from './start-second-step';
import { stopPing } from './stop-ping';
import { summariseHistory } from './summarise-history';
import { syncDirectory } from './sync-directory';
import { takeOverImport } from './take-over-import';
import { turnOffSecondStep } from './turn-off-second-step';
import { waitForChanges } from './wait-for-changes';
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

/** A file of one service. */
async function* oneService(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Id del servicio;Nombre\n77;Ana');
}

const stagedFile: Preparation = async (ctx) =>
  (await stageImport(ctx, { fileName: 'x.csv' }, oneService())).brought.id;

const madeExport: Preparation = async (ctx) => {
  const { id } = await startExport(ctx, { filter, format: 'csv', locale: 'es' });
  await endExport(ctx.db, { id, at: ctx.now(), error: null });
  return id;
};

const writtenNote: Preparation = async (ctx) =>
  String((await writeNote(ctx, { serviceId, taskId: null, text: 'Cambió el PoE.' })).id);

const invitedUser: Preparation = async (ctx) => {
  const person = { name: 'Eva', email: `${randomUUID()}@example.com`, role: 'agent' } as const;
  return (await inviteUser(ctx, person)).account.id;
};

const ownSession: Preparation = async (ctx) => {
  const id = randomUUID();
  const expiresAt = new Date(ctx.now().getTime() + 3_600_000);
  await insertSession(ctx.db, { id, userId: ctx.actor.id, createdAt: ctx.now(), expiresAt });
  return id;
};

/** It answers the password that was given. */
const knownPassword: Preparation = async (ctx) => {
  const password = 'tres tristes tigres';
  const passwordHash = await ctx.passwords.hash(password);
  await updateAccount(ctx.db, ctx.actor.id, { passwordHash });
  return password;
};

/** A secret that waits for its first code; it answers that code. */
const begunSecondStep: Preparation = async (ctx) => {
  await knownPassword(ctx);
  await clearSecondStep(ctx.db, ctx.actor.id);
  const { secret } = await startSecondStep(ctx);
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ctx.now().getTime() });
};

/** It answers the password, which proves who asks. */
const secondStepOn: Preparation = async (ctx) => {
  const code = await begunSecondStep(ctx);
  await confirmSecondStep(ctx, { code });
  return knownPassword(ctx);
};

/** What an administrator needs before an operation can be carried out; it answers the id to hand in. */
type Preparation = (ctx: Context) => Promise<string>;

type Operation = {
  run: (ctx: Context, id: string) => Promise<unknown>;
  /** For those that act on something; all others are handed an id that nobody has. */
  prepare?: Preparation;
  roles: string;
  scopes: string;
  /** What is left of it in the audit trail, in one row; null when nothing is, as for all that only reads. */
  audits: AuditAction | null;
};

const operations: Record<string, Operation> = {
  'start-ping': {
    run: (ctx) => startPing(ctx, startPingInput.parse({ serviceId, pings: 1 })),
    roles: everyone,
    scopes: 'ping:write',
    audits: null,
  },
  'read-ping': {
    run: (ctx) => readPing(ctx, { taskId }),
    roles: everyone,
    scopes: 'ping:read',
    audits: null,
  },
  'read-ping-view': {
    run: (ctx) => readPingView(ctx, { taskId }),
    roles: everyone,
    scopes: 'ping:read',
    audits: null,
  },
  'wait-for-changes': {
    run: (ctx) => {
      const gone = new AbortController().signal;
      const wait = { seen: new Map([[taskId, null]]), mostMs: 0, gone, whoNow: async () => ctx.actor };
      return waitForChanges(ctx, wait);
    },
    roles: everyone,
    scopes: 'ping:read',
    audits: null,
  },
  'stop-ping': { run: (ctx) => stopPing(ctx, { taskId }), roles: everyone, scopes: '', audits: null },
  'mark-wrong-customer': {
    run: (ctx) => markWrongCustomer(ctx, { taskId, wrong: true }),
    roles: desk,
    scopes: '',
    audits: 'wrong_customer_mark',
  },
  'list-pings': {
    run: (ctx) => listPings(ctx, { ...page, serviceId: null, mine: false }),
    roles: 'supervisor admin',
    scopes: 'history:read',
    audits: null,
  },
  'list-pings of a service': {
    run: (ctx) => listPings(ctx, { ...page, serviceId, mine: false }),
    roles: everyone,
    scopes: 'ping:read history:read',
    audits: null,
  },
  'list-pings of my own': {
    run: (ctx) => listPings(ctx, { ...page, serviceId: null, mine: true }),
    roles: everyone,
    scopes: '',
    audits: null,
  },
  'read-service': {
    run: (ctx) => readService(ctx, { serviceId }),
    roles: everyone,
    scopes: 'services:read',
    audits: null,
  },
  'refresh-service': {
    run: (ctx) => refreshService(ctx, { serviceId }),
    roles: everyone,
    scopes: '',
    audits: null,
  },
  'search-services': {
    run: (ctx) => searchServices(ctx, { q: '', recent: false, limit: 5, offset: 0 }),
    roles: everyone,
    scopes: 'services:read',
    audits: null,
  },
  'read-filter-choices': {
    run: (ctx) => readFilterChoices(ctx),
    roles: everyone,
    scopes: 'services:read',
    audits: null,
  },
  'read-line': {
    run: (ctx) => readLine(ctx, { serviceId }),
    roles: everyone,
    scopes: 'ping:read history:read',
    audits: null,
  },
  'mark-quiet-line': {
    run: (ctx) => markQuietLine(ctx, { serviceId, quiet: true }),
    roles: everyone,
    scopes: '',
    audits: 'line_mark',
  },
  'read-place-in-line': {
    run: (ctx) => readPlaceInLine(ctx, { taskId }),
    roles: everyone,
    scopes: 'ping:read history:read',
    audits: null,
  },
  'read-notes': {
    run: (ctx) => readNotes(ctx, { serviceId, taskId: null, limit: 5, after: null }),
    roles: everyone,
    scopes: '',
    audits: null,
  },
  'write-note': {
    run: (ctx) => writeNote(ctx, { serviceId, taskId: null, text: 'Cambió el PoE.' }),
    roles: everyone,
    scopes: '',
    audits: 'note_write',
  },
  'delete-note': {
    // Nobody but the last test has such a note: who may ask is told so, and nobody else is.
    run: (ctx, id) => deleteNote(ctx, { serviceId, noteId: Number(id) || 999 }),
    prepare: writtenNote,
    roles: everyone,
    scopes: '',
    audits: 'note_delete',
  },
  'list-history': {
    run: (ctx) => listHistory(ctx, { filter, limit: 5, after: null }),
    roles: desk,
    scopes: 'history:read',
    audits: null,
  },
  'summarise-history': {
    run: (ctx) => summariseHistory(ctx, { filter }),
    roles: desk,
    scopes: 'history:read',
    audits: null,
  },
  'read-history-choices': {
    run: (ctx) => readHistoryChoices(ctx),
    roles: desk,
    scopes: 'history:read',
    audits: null,
  },
  'export-history': {
    run: (ctx) => exportHistory(ctx, { filter, format: 'csv', locale: 'es' }),
    roles: 'supervisor admin',
    scopes: 'history:read',
    audits: 'export_download',
  },
  'start-export': {
    run: (ctx) => startExport(ctx, { filter, format: 'csv', locale: 'es' }),
    roles: 'supervisor admin',
    scopes: '',
    audits: 'export_start',
  },
  'list-exports': { run: (ctx) => listExports(ctx), roles: 'supervisor admin', scopes: '', audits: null },
  'read-export': {
    run: (ctx, id) => readExport(ctx, { exportId: id }),
    prepare: madeExport,
    roles: 'supervisor admin',
    scopes: '',
    audits: 'export_download',
  },
  'read-neighbours': {
    run: (ctx) => readNeighbours(ctx, { serviceId }),
    roles: everyone,
    scopes: '',
    audits: null,
  },
  'read-settings': { run: (ctx) => readSettings(ctx), roles: everyone, scopes: '', audits: null },
  'change-settings': {
    run: (ctx) => changeSettings(ctx, defaultSettings),
    roles: 'admin',
    scopes: '',
    audits: 'settings_change',
  },
  'list-tokens': { run: (ctx) => listTokens(ctx), roles: everyone, scopes: '', audits: null },
  'create-token': {
    run: (ctx) => createToken(ctx, { name: 'A bot', scopes: ['ping:read'], days: 90 }),
    roles: everyone,
    scopes: '',
    audits: 'token_create',
  },
  'revoke-token': {
    run: (ctx, id) => revokeToken(ctx, { tokenId: id }),
    prepare: async (ctx) =>
      (await createToken(ctx, { name: 'A bot', scopes: ['ping:read'], days: 90 })).made.id,
    roles: everyone,
    scopes: '',
    audits: 'token_revoke',
  },
  'read-audit': {
    run: (ctx) => readAudit(ctx, { filter: defaultAuditFilter, limit: 5, after: null }),
    roles: 'admin',
    scopes: '',
    audits: null,
  },
  'read-audit-choices': { run: (ctx) => readAuditChoices(ctx), roles: 'admin', scopes: '', audits: null },
  'export-audit': {
    run: (ctx) => exportAudit(ctx, { filter: defaultAuditFilter, format: 'csv', locale: 'es' }),
    roles: 'admin',
    scopes: '',
    audits: 'export_download',
  },
  'read-status': { run: (ctx) => readStatus(ctx), roles: 'admin', scopes: '', audits: null },
  'read-directory': { run: (ctx) => readDirectory(ctx), roles: everyone, scopes: '', audits: null },
  'stage-import': {
    run: (ctx, id) => stageImport(ctx, { fileName: 'x.csv' }, id === 'a file' ? oneService() : nothing()),
    prepare: async (ctx) => {
      // A file that waits gives way to the next one, whatever becomes of that.
      await ctx.db.delete(imports);
      return 'a file';
    },
    roles: 'admin',
    scopes: '',
    audits: 'import_stage',
  },
  'read-import': {
    run: (ctx) => readImport(ctx, { importId: taskId }),
    roles: 'admin',
    scopes: '',
    audits: null,
  },
  'read-latest-import': { run: (ctx) => readLatestImport(ctx), roles: 'admin', scopes: '', audits: null },
  'read-rejected-rows': {
    run: (ctx) => readRejectedRows(ctx, { importId: taskId }),
    roles: 'admin',
    scopes: '',
    audits: null,
  },
  'read-import-template': {
    run: (ctx) => readImportTemplate(ctx, { language: 'es' }),
    roles: 'admin',
    scopes: '',
    audits: null,
  },
  'take-over-import': {
    run: (ctx, id) => takeOverImport(ctx, { importId: id }),
    prepare: stagedFile,
    roles: 'admin',
    scopes: '',
    audits: 'import_take_over',
  },
  'discard-import': {
    run: (ctx, id) => discardImport(ctx, { importId: id }),
    prepare: stagedFile,
    roles: 'admin',
    scopes: '',
    audits: 'import_discard',
  },
  'sync-directory': {
    run: (ctx) => syncDirectory(ctx, { believesShort: false }),
    roles: 'admin',
    scopes: '',
    audits: 'directory_sync',
  },
  'list-users': {
    run: (ctx) => listUsers(ctx, { limit: 5, after: null }),
    roles: 'admin',
    scopes: '',
    audits: null,
  },
  'invite-user': { run: (ctx) => invitedUser(ctx), roles: 'admin', scopes: '', audits: 'user_invite' },
  'make-user-link': {
    prepare: invitedUser,
    run: (ctx, userId) => makeUserLink(ctx, { userId }),
    roles: 'admin',
    scopes: '',
    audits: 'user_invite',
  },
  'change-user': {
    prepare: invitedUser,
    run: (ctx, userId) => changeUser(ctx, { userId, change: { role: 'supervisor' } }),
    roles: 'admin',
    scopes: '',
    audits: 'user_change',
  },
  'end-user-sessions': {
    prepare: invitedUser,
    run: (ctx, userId) => endUserSessions(ctx, { userId }),
    roles: 'admin',
    scopes: '',
    audits: 'session_end',
  },
  'read-profile': { run: (ctx) => readProfile(ctx), roles: everyone, scopes: '', audits: null },
  'change-profile': {
    run: (ctx) => changeProfile(ctx, { name: `Called ${randomUUID()}` }),
    roles: everyone,
    scopes: '',
    audits: 'profile_change',
  },
  'change-password': {
    prepare: knownPassword,
    run: (ctx, present) => changePassword(ctx, { present, next: 'la vaca come pasto' }),
    roles: everyone,
    scopes: '',
    audits: 'password_change',
  },
  'read-second-step': { run: (ctx) => readSecondStep(ctx), roles: everyone, scopes: '', audits: null },
  'start-second-step': {
    // Nothing is in force before the first code.
    run: (ctx) => startSecondStep(ctx),
    roles: everyone,
    scopes: '',
    audits: null,
  },
  'confirm-second-step': {
    prepare: begunSecondStep,
    run: (ctx, code) => confirmSecondStep(ctx, { code }),
    roles: everyone,
    scopes: '',
    audits: 'totp_change',
  },
  'turn-off-second-step': {
    prepare: secondStepOn,
    run: (ctx, proof) => turnOffSecondStep(ctx, { proof }),
    roles: everyone,
    scopes: '',
    audits: 'totp_change',
  },
  'renew-recovery-codes': {
    prepare: secondStepOn,
    run: (ctx, proof) => renewRecoveryCodes(ctx, { proof }),
    roles: everyone,
    scopes: '',
    audits: 'totp_change',
  },
  'reset-user-second-step': {
    prepare: async (ctx) => {
      await secondStepOn(ctx);
      return ctx.actor.id;
    },
    run: (ctx, userId) => resetUserSecondStep(ctx, { userId }),
    roles: 'admin',
    scopes: '',
    audits: 'totp_change',
  },
  'list-sessions': { run: (ctx) => listSessions(ctx), roles: everyone, scopes: '', audits: null },
  'end-session': {
    prepare: ownSession,
    run: (ctx, sessionId) => endSession(ctx, { sessionId }),
    roles: everyone,
    scopes: '',
    audits: 'session_end',
  },
  'end-other-sessions': {
    run: (ctx) => endOtherSessions(ctx),
    roles: everyone,
    scopes: '',
    audits: 'session_end',
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
  'call-upstream',
  'launch-round',
  'load-directory',
  'read-names',
  'read-ping-views',
  'read-round',
  'step-ping',
  'task-pace',
  'apply-retention',
  'history-scope',
  'read-history-rows',
  'run-export',
  'write-export',
  'hand-out-link',
  'limit-guesses',
  'prove-oneself',
  'require-good-password',
  'sleep',
];

/** Answered to whoever brings the token of a link, signed in or not. */
const open = ['open-link', 'set-up', 'take-up-link'];

const among = (words: string, word: string) => words.split(' ').includes(word);

async function isForbidden(actor: Actor, { run }: Operation): Promise<boolean> {
  const work = workInFlight();
  const ctx = test.as(actor, { track: work.track });
  const outcome = await run(ctx, randomUUID()).catch((error: unknown) => error);
  await work.settle(5000);
  if (outcome instanceof Error && !(outcome instanceof AppError)) throw outcome;
  return outcome instanceof AppError && outcome.code === 'forbidden';
}

it('every operation has its row here', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => !/(^|\.)test[-.]/.test(name));
  const names = files.map((name) => name.replace(/\.ts$/, ''));
  const listed = Object.keys(operations).map((name) => name.split(' ')[0]);
  expect(names.sort()).toEqual([...new Set([...listed, ...inner, ...open])].sort());
});

describe.each(Object.entries(operations))('%s', (_name, operation) => {
  it.each(ROLES)('as the role %s', async (role) => {
    expect(await isForbidden(person(role), operation)).toBe(!among(operation.roles, role));
  });

  it.each(SCOPES)('with a token that has only the scope %s', async (scope) => {
    expect(await isForbidden(program(scope), operation)).toBe(!among(operation.scopes, scope));
  });

  it(`leaves ${operation.audits === null ? 'nothing' : 'one row'} in the audit trail`, async () => {
    const admin = test.as(person('admin'));
    const id = await (operation.prepare?.(admin) ?? Promise.resolve(randomUUID()));
    const before = await test.store.db.$count(auditEntries);
    const outcome = await operation.run(admin, id).catch((error: unknown) => error);
    const trail = await test.store.db.select().from(auditEntries).orderBy(auditEntries.id).offset(before);
    expect(trail.map(({ action }) => action)).toEqual(operation.audits === null ? [] : [operation.audits]);
    if (operation.audits === null) return;
    expect(outcome).not.toBeInstanceOf(Error);
    expect(trail).toMatchObject([{ outcome: 'done', actorKind: 'user', actorId: person('admin').id }]);
  });

  if (operation.audits === null) return;
  it('changes nothing when its row cannot be written', async () => {
    const admin = test.as(person('admin'));
    const id = await (operation.prepare?.(admin) ?? Promise.resolve(randomUUID()));
    const before = await traces();
    await withBrokenTrail(() => expect(operation.run(admin, id)).rejects.toThrow());
    expect(await traces()).toEqual(before);
  });

  it('refuses a token without a scope, and reads and writes nothing for it', async () => {
    const before = await traces();
    expect(await isForbidden(program(), operation)).toBe(true);
    expect(await traces()).toEqual(before);
  });
});

/** While `work` runs, the audit trail takes no row. */
async function withBrokenTrail(work: () => Promise<void>): Promise<void> {
  const run = (text: string) => test.store.db.$client.query(text);
  await run(`create trigger broken before insert on audit_entries execute function refuse_audit_change()`);
  await work().finally(() => run('drop trigger broken on audit_entries'));
}

/** What an operation could leave behind. */
async function traces() {
  const { db } = test.store;
  const tables = [
    apiTokens,
    auditEntries,
    exports,
    imports,
    pings,
    quietLines,
    serviceNotes,
    serviceViews,
    settings,
    upstreamRequests,
  ];
  const { launches, looks, finds, lists } = test.wisphub;
  return {
    rows: await Promise.all(tables.map((table) => db.$count(table))),
    calls: [launches, looks, finds, lists].map((calls) => calls.length),
    settings: await db.select().from(settings),
    users: await db.select().from(users).orderBy(users.id),
    imports: await db.select({ id: imports.id, state: imports.state }).from(imports),
    ping: await test.ping(taskId),
  };
}

it('the refusal comes before anything is told about what exists', async () => {
  for (const id of [taskId, randomUUID()]) {
    const refused = readPing(test.as(program('ping:write')), { taskId: id });
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
  }
});
