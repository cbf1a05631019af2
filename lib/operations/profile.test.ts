import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries, sessions, users } from '@/lib/db/schema';
import { insertSession } from '@/lib/db/sessions';
import { profileChangeSchema } from '@/lib/domain/profile';
import type { Actor } from '@/lib/domain/role';
import { atMs, testStart } from '@/lib/domain/test-ping';
import { changePassword } from './change-password';
import { changeProfile } from './change-profile';
import { endOtherSessions } from './end-other-sessions';
import { endSession } from './end-session';
import { listSessions } from './list-sessions';
import { readProfile } from './read-profile';
import { person, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
afterAll(() => test.close());

const old = 'tres tristes tigres';
const fresh = 'la vaca come pasto';
const [here, there, other] = [randomUUID(), randomUUID(), randomUUID()];
const agent = { ...person('agent'), sessionId: here } as Actor;
const asAgent = () => test.as(agent);

beforeEach(async () => {
  await test.reset();
  const { db } = test.store;
  await db
    .update(users)
    .set({ passwordHash: `hash of ${old}` })
    .where(eq(users.id, agent.id));
  const times = { createdAt: testStart, expiresAt: atMs(3_600_000) };
  const device = { address: '192.0.2.7', userAgent: 'Firefox/1' };
  await insertSession(db, { id: here, userId: agent.id, ...times, ...device });
  await insertSession(db, { id: there, userId: agent.id, ...times });
  await insertSession(db, { id: other, userId: person('admin').id, ...times });
});

const alive = async () =>
  (await test.store.db.select().from(sessions))
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id }) => id)
    .sort();
const trail = () => test.store.db.select().from(auditEntries).orderBy(auditEntries.id);

describe('the own profile', () => {
  it('takes what is given and leaves the rest', async () => {
    const before = await readProfile(asAgent());
    expect(before).toMatchObject({ hasPassword: true, locale: null, theme: null, timeZone: null });
    await changeProfile(asAgent(), { locale: 'pt-BR', timeZone: 'America/Manaus' });
    await changeProfile(asAgent(), { theme: 'dark' });
    const after = { ...before, locale: 'pt-BR', theme: 'dark', timeZone: 'America/Manaus' };
    expect(await readProfile(asAgent())).toEqual(after);
    await changeProfile(asAgent(), { locale: null });
    expect((await readProfile(asAgent())).locale).toBeNull();
  });

  it('has no role, email or password among what may be changed, and no zone that does not exist', () => {
    for (const wrong of [
      {},
      { role: 'admin' },
      { email: 'x@example.com' },
      { timeZone: 'America/Macondo' },
    ]) {
      expect(profileChangeSchema.safeParse(wrong).success).toBe(false);
    }
    const parsed = profileChangeSchema.parse({ name: ' Ana\n Torres ', role: 'admin' });
    expect(parsed).toEqual({ name: 'Ana Torres' });
  });
});

describe('the own password', () => {
  it('is changed with the present one, and all other sessions end', async () => {
    expect(await changePassword(asAgent(), { present: old, next: fresh })).toEqual({ ended: 1 });
    expect(await alive()).toEqual([here, other].sort());
    const [row] = await test.store.db.select().from(users).where(eq(users.id, agent.id));
    expect(row?.passwordHash).toBe(`hash of ${fresh}`);
    const text = JSON.stringify(await trail());
    for (const secret of [old, fresh]) expect(text).not.toContain(secret);
  });

  it('is not changed by somebody who does not know it, and the try leaves a trace', async () => {
    const wrong = changePassword(asAgent(), { present: 'no idea', next: fresh });
    expect((await refusal(wrong)).code).toBe('wrong_password');
    expect((await trail()).slice(-1)).toMatchObject([{ action: 'password_change', outcome: 'refused' }]);
    expect(await alive()).toEqual([here, there, other].sort());
  });

  it('is not guessed at: after ten tries even the right one must wait', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      await refusal(changePassword(asAgent(), { present: 'no idea', next: fresh }));
    }
    const right = changePassword(asAgent(), { present: old, next: fresh });
    expect((await refusal(right)).code).toBe('rate_limited');
  });

  it('may not be what everybody guesses', async () => {
    const weak = changePassword(asAgent(), { present: old, next: 'One agent 1234' });
    expect(await refusal(weak)).toMatchObject({ details: { fields: { password: 'personal' } } });
  });
});

describe('the own sessions', () => {
  it('are listed with where and when, and those of others are not', async () => {
    const listed = await listSessions(asAgent());
    expect(listed.map(({ id }) => id).sort()).toEqual([here, there].sort());
    const at = { createdAt: testStart, activeAt: testStart };
    expect(listed).toContainEqual({ id: here, address: '192.0.2.7', userAgent: 'Firefox/1', ...at });
  });

  it('end one by one, and nobody ends those of others', async () => {
    await endSession(asAgent(), { sessionId: there });
    for (const sessionId of [there, other, randomUUID()]) {
      expect((await refusal(endSession(asAgent(), { sessionId }))).code).toBe('session_unknown');
    }
    expect(await alive()).toEqual([here, other].sort());
  });

  it('end all but this one', async () => {
    expect(await endOtherSessions(asAgent())).toEqual({ ended: 1 });
    expect(await alive()).toEqual([here, other].sort());
  });
});
