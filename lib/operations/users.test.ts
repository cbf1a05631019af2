import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getLink } from '@/lib/db/account-links';
import { accountLinks, auditEntries, sessions, users } from '@/lib/db/schema';
import { insertSession } from '@/lib/db/sessions';
import { accountState, toAccountItem, type Account } from '@/lib/domain/account';
import { atMs, testStart } from '@/lib/domain/test-ping';
import { changeUser } from './change-user';
import { endUserSessions } from './end-user-sessions';
import { inviteUser } from './invite-user';
import { listUsers } from './list-users';
import { makeUserLink } from './make-user-link';
import { person, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const admin = person('admin');
const agent = person('agent');
const eva = { name: 'Eva Ríos', email: 'eva@example.com', role: 'agent' } as const;
const asAdmin = () => test.as(admin);
const invite = () => inviteUser(asAdmin(), eva);
const change = (userId: string, what: Parameters<typeof changeUser>[1]['change'], by = admin) =>
  changeUser(test.as(by), { userId, change: what });

async function session(userId: string): Promise<string> {
  const id = randomUUID();
  await insertSession(test.store.db, { id, userId, createdAt: testStart, expiresAt: atMs(3_600_000) });
  return id;
}

const isRevoked = async (id: string) =>
  (await test.store.db.select().from(sessions).where(eq(sessions.id, id)))[0]?.revokedAt !== null;
const trail = async () =>
  (await test.store.db.select().from(auditEntries).orderBy(auditEntries.id)).slice(-1)[0];
const find = async (userId: string): Promise<Account | undefined> =>
  (await listUsers(asAdmin(), { limit: 100, after: null })).accounts.find(({ id }) => id === userId);

describe('an invitation', () => {
  it('makes an account without a password, and a link that is kept nowhere in clear', async () => {
    const { account, link } = await invite();
    expect(link).toMatchObject({ kind: 'invite', endsAt: atMs(3_600_000) });
    expect(link.token).toMatch(/^[\w-]{43}$/);
    expect(accountState(account)).toBe('invited');
    expect(await find(account.id)).toMatchObject({ ...eva, linkEndsAt: atMs(3_600_000), lastSignInAt: null });
    const rows = [...(await test.store.db.select().from(accountLinks)), await trail()];
    expect(JSON.stringify(rows)).not.toContain(link.token);
    expect(await trail()).toMatchObject({ action: 'user_invite', targetName: eva.email, actorId: admin.id });
  });

  it('of an email that has an account is refused and leaves nothing', async () => {
    const taken = inviteUser(asAdmin(), { ...eva, email: 'agent@example.com' });
    expect((await refusal(taken)).code).toBe('email_taken');
    expect(await test.store.db.$count(accountLinks)).toBe(0);
  });

  it('sent again ends the link before', async () => {
    const { account } = await invite();
    test.move(1000);
    const again = await makeUserLink(asAdmin(), { userId: account.id });
    expect(again.link.kind).toBe('invite');
    const links = await test.store.db.select().from(accountLinks).orderBy(accountLinks.createdAt);
    expect(links.map(({ usedAt }) => usedAt)).toEqual([atMs(1000), null]);
  });
});

describe('a link to a new password', () => {
  it('is made for somebody who has one, and for nobody who is disabled or unknown', async () => {
    expect((await makeUserLink(asAdmin(), { userId: agent.id })).link.kind).toBe('reset');
    expect(await trail()).toMatchObject({ action: 'user_reset_link' });
    await change(agent.id, { disabled: true });
    expect((await refusal(makeUserLink(asAdmin(), { userId: agent.id }))).code).toBe('user_disabled');
    expect((await refusal(makeUserLink(asAdmin(), { userId: randomUUID() }))).code).toBe('user_unknown');
  });
});

describe('a link that an administrator had put aside', () => {
  it.each([{ disabled: true }, { role: 'technician' } as const])(
    'ends with %j, and so opens no account of a colleague later',
    async (dismissal) => {
      const invited = await inviteUser(asAdmin(), { ...eva, role: 'admin' });
      const maker = { ...admin, id: invited.account.id };
      const { link } = await makeUserLink(test.as(maker), { userId: agent.id });
      const others = await makeUserLink(asAdmin(), { userId: person('supervisor').id });
      await change(maker.id, dismissal);
      expect(await getLink(test.store.db, link.token, test.system.now())).toBeNull();
      expect(await getLink(test.store.db, others.link.token, test.system.now())).not.toBeNull();
    },
  );
});

describe('disabling somebody', () => {
  it('ends sessions and links at once, and says so in one row', async () => {
    const id = await session(agent.id);
    await makeUserLink(asAdmin(), { userId: agent.id });
    expect((await find(agent.id))?.sessions).toBe(1);
    expect(accountState(await change(agent.id, { disabled: true }))).toBe('disabled');
    expect(await isRevoked(id)).toBe(true);
    expect(await find(agent.id)).toMatchObject({ sessions: 0, linkEndsAt: null });
    expect(await trail()).toMatchObject({
      action: 'user_disable',
      changes: { disabled: [false, true] },
    });
  });

  it('is taken back, and the sessions of before stay ended', async () => {
    const id = await session(agent.id);
    await change(agent.id, { disabled: true });
    expect(accountState(await change(agent.id, { disabled: false }))).toBe('active');
    expect(await isRevoked(id)).toBe(true);
    expect(await trail()).toMatchObject({ action: 'user_enable' });
  });

  it('that is so already changes nothing and leaves no trace', async () => {
    await change(agent.id, { disabled: true });
    const before = await test.store.db.$count(auditEntries);
    test.move(1000);
    expect((await change(agent.id, { disabled: true })).disabledAt).toEqual(testStart);
    expect(await test.store.db.$count(auditEntries)).toBe(before);
  });
});

describe('the last administrator', () => {
  it('is neither disabled nor given another role, not even together with a new name', async () => {
    for (const what of [{ disabled: true }, { role: 'agent' }, { name: 'X', role: 'supervisor' }] as const) {
      expect((await refusal(change(admin.id, what))).code).toBe('last_admin');
    }
    expect(await find(admin.id)).toMatchObject({ role: 'admin', disabledAt: null });
    await change(admin.id, { name: 'Renamed' });
    expect((await find(admin.id))?.name).toBe('Renamed');
  });

  it('is still the last beside one who is disabled or has not taken up the invitation', async () => {
    const { account } = await inviteUser(asAdmin(), { ...eva, role: 'admin' });
    await change(agent.id, { role: 'admin' });
    await change(agent.id, { disabled: true });
    expect((await refusal(change(admin.id, { disabled: true }))).code).toBe('last_admin');
    await test.store.db.update(users).set({ passwordHash: 'x' }).where(eq(users.id, account.id));
    await change(admin.id, { role: 'agent' });
    expect((await find(admin.id))?.role).toBe('agent');
  });

  it('remains when two dismiss each other at the same moment, again and again', async () => {
    const other = person('supervisor');
    for (let round = 0; round < 10; round += 1) {
      await test.store.db.update(users).set({ role: 'admin' }).where(eq(users.id, admin.id));
      await test.store.db.update(users).set({ role: 'admin' }).where(eq(users.id, other.id));
      const there = test.as({ ...admin }, test.anotherInstance('there'));
      const outcomes = await Promise.allSettled([
        change(other.id, { role: 'agent' }),
        changeUser(there, { userId: admin.id, change: { disabled: true } }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await test.store.db.update(users).set({ disabledAt: null });
    }
  });
});

describe('the list of accounts', () => {
  it('comes by name, a page at a time, and each account once', async () => {
    await invite();
    const names: string[] = [];
    let after = null;
    do {
      const page = await listUsers(asAdmin(), { limit: 2, after });
      names.push(...page.accounts.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    expect(names).toEqual(['Eva Ríos', 'One admin', 'One agent', 'One supervisor', 'One technician']);
  });

  it('holds no hash and no token', async () => {
    const { link } = await invite();
    const { accounts } = await listUsers(asAdmin(), { limit: 100, after: null });
    const text = JSON.stringify(accounts.map(toAccountItem));
    expect(text).not.toMatch(/hash/i);
    expect(text).not.toContain(link.token);
  });
});

it('the sessions of a person are ended on all devices', async () => {
  const [first, second, other] = [await session(agent.id), await session(agent.id), await session(admin.id)];
  expect((await endUserSessions(asAdmin(), { userId: agent.id })).sessions).toBe(0);
  expect(await Promise.all([first, second, other].map(isRevoked))).toEqual([true, true, false]);
  expect(await trail()).toMatchObject({ action: 'session_end', changes: { sessions: [2, 0] } });
});
