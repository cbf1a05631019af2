import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getPasswordHash } from '@/lib/db/accounts';
import { deleteSetupToken, saveSetupToken } from '@/lib/db/account-links';
import { auditEntries, sessions, setupToken, users } from '@/lib/db/schema';
import { insertSession } from '@/lib/db/sessions';
import { noOrigin } from '@/lib/domain/audit';
import { atMs, testStart } from '@/lib/domain/test-ping';
import { changeUser } from './change-user';
import type { OpenContext, System } from './context';
import { inviteUser } from './invite-user';
import { makeUserLink } from './make-user-link';
import { openLink } from './open-link';
import { setUp } from './set-up';
import { takeUpLink } from './take-up-link';
import { person, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const agent = person('agent');
const password = 'la vaca come pasto';
const eva = { name: 'Eva Ríos', email: 'eva@example.com', role: 'agent' } as const;
const newToken = () => randomBytes(32).toString('base64url');
const stranger = (system: System = test.system): OpenContext => ({
  ...system,
  actor: null,
  origin: noOrigin,
});
const invite = async () => (await inviteUser(test.as(person('admin')), eva)).link.token;
const reset = async () => (await makeUserLink(test.as(person('admin')), { userId: agent.id })).link.token;
const lastTrace = async () =>
  (await test.store.db.select().from(auditEntries).orderBy(auditEntries.id)).slice(-1)[0];

describe('a link', () => {
  it('tells whose it is, and gives that person the chosen password', async () => {
    const token = await invite();
    expect(await openLink(stranger(), { token })).toMatchObject({ kind: 'invite', user: eva });
    expect(await takeUpLink(stranger(), { token, password })).toEqual({ email: eva.email });
    const [row] = await test.store.db.select().from(users).where(eq(users.email, eva.email));
    expect(await getPasswordHash(test.store.db, row?.id ?? '')).toBe(`hash of ${password}`);
    expect(await lastTrace()).toMatchObject({ action: 'link_use', outcome: 'done', actorId: row?.id });
  });

  it('works once', async () => {
    const token = await invite();
    await takeUpLink(stranger(), { token, password });
    for (const again of [openLink(stranger(), { token }), takeUpLink(stranger(), { token, password })]) {
      expect((await refusal(again)).code).toBe('link_invalid');
    }
    expect(await lastTrace()).toMatchObject({
      action: 'link_use',
      outcome: 'refused',
      actorKind: 'anonymous',
    });
  });

  it('works once for two who use it at the same moment', async () => {
    const token = await invite();
    const there = stranger(test.anotherInstance('there'));
    const outcomes = await Promise.allSettled([
      takeUpLink(stranger(), { token, password }),
      takeUpLink(there, { token, password: 'otra frase de paso' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is over after an hour, when a newer one was made, when the account is disabled, and when it was guessed', async () => {
    const first = await reset();
    test.move(3_599_999);
    expect((await openLink(stranger(), { token: first })).kind).toBe('reset');
    test.move(1);
    const second = await reset();
    const third = await reset();
    const isInvalid = async (token: string) => (await refusal(openLink(stranger(), { token }))).code;
    expect(await isInvalid(first)).toBe('link_invalid');
    expect(await isInvalid(second)).toBe('link_invalid');
    await changeUser(test.as(person('admin')), { userId: agent.id, change: { disabled: true } });
    expect(await isInvalid(third)).toBe('link_invalid');
    expect(await isInvalid(newToken())).toBe('link_invalid');
  });

  it('ends the sessions of its person, because it may have been asked for just for that', async () => {
    const id = randomUUID();
    const times = { createdAt: testStart, expiresAt: atMs(3_600_000) };
    await insertSession(test.store.db, { id, userId: agent.id, ...times });
    await takeUpLink(stranger(), { token: await reset(), password });
    const [row] = await test.store.db.select().from(sessions);
    expect(row?.revokedAt).toEqual(testStart);
  });

  it('is not used up by a password that cannot be taken', async () => {
    const token = await invite();
    const weak = takeUpLink(stranger(), { token, password: 'password1234' });
    expect(await refusal(weak)).toMatchObject({
      code: 'weak_password',
      details: { fields: { password: 'common' } },
    });
    await takeUpLink(stranger(), { token, password });
  });

  it('is not guessed at: after sixty tries from one place the next must wait', async () => {
    const token = await invite();
    const from = (address: string) => ({ ...stranger(), origin: { ...noOrigin, address } });
    for (let tries = 0; tries < 60; tries += 1) {
      await refusal(openLink(from('192.0.2.1'), { token: newToken() }));
    }
    const { code, details } = await refusal(openLink(from('192.0.2.1'), { token }));
    expect([code, details.retryAfterSeconds]).toEqual(['rate_limited', 900]);
    expect((await openLink(from('192.0.2.2'), { token })).user.email).toBe(eva.email);
  });
});

describe('the first run', () => {
  const first = { name: 'Andrés Gil', email: 'andres@example.com', password };
  const token = newToken();

  beforeEach(async () => {
    await test.store.db.delete(users);
    await saveSetupToken(test.store.db, token, testStart);
  });

  it('makes one administrator, and then is over for ever', async () => {
    expect(await setUp(stranger(), { ...first, token })).toEqual({ email: first.email });
    const rows = await test.store.db.select().from(users);
    expect(rows).toMatchObject([{ email: first.email, role: 'admin', passwordHash: `hash of ${password}` }]);
    expect(await test.store.db.$count(setupToken)).toBe(0);
    expect(await lastTrace()).toMatchObject({ action: 'setup', outcome: 'done', actorId: rows[0]?.id });
    const again = setUp(stranger(), { ...first, email: 'other@example.com', token });
    expect((await refusal(again)).code).toBe('setup_closed');
  });

  it('is won by one of two at the same moment', async () => {
    const there = stranger(test.anotherInstance('there'));
    const outcomes = await Promise.allSettled([
      setUp(stranger(), { ...first, token }),
      setUp(there, { ...first, email: 'other@example.com', token }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await test.store.db.$count(users)).toBe(1);
  });

  it('refuses every token but the one that was printed last, and a password that anybody guesses', async () => {
    const newer = newToken();
    await saveSetupToken(test.store.db, newer, testStart);
    for (const wrong of [token, newToken()]) {
      expect((await refusal(setUp(stranger(), { ...first, token: wrong }))).code).toBe('link_invalid');
    }
    const weak = setUp(stranger(), { ...first, password: 'contraseña123', token: newer });
    expect((await refusal(weak)).code).toBe('weak_password');
    expect(await test.store.db.$count(users)).toBe(0);
    expect(await lastTrace()).toMatchObject({ action: 'setup', outcome: 'refused' });
    await setUp(stranger(), { ...first, token: newer });
  });

  it('is not open without a token, nor beside an account that the command line made', async () => {
    await deleteSetupToken(test.store.db);
    expect((await refusal(setUp(stranger(), { ...first, token }))).code).toBe('link_invalid');
    await test.reset();
    await saveSetupToken(test.store.db, token, testStart);
    expect((await refusal(setUp(stranger(), { ...first, token }))).code).toBe('setup_closed');
  });

  it('keeps the token nowhere in clear', async () => {
    expect(JSON.stringify(await test.store.db.select().from(setupToken))).not.toContain(token);
  });
});
