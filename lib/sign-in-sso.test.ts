import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditEntries, sessions, users } from './db/schema';
import { noOrigin } from './domain/audit';
import { ssoClaimsSchema, type SsoRules } from './domain/sso';
import { testStart } from './domain/test-ping';
import { testSystem, type TestSystem } from './operations/test-system';
import { signInBySso } from './sign-in-sso';

let test: TestSystem;

vi.hoisted(() => {
  process.env.WISPHUB_API = 'net';
  process.env.WISPHUB_URL = 'http://127.0.0.1:1';
  process.env.WISPHUB_TOKEN = 'a-key-of-this-test-alone';
  process.env.NEXTAUTH_SECRET = 'the secret of this test, long enough';
  process.env.NEXTAUTH_URL = 'http://localhost:3000';
  process.env.LOG_LEVEL = 'silent';
});
vi.mock('./compose', () => ({
  database: () => test.store.db,
  clock: () => ({ now: test.system.now }),
  system: () => test.system,
}));

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const rules: SsoRules = {
  roleClaim: 'groups',
  roleMap: new Map([
    ['noc', 'supervisor'],
    ['helpdesk', 'agent'],
  ]),
  allowedDomains: [],
};
const here = { ...noOrigin, address: '198.51.100.7' };
const come = (said: Record<string, unknown>, change: Partial<SsoRules> = {}) =>
  signInBySso({
    claims: ssoClaimsSchema.parse({
      iss: 'https://id.example.com',
      sub: 's1',
      email_verified: true,
      ...said,
    }),
    rules: { ...rules, ...change },
    origin: here,
  });
const userOf = async (email: string) =>
  (await test.store.db.select().from(users).where(eq(users.email, email)))[0];
const trail = async (count: number) =>
  (await test.store.db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(count)).reverse();
const eva = { email: 'eva@example.com', name: 'Eva Ríos', groups: ['helpdesk'] };

describe('a single sign-on', () => {
  it('of somebody new makes account, session and entries, and none of the claims more than that', async () => {
    const outcome = await come(eva);
    expect(outcome).toHaveProperty('sessionId');
    const user = await userOf(eva.email);
    expect(user).toMatchObject({
      name: 'Eva Ríos',
      role: 'agent',
      passwordHash: null,
      lastSignInAt: testStart,
    });
    const [session] = await test.store.db.select().from(sessions);
    expect(session).toMatchObject({ userId: user?.id, method: 'sso', address: here.address });
    expect(await trail(2)).toMatchObject([
      { actorKind: 'system', action: 'user_add', targetName: eva.email },
      { actorKind: 'user', action: 'sign_in', outcome: 'done', actorId: user?.id },
    ]);
  });

  it('twice at once for the first time makes one account', async () => {
    const both = await Promise.all([come(eva), come(eva)]);
    expect(both.filter((one) => 'sessionId' in one).length).toBeGreaterThanOrEqual(1);
    expect(await test.store.db.$count(users, eq(users.email, eva.email))).toBe(1);
  });

  it('binds an account to its identity, which another subject with that email is not', async () => {
    const email = 'agent@example.com';
    expect(await come({ email, groups: [] })).toHaveProperty('sessionId');
    expect(await come({ email, sub: 's2' })).toEqual({ refusal: 'taken' });
    expect(await come({ email: 'new-address@example.com', groups: [] }), 'the subject counts').toHaveProperty(
      'sessionId',
    );
    expect(await userOf(email)).toMatchObject({ ssoSubject: 's1', role: 'agent' });
  });

  it('follows the claim with the role, and tells the trail', async () => {
    await come(eva);
    await come({ ...eva, groups: ['noc'] });
    expect(await userOf(eva.email)).toMatchObject({ role: 'supervisor' });
    expect((await trail(2))[0]).toMatchObject({
      action: 'user_change',
      changes: { role: ['agent', 'supervisor'] },
    });
    await come({ ...eva, groups: undefined });
    expect(await userOf(eva.email), 'without a claim that maps it stays').toMatchObject({
      role: 'supervisor',
    });
  });

  it('never takes the last administrator away', async () => {
    const claims = { email: 'admin@example.com', groups: ['helpdesk'] };
    expect(await come(claims)).toHaveProperty('sessionId');
    expect(await userOf('admin@example.com')).toMatchObject({ role: 'admin' });
  });

  it.each([
    ['email', { ...eva, email_verified: false }, {}],
    ['email', { groups: ['noc'] }, {}],
    ['domain', eva, { allowedDomains: ['acme.example'] }],
    ['no_role', { ...eva, groups: ['nobody'] }, {}],
  ] as const)(
    'is refused with the word %s, and leaves one entry and nothing else',
    async (word, said, change) => {
      const before = await test.store.db.$count(users);
      expect(await come(said, change)).toEqual({ refusal: word });
      expect(await test.store.db.$count(users)).toBe(before);
      expect(await test.store.db.$count(sessions)).toBe(0);
      const [entry] = await trail(1);
      expect(entry).toMatchObject({ outcome: 'refused', changes: { reason: [null, `sso_${word}`] } });
      expect(JSON.stringify(entry)).not.toContain('eva@');
    },
  );

  it('of a disabled account is refused and binds nothing', async () => {
    await test.store.db
      .update(users)
      .set({ disabledAt: testStart })
      .where(eq(users.email, 'agent@example.com'));
    expect(await come({ email: 'agent@example.com' })).toEqual({ refusal: 'disabled' });
    expect(await userOf('agent@example.com')).toMatchObject({ ssoSubject: null });
  });
});
