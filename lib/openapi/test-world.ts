import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { insertLink, saveSetupToken } from '@/lib/db/account-links';
import { updateAccount } from '@/lib/db/accounts';
import { insertApiToken } from '@/lib/db/api-tokens';
import { endExport, writePiece } from '@/lib/db/exports';
import { accountLinks, rateCounters, users } from '@/lib/db/schema';
import { upsertServices } from '@/lib/db/services';
import { insertSession } from '@/lib/db/sessions';
import { storePing } from '@/lib/db/test-store';
import { defaultHistoryFilter } from '@/lib/domain/history-filter';
import { ROLES, SCOPES } from '@/lib/domain/role';
import { atMs, testService, testStart } from '@/lib/domain/test-ping';
import { stageImport } from '@/lib/operations/stage-import';
import { startExport } from '@/lib/operations/start-export';
import { person, type TestSystem } from '@/lib/operations/test-system';
import { writeNote } from '@/lib/operations/write-note';
import type { Known } from './test-arbitrary';

export const TOKEN = 'pulso_a-token-of-this-test-that-may-do-everything';
const PASSWORD = 'a quiet lamp on the stairs';
const LINK = 'a-link-that-was-handed-out-to-one-person-00';
const SETUP = 'the-link-that-the-server-printed-at-start-0';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const times = { createdAt: testStart, expiresAt: atMs(3_600_000) };
const me = person('admin');

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

/** A file that fits and one that does not, of two people: of each the last one is kept. */
async function bringFiles(test: TestSystem): Promise<string[]> {
  const other = { ...me, id: person('supervisor').id };
  const reports = [
    await stageImport(test.as(me), { fileName: 'good.csv' }, bytesOf('Service id,Name\n7,Ana\n')),
    await stageImport(test.as(other), { fileName: 'bad.csv' }, bytesOf('Service id,IP\n8,nowhere\n')),
  ];
  return reports.map(({ brought }) => brought.id);
}

async function makeExports(test: TestSystem): Promise<string[]> {
  const db = test.store.db;
  const wanted = { filter: defaultHistoryFilter, format: 'csv', locale: 'es' } as const;
  const [done, waiting] = [await startExport(test.as(me), wanted), await startExport(test.as(me), wanted)];
  await writePiece(db, { id: done.id, place: null }, { text: 'a;b\r\n', rows: 1, after: null });
  await endExport(db, { id: done.id, at: testStart, error: null });
  return [done.id, waiting.id];
}

async function makeTokens({ store: { db } }: TestSystem): Promise<string[]> {
  const ids = [randomUUID(), randomUUID()];
  for (const [place, id] of ids.entries()) {
    const token = `pulso_another-token-of-this-test-${place}`;
    await insertApiToken(db, { id, name: 'a bot', token, scopes: SCOPES, createdBy: me.id, ...times });
  }
  return ids;
}

async function signIn({ store: { db } }: TestSystem): Promise<string[]> {
  const ids = [randomUUID(), randomUUID()];
  for (const id of ids) await insertSession(db, { id, userId: me.id, ...times });
  return ids;
}

/**
 * Empties the database and puts one of everything into it that a request can name. Answers what these are called, by the
 * name of the parameter or field.
 */
export async function furnish(test: TestSystem): Promise<Known> {
  await test.reset();
  const db = test.store.db;
  await insertApiToken(db, { id: randomUUID(), name: 'fuzz', token: TOKEN, scopes: SCOPES, ...times });
  const ended = { state: 'finished', verdict: 'stable', finishedAt: atMs(4000) } as const;
  const serviceIds = [1001, 1002, 1003];
  const stored = await Promise.all(serviceIds.map((serviceId) => storePing(db, { ...ended, serviceId })));
  await upsertServices(db, [{ ...testService, serviceId: 1001 }], testStart);
  const note = await writeNote(test.as(me), { serviceId: 1001, text: 'a note', taskId: null });
  const timestamp = test.system.now().getTime();
  return {
    task_id: stored.map(({ ping }) => ping.id),
    seen: stored.map(({ ping }) => [`${ping.id}.as-it-was`]),
    service_id: [...serviceIds, 7777],
    service: [...serviceIds, 7777],
    note_id: [note.id],
    user_id: ROLES.map((role) => person(role).id),
    session_id: await signIn(test),
    token_id: await makeTokens(test),
    import_id: await bringFiles(test),
    export_id: await makeExports(test),
    token: [LINK, SETUP],
    present: [PASSWORD],
    proof: [PASSWORD],
    password: ['another lamp, by the window'],
    next: ['another lamp, by the window'],
    code: [new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp })],
    time_zone: ['America/Bogota', null],
    name: ['Ana Ruiz'],
    wisphubServiceUrl: ['', 'https://wisphub.example/{id}'],
    from: ['2026-11-01'],
    to: ['2026-11-30'],
  };
}

/** The second step of the one who asks: waiting for its first code, or on. */
const secondStep = (isOn: boolean) => async (test: TestSystem) => {
  const totpSecret = test.system.secondSteps.seal(SECRET, me.id);
  await test.store.db
    .update(users)
    .set({ totpSecret, totpConfirmedAt: isOn ? testStart : null, totpLastStep: null })
    .where(eq(users.id, me.id));
};

async function handOutLink({ store: { db } }: TestSystem): Promise<void> {
  await db.delete(accountLinks);
  const userId = person('agent').id;
  await insertLink(db, { id: randomUUID(), kind: 'reset', token: LINK, userId, createdBy: me.id, ...times });
}

async function forgetEverybody({ store }: TestSystem): Promise<void> {
  await store.empty();
  await saveSetupToken(store.db, SETUP, testStart);
}

/** What must stand anew for an operation that uses it up. */
const NEEDED: Readonly<Record<string, (test: TestSystem) => Promise<void>>> = {
  confirmSecondStep: secondStep(false),
  turnOffSecondStep: secondStep(true),
  renewRecoveryCodes: secondStep(true),
  resetUserSecondStep: secondStep(true),
  openLink: handOutLink,
  useLink: handOutLink,
  setUp: forgetEverybody,
};

/** Before a few requests of an operation: no limit of guesses may hide what lies behind it, and nothing is used up. */
export async function renew(test: TestSystem, operationId: string): Promise<void> {
  await test.store.db.delete(rateCounters);
  if (operationId === 'setUp') return forgetEverybody(test);
  await updateAccount(test.store.db, me.id, { passwordHash: `hash of ${PASSWORD}` });
  await NEEDED[operationId]?.(test);
}
