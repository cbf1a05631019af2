import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IdleLimits } from '@/lib/domain/idle-limit';
import type { Role, Scope } from '@/lib/domain/role';
import { defaultSettings } from '@/lib/domain/settings';
import { atMs, testStart } from '@/lib/domain/test-ping';
import { getTokenActor, insertApiToken } from './api-tokens';
import { apiTokens, sessions, users } from './schema';
import { getSessionActor, insertSession, revokeSession, revokeSessionsOf, touchSession } from './sessions';
import { testStore, type TestStore } from './test-store';
import { getUserForSignIn, insertUser, listUsers, updateUser } from './users';

let store: TestStore;

beforeAll(async () => {
  store = await testStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

async function account(role: Role = 'agent', email = 'ana@example.com'): Promise<string> {
  const id = randomUUID();
  await insertUser(store.db, { id, email, name: 'Ana', role, passwordHash: 'hash' });
  return id;
}

async function session(userId: string, hours = 12): Promise<string> {
  const id = randomUUID();
  const expiresAt = atMs(hours * 3_600_000);
  await insertSession(store.db, { id, userId, createdAt: testStart, expiresAt });
  return id;
}

describe('a session', () => {
  it('stands for its person, with the role of today', async () => {
    const userId = await account('agent');
    const id = await session(userId);
    const actor = { kind: 'user', id: userId, name: 'Ana', email: 'ana@example.com', sessionId: id };
    expect(await getSessionActor(store.db, id, testStart, defaultSettings)).toEqual({
      ...actor,
      role: 'agent',
    });
    await store.db.update(users).set({ role: 'technician' }).where(eq(users.id, userId));
    expect(await getSessionActor(store.db, id, testStart, defaultSettings)).toEqual({
      ...actor,
      role: 'technician',
    });
  });

  it('is nobody from the moment at which it expires', async () => {
    const id = await session(await account(), 1);
    expect(await getSessionActor(store.db, id, atMs(3_599_999), defaultSettings)).not.toBeNull();
    expect(await getSessionActor(store.db, id, atMs(3_600_000), defaultSettings)).toBeNull();
  });

  it('that was revoked is nobody, and the others of the person go on', async () => {
    const userId = await account();
    const [first, second] = [await session(userId), await session(userId)];
    await revokeSession(store.db, first, testStart);
    expect(await getSessionActor(store.db, first, testStart, defaultSettings)).toBeNull();
    expect(await getSessionActor(store.db, second, testStart, defaultSettings)).not.toBeNull();
  });

  it('is nobody once all sessions of the person are revoked, and other people stay', async () => {
    const [ana, ben] = [await account(), await account('admin', 'ben@example.com')];
    const [first, second, other] = [await session(ana), await session(ana), await session(ben)];
    await revokeSessionsOf(store.db, ana, testStart);
    for (const id of [first, second])
      expect(await getSessionActor(store.db, id, testStart, defaultSettings)).toBeNull();
    expect((await getSessionActor(store.db, other, testStart, defaultSettings))?.name).toBe('Ana');
  });

  it('of a disabled account is nobody, and counts again when the account does', async () => {
    const id = await session(await account());
    await updateUser(store.db, 'ana@example.com', { disabledAt: testStart });
    expect(await getSessionActor(store.db, id, testStart, defaultSettings)).toBeNull();
    await updateUser(store.db, 'ana@example.com', { disabledAt: null });
    expect(await getSessionActor(store.db, id, testStart, defaultSettings)).not.toBeNull();
  });

  it.each([
    ['agent', 60],
    ['supervisor', 60],
    ['admin', 60],
    ['technician', 720],
  ] as const)(
    'of the role %s that was left for %i minutes is nobody, and an operator may say otherwise',
    async (role, minutes) => {
      const id = await session(await account(role), 24);
      const at = (atMinute: number, limits: IdleLimits = defaultSettings) =>
        getSessionActor(store.db, id, atMs(atMinute * 60_000 - 1), limits);
      expect(await at(minutes)).not.toBeNull();
      expect(await at(minutes + 1)).toBeNull();
      const shorter = { idleDeskMinutes: 5, idleTechnicianMinutes: 5 };
      expect(await at(5, shorter)).not.toBeNull();
      expect(await at(6, shorter)).toBeNull();
    },
  );

  it('lives on while its person is active, but not longer than its end', async () => {
    const id = await session(await account(), 3);
    for (let minute = 0; minute < 180; minute += 45) {
      expect(await getSessionActor(store.db, id, atMs(minute * 60_000), defaultSettings)).not.toBeNull();
      await touchSession(store.db, id, atMs(minute * 60_000));
    }
    expect(await getSessionActor(store.db, id, atMs(180 * 60_000), defaultSettings)).toBeNull();
  });

  it('notes activity at most once a minute, and none after its end', async () => {
    const id = await session(await account());
    const activeAt = async () => (await store.db.select().from(sessions))[0]?.activeAt;
    await touchSession(store.db, id, atMs(60_000));
    expect(await activeAt()).toEqual(testStart);
    await touchSession(store.db, id, atMs(60_001));
    expect(await activeAt()).toEqual(atMs(60_001));
    await revokeSession(store.db, id, atMs(70_000));
    await touchSession(store.db, id, atMs(500_000));
    expect(await activeAt()).toEqual(atMs(60_001));
  });

  it('that does not exist is nobody', async () => {
    expect(await getSessionActor(store.db, randomUUID(), testStart, defaultSettings)).toBeNull();
  });
});

describe('an account', () => {
  it('has an email of its own, in lower case', async () => {
    const id = await account();
    const again = {
      id: randomUUID(),
      email: 'ana@example.com',
      name: 'B',
      role: 'admin',
      passwordHash: 'x',
    } as const;
    expect(await insertUser(store.db, again)).toBe(false);
    const capital = insertUser(store.db, { ...again, email: 'Ana@example.com' });
    await expect(capital).rejects.toMatchObject({ cause: { constraint: 'users_email_is_lower_case' } });
    const unknownRole = store.db.update(users).set({ role: 'root' }).where(eq(users.id, id));
    await expect(unknownRole).rejects.toMatchObject({ cause: { constraint: 'users_role_is_known' } });
    expect(await listUsers(store.db)).toMatchObject([{ id, email: 'ana@example.com', role: 'agent' }]);
  });

  it('gives its hash only for signing in', async () => {
    await account();
    expect((await getUserForSignIn(store.db, 'ana@example.com'))?.passwordHash).toBe('hash');
    expect(await getUserForSignIn(store.db, 'nobody@example.com')).toBeNull();
    expect(JSON.stringify(await listUsers(store.db))).not.toContain('hash');
    expect(await updateUser(store.db, 'nobody@example.com', { passwordHash: 'x' })).toBeNull();
  });
});

describe('an API token', () => {
  const token = 'pulso_this-is-the-secret-part';
  async function issue(scopes: Scope[] = ['ping:write', 'ping:read']): Promise<string> {
    const id = randomUUID();
    const entry = { id, name: 'QA bot', token, scopes, createdAt: testStart, expiresAt: atMs(86_400_000) };
    await insertApiToken(store.db, entry);
    return id;
  }

  it('stands for its program with its scopes', async () => {
    const id = await issue();
    expect(await getTokenActor(store.db, token, testStart)).toEqual({
      kind: 'token',
      id,
      name: 'QA bot',
      scopes: ['ping:write', 'ping:read'],
    });
  });

  it('is kept nowhere in clear', async () => {
    await issue();
    expect(JSON.stringify(await store.db.select().from(apiTokens))).not.toContain(token);
  });

  it('is nobody when it is unknown, almost right, or from the moment at which it expires', async () => {
    await issue();
    for (const wrong of ['', token.slice(1), `${token} `, token.toUpperCase()]) {
      expect(await getTokenActor(store.db, wrong, testStart)).toBeNull();
    }
    expect(await getTokenActor(store.db, token, atMs(86_399_999))).not.toBeNull();
    expect(await getTokenActor(store.db, token, atMs(86_400_000))).toBeNull();
  });

  it('that was revoked is nobody', async () => {
    const id = await issue();
    await store.db.update(apiTokens).set({ revokedAt: testStart }).where(eq(apiTokens.id, id));
    expect(await getTokenActor(store.db, token, testStart)).toBeNull();
  });

  it('notes its use at most once a minute, and only when it opened something', async () => {
    await issue();
    const lastUse = async () => (await store.db.select().from(apiTokens))[0]?.lastUsedAt;
    await getTokenActor(store.db, 'wrong', testStart);
    expect(await lastUse()).toBeNull();
    await getTokenActor(store.db, token, testStart);
    await getTokenActor(store.db, token, atMs(59_000));
    expect(await lastUse()).toEqual(testStart);
    await getTokenActor(store.db, token, atMs(60_001));
    expect(await lastUse()).toEqual(atMs(60_001));
  });
});
