import { desc, eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditEntries, knownDevices, rateCounters, sessions, users } from './db/schema';
import { replaceRecoveryCodes } from './db/second-steps';
import { updateUser } from './db/users';
import { noOrigin } from './domain/audit';
import { atMs, testStart } from './domain/test-ping';
import { person, testSystem, type TestSystem } from './operations/test-system';
import { networkOf } from './network-of';
import { hashPassword, needsRehash } from './password';
import { secondSteps } from './second-step';
import { signIn, type SignInAttempt } from './sign-in';
import { forgetFullWindows, MOST_GUESSES } from './sign-in-limits';

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

// Each look at a password is counted, with the hash that it was compared with; real ones would take a minute.
const looks = vi.hoisted(() => [] as string[]);
vi.mock('@node-rs/argon2', () => ({
  hash: async (password: string) => `$argon2id$v=19$m=65536,t=3,p=1$${password}`,
  verify: async (against: string, password: string) => {
    looks.push(against);
    return against.split('$').at(-1) === password;
  },
}));

const email = 'agent@example.com';
const password = 'a password that nobody guesses';
const here = { ...noOrigin, address: '198.51.100.7', userAgent: 'a browser' };

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(async () => {
  await test.reset();
  forgetFullWindows();
  await updateUser(test.store.db, email, { passwordHash: await hashPassword(password) });
  looks.length = 0;
});
afterAll(() => test.close());

const attempt = (change: Partial<SignInAttempt> = {}) =>
  signIn({ email, password, code: null, deviceToken: null, origin: here, ...change });
const guess = (change: Partial<SignInAttempt> = {}) => attempt({ password: 'a wrong guess', ...change });
const from = (address: string) => ({ origin: { ...here, address } });
const trail = () => test.store.db.select().from(auditEntries).orderBy(desc(auditEntries.id));

describe('guessing', () => {
  it('a thousand guesses at once cost ten looks, and all others are told when to come again', async () => {
    const outcomes = await Promise.all(Array.from({ length: 1000 }, () => guess()));
    expect(looks).toHaveLength(10);
    const waits = outcomes.filter(({ kind }) => kind === 'wait');
    expect(waits).toHaveLength(990);
    expect(new Set(waits.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ kind: 'wait', retryAfterSeconds: 900 })]),
    );
    expect(await attempt(), 'not even the right one is looked at').toMatchObject({ kind: 'wait' });
    expect(looks).toHaveLength(10);
    const reasons = (await trail()).slice(0, 11).map(({ changes }) => JSON.stringify(changes));
    expect(
      reasons.filter((text) => text.includes('too_many_guesses')),
      'a flood is one entry',
    ).toHaveLength(1);
  });

  it('that goes on after the limit takes no connection from the desk', async () => {
    for (let i = 0; i < 11; i += 1) await guess();
    const asked = vi.spyOn(test.store.db.$client, 'query');
    const waits = await Promise.all(Array.from({ length: 100 }, () => guess()));
    expect(waits.every(({ kind }) => kind === 'wait')).toBe(true);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it('ends after fifteen minutes', async () => {
    for (let i = 0; i < 11; i += 1) await guess();
    test.move(15 * 60_000 - 1);
    expect(await attempt()).toEqual({ kind: 'wait', retryAfterSeconds: 1 });
    test.move(1);
    expect(await attempt()).toMatchObject({ kind: 'in' });
  });

  it('from one network keeps nobody out elsewhere', async () => {
    for (let i = 0; i < 100; i += 1) await guess(from(`198.51.100.${i}`));
    expect(looks, 'the network counts, not the address').toHaveLength(10);
    expect(await attempt(from('203.0.113.5'))).toMatchObject({ kind: 'in' });
  });

  it('from everywhere ends at the limit of the account, and a browser known there still comes in', async () => {
    const first = await attempt();
    if (first.kind !== 'in') throw new Error('the right password was refused');
    looks.length = 0;
    for (let i = 0; i < 200; i += 1) await guess(from(`10.${i}.0.1`));
    expect(looks).toHaveLength(MOST_GUESSES.account);
    expect(await attempt(from('203.0.113.5'))).toMatchObject({ kind: 'wait' });
    const { deviceToken } = first;
    expect(await attempt({ deviceToken, ...from('203.0.113.5') })).toMatchObject({ kind: 'in', deviceToken });
  });

  it('of many accounts from one address ends at the limit of the address', async () => {
    for (let i = 0; i < 150; i += 1) await guess({ email: `nobody-${i}@example.com` });
    expect(looks).toHaveLength(MOST_GUESSES.address);
    expect(await attempt()).toMatchObject({ kind: 'wait' });
    expect(await attempt(from('198.51.100.8'))).toMatchObject({ kind: 'in' });
  });

  it('of many accounts from ever new addresses of one IPv6 network ends at the same limit', async () => {
    for (let i = 0; i < 150; i += 1) {
      await guess({ email: `nobody-${i}@example.com`, ...from(`2001:db8:1:2::${i.toString(16)}`) });
    }
    expect(looks).toHaveLength(MOST_GUESSES.address);
    expect(await attempt(from('2001:db8:1:2:ffff::1'))).toMatchObject({ kind: 'wait' });
    expect(await attempt(from('2001:db8:1:3::1'))).toMatchObject({ kind: 'in' });
  });

  it('in a known browser is counted too', async () => {
    const first = await attempt();
    const deviceToken = first.kind === 'in' ? first.deviceToken : null;
    looks.length = 0;
    await Promise.all(Array.from({ length: 100 }, () => guess({ deviceToken })));
    expect(looks).toHaveLength(10);
    expect(await attempt(), 'and uses up nothing of the others').toMatchObject({ kind: 'in' });
  });

  it('a browser is known for the account in which it signed in, and for half a year', async () => {
    const first = await attempt();
    const deviceToken = first.kind === 'in' ? first.deviceToken : null;
    for (let i = 0; i < 11; i += 1) await guess({ email: 'admin@example.com', deviceToken });
    expect(await guess({ email: 'admin@example.com', deviceToken })).toMatchObject({ kind: 'wait' });
    test.move(180 * 86_400_000);
    for (let i = 0; i < 11; i += 1) await guess();
    expect(await attempt({ deviceToken })).toMatchObject({ kind: 'wait' });
  });

  it('a good sign-in begins the count of its pair anew and takes its own hits back', async () => {
    for (let round = 0; round < 4; round += 1) {
      for (let i = 0; i < 9; i += 1) await guess();
      expect(await attempt()).toMatchObject({ kind: 'in' });
    }
    for (let i = 0; i < 120; i += 1) expect(await attempt(from('203.0.113.5'))).toMatchObject({ kind: 'in' });
  });

  it('keeps no email and no address in the counters', async () => {
    await guess({ email: 'my password by mistake' });
    const kept = JSON.stringify(await test.store.db.select().from(rateCounters));
    for (const text of ['password', '198.51']) expect(kept).not.toContain(text);
  });
});

describe('a network', () => {
  it.each([
    ['198.51.100.7', '198.51.100.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    [null, 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('enumeration', () => {
  const disable = () => updateUser(test.store.db, email, { disabledAt: testStart });
  const withoutPassword = () =>
    test.store.db.update(users).set({ passwordHash: null }).where(eq(users.email, email));

  it.each([
    ['an account with another password', {}, async () => {}],
    ['an unknown email', { email: 'nobody@example.com' }, async () => {}],
    ['a disabled account', {}, disable],
    ['an account that was invited and has no password yet', {}, withoutPassword],
  ])(
    '%s is refused with the same answer, after one look at a hash and one entry',
    async (_w, change, prepare) => {
      await prepare();
      expect(await guess(change)).toEqual({ kind: 'refused' });
      expect(looks).toHaveLength(1);
      expect(looks[0]).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
      const [entry] = await trail();
      expect(entry).toMatchObject({ actorKind: 'anonymous', action: 'sign_in', outcome: 'refused' });
    },
  );

  it('a disabled account is refused with its right password as well', async () => {
    await disable();
    expect(await attempt()).toEqual({ kind: 'refused' });
    expect(await test.store.db.$count(sessions)).toBe(0);
  });

  it('the trail names an account that exists, and of anything else that was typed only a fingerprint', async () => {
    await guess();
    expect((await trail())[0]).toMatchObject({
      targetKind: 'user',
      targetName: email,
      address: here.address,
    });
    await guess({ email: 'my password by mistake' });
    const [entry] = await trail();
    expect(entry).toMatchObject({ targetKind: 'unknown_email', targetName: null });
    expect(JSON.stringify(entry)).not.toContain('mistake');
  });
});

describe('a good sign-in', () => {
  it('is a session, a known browser, a date and an entry, together', async () => {
    const outcome = await attempt();
    expect(outcome).toMatchObject({ kind: 'in', deviceToken: expect.stringMatching(/^[\w-]{43}$/) });
    const [session] = await test.store.db.select().from(sessions);
    expect(session).toMatchObject({
      userId: person('agent').id,
      method: 'password',
      address: here.address,
      userAgent: here.userAgent,
      activeAt: testStart,
      expiresAt: atMs(12 * 3_600_000),
    });
    const [device] = await test.store.db.select().from(knownDevices);
    expect(JSON.stringify(device)).not.toContain(outcome.kind === 'in' ? outcome.deviceToken : '');
    const [user] = await test.store.db.select().from(users).where(eq(users.email, email));
    expect(user?.lastSignInAt).toEqual(testStart);
    expect((await trail())[0]).toMatchObject({
      actorKind: 'user',
      actorId: person('agent').id,
      action: 'sign_in',
      outcome: 'done',
    });
  });

  it('stores the password anew when it was hashed with other parameters', async () => {
    const old = `$argon2id$v=19$m=19456,t=2,p=1$${password}`;
    expect(needsRehash(old)).toBe(true);
    await updateUser(test.store.db, email, { passwordHash: old });
    expect(await attempt()).toMatchObject({ kind: 'in' });
    const [user] = await test.store.db.select().from(users).where(eq(users.email, email));
    expect(needsRehash(user?.passwordHash ?? '')).toBe(false);
    expect(await attempt()).toMatchObject({ kind: 'in' });
  });
});

describe('the second step', () => {
  const steps = () => test.system.secondSteps;
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  const id = person('agent').id;
  const appCode = (ms = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: test.system.now().getTime() + ms });
  const turnOn = (sealed = steps().seal(secret, id)) =>
    test.store.db
      .update(users)
      .set({ totpSecret: sealed, totpConfirmedAt: testStart })
      .where(eq(users.id, id));

  it('is asked for only after a right password, and nothing is told of it before', async () => {
    await turnOn();
    expect(await guess()).toEqual({ kind: 'refused' });
    expect(await guess({ code: appCode() })).toEqual({ kind: 'refused' });
    expect(await attempt()).toEqual({ kind: 'code_needed' });
    expect(await attempt({ code: appCode() })).toMatchObject({ kind: 'in' });
    expect((await trail())[0]).toMatchObject({ outcome: 'done', changes: { second_step: [null, 'code'] } });
  });

  it('a code lets in once, and the one after it again', async () => {
    await turnOn();
    const code = appCode();
    const all = await Promise.all(Array.from({ length: 4 }, () => attempt({ code })));
    expect(all.map(({ kind }) => kind).sort()).toEqual(['code_wrong', 'code_wrong', 'code_wrong', 'in']);
    expect(await test.store.db.$count(sessions)).toBe(1);
    test.move(30_000);
    expect(await attempt({ code })).toEqual({ kind: 'code_wrong' });
    expect(await attempt({ code: appCode() })).toMatchObject({ kind: 'in' });
  });

  it('a recovery code lets in once', async () => {
    await turnOn();
    await replaceRecoveryCodes(test.store.db, id, ['abcd-efgh-2345-6789']);
    expect(await attempt({ code: 'abcd-efgh-2345-678a' })).toEqual({ kind: 'code_wrong' });
    expect(await attempt({ code: 'ABCDEFGH 23456789' })).toMatchObject({ kind: 'in' });
    expect((await trail())[0]).toMatchObject({ changes: { second_step: [null, 'recovery_code'] } });
    expect(await attempt({ code: 'abcd-efgh-2345-6789' })).toEqual({ kind: 'code_wrong' });
  });

  it('codes are guessed ten times, from wherever, and then even the right one waits', async () => {
    await turnOn();
    for (let i = 0; i < 10; i += 1) {
      expect(await attempt({ code: '000000', ...from(`10.${i}.0.1`) })).toEqual({ kind: 'code_wrong' });
    }
    const right = await attempt({ code: appCode(), ...from('203.0.113.5') });
    expect(right).toEqual({ kind: 'wait', retryAfterSeconds: 900 });
    test.move(15 * 60_000);
    expect(await attempt({ code: appCode(), ...from('203.0.113.5') })).toMatchObject({ kind: 'in' });
  });

  it('being asked for a code costs the account and the address nothing', async () => {
    await turnOn();
    for (let i = 0; i < 120; i += 1) {
      const asked = await attempt(from(`10.${i}.0.1`));
      expect(asked).toEqual({ kind: 'code_needed' });
    }
  });

  it('that was sealed under another secret says so, and a recovery code still lets in', async () => {
    await turnOn(secondSteps('another secret of another day, long').seal(secret, id));
    await replaceRecoveryCodes(test.store.db, id, ['abcd-efgh-2345-6789']);
    expect(await attempt()).toEqual({ kind: 'code_unreadable' });
    expect(await attempt({ code: appCode() })).toEqual({ kind: 'code_unreadable' });
    expect(await attempt({ code: 'abcd-efgh-2345-6789' })).toMatchObject({ kind: 'in' });
  });
});
