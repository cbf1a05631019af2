import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actorOfSession, authOptions, safePath } from './auth';
import { getSessionActor } from './db/sessions';
import { auditEntries, sessions } from './db/schema';
import { updateUser } from './db/users';
import { defaultSettings } from './domain/settings';
import { atMs, testStart } from './domain/test-ping';
import { person, testSystem, type TestSystem } from './operations/test-system';
import { hashPassword } from './password';
import { forgetFullWindows } from './sign-in-limits';
import { signInNotes, type SignInNotes } from './sign-in-notes';

let test: TestSystem;
let passwordHash: string;
const password = 'a password that nobody guesses';

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
  settingsNow: () => ({ read: () => defaultSettings }),
}));

beforeAll(async () => {
  test = await testSystem();
  passwordHash = await hashPassword(password);
});
beforeEach(async () => {
  await test.reset();
  forgetFullWindows();
  await updateUser(test.store.db, 'agent@example.com', { passwordHash });
});
afterAll(() => test.close());

function notesOf(headers: Record<string, string> = {}): SignInNotes {
  return {
    headers: new Headers(headers),
    requestId: randomUUID(),
    error: null,
    deviceToken: null,
    ssoRefusal: null,
  };
}

async function signIn(credentials: Record<string, unknown>, notes = notesOf()): Promise<string | null> {
  const [provider] = authOptions().providers;
  const { authorize } = (provider as unknown as { options: { authorize: (c: unknown) => Promise<unknown> } })
    .options;
  const user = (await signInNotes().run(notes, () => authorize(credentials))) as { id: string } | null;
  return user?.id ?? null;
}

describe('signing in', () => {
  it('with email and password makes a session of twelve hours, and the token knows its id alone', async () => {
    const id = await signIn({ email: ' Agent@Example.com ', password });
    expect(await getSessionActor(test.store.db, id ?? '', testStart, defaultSettings)).toMatchObject({
      role: 'agent',
    });
    const [row] = await test.store.db.select().from(sessions);
    expect(row).toMatchObject({ id, userId: person('agent').id, expiresAt: atMs(12 * 3_600_000) });
    const { callbacks, session, jwt } = authOptions();
    type Jwt = Parameters<NonNullable<NonNullable<typeof callbacks>['jwt']>>[0];
    const given = { token: { name: 'x', email: 'y' }, user: { id } } as unknown as Jwt;
    expect(await callbacks?.jwt?.(given)).toEqual({ sid: id });
    const update = { token: { sid: id }, trigger: 'update', session: { sid: 'other' } } as unknown as Jwt;
    expect(await callbacks?.jwt?.(update)).toEqual({ sid: id });
    expect([session?.maxAge, jwt?.maxAge]).toEqual([12 * 3600, 12 * 3600]);
  });

  it.each([
    ['a wrong password', { email: 'agent@example.com', password: 'another password' }],
    ['an unknown email', { email: 'nobody@example.com', password }],
    ['no password', { email: 'agent@example.com', password: '' }],
    ['a password of megabytes', { email: 'agent@example.com', password: 'x'.repeat(1_000_000) }],
    ['an object for an email', { email: { $ne: '' }, password }],
    ['nothing', {}],
  ])('with %s is nobody and makes no session', async (_what, credentials) => {
    expect(await signIn(credentials)).toBeNull();
    expect(await test.store.db.$count(sessions)).toBe(0);
  });

  it('to a disabled account is nobody and makes no session', async () => {
    await updateUser(test.store.db, 'agent@example.com', { disabledAt: testStart });
    expect(await signIn({ email: 'agent@example.com', password })).toBeNull();
    expect(await test.store.db.$count(sessions)).toBe(0);
  });
});

describe('signing out', () => {
  it('leaves a trace, and only once', async () => {
    const sid = await signIn({ email: 'agent@example.com', password });
    const { events } = authOptions();
    type SignOut = Parameters<NonNullable<NonNullable<typeof events>['signOut']>>[0];
    const traces = () => test.store.db.$count(auditEntries, eq(auditEntries.action, 'sign_out'));
    const before = await traces();
    for (let i = 0; i < 2; i += 1) await events?.signOut?.({ token: { sid } } as unknown as SignOut);
    expect(await traces()).toBe(before + 1);
  });

  it('revokes the session and not only its cookie', async () => {
    const sid = await signIn({ email: 'agent@example.com', password });
    const { events } = authOptions();
    type SignOut = Parameters<NonNullable<NonNullable<typeof events>['signOut']>>[0];
    await events?.signOut?.({ token: { sid } } as unknown as SignOut);
    expect(await getSessionActor(test.store.db, sid ?? '', testStart, defaultSettings)).toBeNull();
  });
});

describe('a session', () => {
  async function cookieOf(sid: string | null): Promise<string> {
    const token = await encode({ token: { sid }, secret: process.env.NEXTAUTH_SECRET ?? '' });
    return `next-auth.session-token=${token}`;
  }
  const MINUTE_MS = 60_000;

  it('is kept alive by what a person does, and not by a page that asks by itself', async () => {
    const cookie = await cookieOf(await signIn({ email: 'agent@example.com', password }));
    const visit = (more: Record<string, string> = {}) => actorOfSession(new Headers({ cookie, ...more }));
    test.move(50 * MINUTE_MS);
    expect(await visit()).not.toBeNull();
    test.move(50 * MINUTE_MS);
    expect(await visit({ 'x-pulso-background': '1' })).not.toBeNull();
    expect(await visit({ 'next-router-prefetch': '1' })).not.toBeNull();
    test.move(10 * MINUTE_MS);
    expect(await visit(), 'sixty minutes after the last thing somebody did').toBeNull();
  });

  it('ends after twelve hours, however active somebody is', async () => {
    const cookie = await cookieOf(await signIn({ email: 'agent@example.com', password }));
    const visit = () => actorOfSession(new Headers({ cookie }));
    for (let half = 0; half < 24; half += 1) {
      expect(await visit()).not.toBeNull();
      test.move(30 * MINUTE_MS);
    }
    expect(await visit()).toBeNull();
  });
});

describe('the way after a sign-in', () => {
  const foreign = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'http://localhost:3000.evil.example/',
    'http://localhost:3000@evil.example/',
    'http://localhost:30001/',
    'http://localhost:3000//evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'evil',
    '',
  ];

  it.each(foreign)('%j stays at home', async (url) => {
    const baseUrl = 'http://localhost:3000';
    const way = await authOptions().callbacks?.redirect?.({ url, baseUrl });
    expect(new URL(way ?? '').origin).toBe(baseUrl);
    expect(new URL(safePath(url), baseUrl).origin).toBe(baseUrl);
  });

  it('leads to the page that was asked for', async () => {
    const baseUrl = 'http://localhost:3000';
    for (const url of ['/pings?mine=1', 'http://localhost:3000/pings?mine=1']) {
      expect(await authOptions().callbacks?.redirect?.({ url, baseUrl })).toBe(`${baseUrl}/pings?mine=1`);
    }
    expect(safePath(null)).toBe('/');
    expect(safePath('/history?q=Ñandú 😀')).toBe('/history?q=%C3%91and%C3%BA %F0%9F%98%80');
    expect(safePath('/\ud800')).toBe('/');
  });
});
