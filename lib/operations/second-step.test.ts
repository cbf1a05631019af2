import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateAccount } from '@/lib/db/accounts';
import { auditEntries, recoveryCodes, sessions, users } from '@/lib/db/schema';
import { takeRecoveryCode, takeStep } from '@/lib/db/second-steps';
import { getSessionActor, insertSession } from '@/lib/db/sessions';
import { allow, can, PERMISSIONS, type Action, type Role } from '@/lib/domain/role';
import { defaultSettings } from '@/lib/domain/settings';
import { atMs, testStart } from '@/lib/domain/test-ping';
import { secondSteps } from '@/lib/second-step';
import { confirmSecondStep } from './confirm-second-step';
import { readSecondStep } from './read-second-step';
import { renewRecoveryCodes } from './renew-recovery-codes';
import { resetUserSecondStep } from './reset-user-second-step';
import { startSecondStep } from './start-second-step';
import { person, refusal, testSystem, type TestSystem } from './test-system';
import { turnOffSecondStep } from './turn-off-second-step';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
const me = person('agent');
const password = 'tres tristes tigres';
beforeEach(async () => {
  await test.reset();
  await updateAccount(test.store.db, me.id, { passwordHash: `hash of ${password}` });
});
afterAll(() => test.close());

const ctx = () => test.as(me);
const codeOf = (secret: string, ms = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: test.system.now().getTime() + ms });
const row = async () => (await test.store.db.select().from(users).where(eq(users.id, me.id)))[0];
const trail = () => test.store.db.select().from(auditEntries).orderBy(auditEntries.id);

async function enrol(): Promise<{ secret: string; codes: string[] }> {
  const { secret } = await startSecondStep(ctx());
  return { secret, codes: await confirmSecondStep(ctx(), { code: codeOf(secret) }) };
}

describe('setting up', () => {
  it('is off until the first code, then on with ten recovery codes, and none of it lies in clear', async () => {
    const { secret, uri } = await startSecondStep(ctx());
    expect(uri).toContain(encodeURIComponent(secret));
    expect(await readSecondStep(ctx())).toMatchObject({ state: 'off', recoveryCodes: 0 });
    const codes = await confirmSecondStep(ctx(), { code: ` ${codeOf(secret)} ` });
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
    expect(await readSecondStep(ctx())).toEqual({
      state: 'on',
      since: testStart,
      recoveryCodes: 10,
      isRequired: false,
    });
    const kept = JSON.stringify([
      await row(),
      await test.store.db.select().from(recoveryCodes),
      await trail(),
    ]);
    for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) {
      expect(kept).not.toContain(text);
    }
    expect((await trail()).at(-1)).toMatchObject({ action: 'totp_change', outcome: 'done', targetId: me.id });
  });

  it('a wrong code turns nothing on, and ten of them are enough', async () => {
    const { secret } = await startSecondStep(ctx());
    for (let i = 0; i < 10; i += 1) {
      expect((await refusal(confirmSecondStep(ctx(), { code: '000000' }))).code).toBe('wrong_code');
    }
    const right = confirmSecondStep(ctx(), { code: codeOf(secret) });
    expect((await refusal(right)).code).toBe('rate_limited');
    expect((await row())?.totpConfirmedAt).toBeNull();
  });

  it('a secret asked for again takes the place of the one before', async () => {
    const first = await startSecondStep(ctx());
    const second = await startSecondStep(ctx());
    const old = confirmSecondStep(ctx(), { code: codeOf(first.secret) });
    expect((await refusal(old)).code).toBe('wrong_code');
    await confirmSecondStep(ctx(), { code: codeOf(second.secret) });
  });

  it('of what is on, or of somebody without a password, is refused', async () => {
    await enrol();
    expect((await refusal(startSecondStep(ctx()))).code).toBe('conflict');
    expect((await refusal(confirmSecondStep(ctx(), { code: '000000' }))).code).toBe('conflict');
    await test.store.db.update(users).set({ passwordHash: null, totpConfirmedAt: null });
    expect((await refusal(startSecondStep(ctx()))).code).toBe('conflict');
  });

  it('by two at once turns it on once', async () => {
    const { secret } = await startSecondStep(ctx());
    const code = codeOf(secret);
    const both = await Promise.allSettled([1, 2].map(() => confirmSecondStep(ctx(), { code })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await test.store.db.$count(recoveryCodes)).toBe(10);
  });
});

describe('a code', () => {
  it('works once, and no older one after it, however many try at once', async () => {
    await enrol();
    const secret = (await row())?.totpSecret ?? '';
    const step = Math.floor(testStart.getTime() / 30_000);
    const take = (at: number) => takeStep(test.store.db, me.id, { secret, step: at });
    expect(await take(step), 'that of the enrolment is used up').toBe(false);
    const results = await Promise.all(Array.from({ length: 8 }, () => take(step + 1)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await take(step)).toBe(false);
  });

  it('for a lost phone works once, however many try at once, and for its owner alone', async () => {
    const { codes } = await enrol();
    const take = (id: string) => takeRecoveryCode(test.store.db, id, codes[0] ?? '', testStart);
    expect(await take(person('admin').id)).toBe(false);
    const results = await Promise.all(Array.from({ length: 8 }, () => take(me.id)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await readSecondStep(ctx())).toMatchObject({ recoveryCodes: 9 });
  });
});

describe('turning off and new codes', () => {
  it.each([
    ['the password', () => password],
    ['a code of the app', (secret: string) => codeOf(secret, 30_000)],
  ])('need %s', async (_what, proofOf) => {
    const { secret, codes } = await enrol();
    const wrong = turnOffSecondStep(ctx(), { proof: 'not my password' });
    expect((await refusal(wrong)).code).toBe('wrong_proof');
    expect((await refusal(renewRecoveryCodes(ctx(), { proof: '000000' }))).code).toBe('wrong_proof');
    expect(await turnOffSecondStep(ctx(), { proof: proofOf(secret) })).toMatchObject({ state: 'off' });
    expect(await row()).toMatchObject({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null });
    expect(await test.store.db.$count(recoveryCodes)).toBe(0);
    expect(codes).toHaveLength(10);
    const outcomes = (await trail()).slice(-4).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['done', 'refused', 'refused', 'done']);
  });

  it('a proof by code is used up by it', async () => {
    const { secret } = await enrol();
    const proof = codeOf(secret, 30_000);
    await renewRecoveryCodes(ctx(), { proof });
    expect((await refusal(turnOffSecondStep(ctx(), { proof }))).code).toBe('wrong_proof');
  });

  it('new codes end the ones before', async () => {
    const { codes } = await enrol();
    const renewed = await renewRecoveryCodes(ctx(), { proof: password });
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
    expect(await takeRecoveryCode(test.store.db, me.id, codes[0] ?? '', testStart)).toBe(false);
    expect(await takeRecoveryCode(test.store.db, me.id, renewed[0] ?? '', testStart)).toBe(true);
  });

  it('an administrator turns it off for somebody, and the trail says for whom', async () => {
    await enrol();
    const admin = test.as(person('admin'));
    expect(await resetUserSecondStep(admin, { userId: me.id })).toMatchObject({ hasSecondStep: false });
    expect((await trail()).at(-1)).toMatchObject({ action: 'totp_change', targetId: me.id });
    const before = (await trail()).length;
    await resetUserSecondStep(admin, { userId: me.id });
    expect(await trail(), 'what was off leaves nothing').toHaveLength(before);
    expect((await refusal(resetUserSecondStep(admin, { userId: randomUUID() }))).code).toBe('user_unknown');
  });
});

it('after a change of NEXTAUTH_SECRET it says so, and the password turns it off', async () => {
  await enrol();
  const other = test.as(me, { secondSteps: secondSteps('another secret of another day, long') });
  expect(await readSecondStep(other)).toMatchObject({ state: 'unreadable', recoveryCodes: 10 });
  expect((await refusal(turnOffSecondStep(other, { proof: '123456' }))).code).toBe('wrong_proof');
  expect(await turnOffSecondStep(other, { proof: password })).toMatchObject({ state: 'off' });
});

describe('where the setting asks for it', () => {
  const settings = { ...defaultSettings, requireSecondStep: true };

  async function actorOf(role: Role, method: 'password' | 'sso') {
    const id = randomUUID();
    const times = { createdAt: testStart, expiresAt: atMs(3_600_000) };
    await insertSession(test.store.db, { id, userId: person(role).id, method, ...times });
    const actor = await getSessionActor(test.store.db, id, testStart, settings);
    await test.store.db.delete(sessions).where(eq(sessions.id, id));
    if (actor?.kind !== 'user') throw new Error('there is no such session');
    return actor;
  }

  it('only a supervisor or an administrator who came in with a password and has none must set it up', async () => {
    const due = async (role: Role, method: 'password' | 'sso') =>
      (await actorOf(role, method)).mustEnrol ?? false;
    expect(await due('technician', 'password')).toBe(false);
    expect(await due('agent', 'password')).toBe(false);
    expect(await due('supervisor', 'password')).toBe(true);
    expect(await due('admin', 'password')).toBe(true);
    expect(await due('admin', 'sso')).toBe(false);
    await test.store.db.update(users).set({ totpConfirmedAt: testStart });
    expect(await due('admin', 'password')).toBe(false);
  });

  it('and can do nothing before but look after the own account', async () => {
    const actor = await actorOf('admin', 'password');
    const open = (Object.keys(PERMISSIONS) as Action[]).filter((action) => can(actor, action));
    expect(open).toEqual(['profile:own']);
    expect(() => allow(actor, 'user:manage')).toThrow(
      expect.objectContaining({ code: 'second_step_required' }),
    );
  });
});
