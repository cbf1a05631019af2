import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { changeAccount, makeAccount } from './accounts';
import { cookiesIn, dataOf, form, json, person, profile, sendForm, SESSION } from './attempts';
import { environment } from './environment';
import { expect, test } from './fixtures';
import { rawRequest, type RawAnswer } from './raw-request';

// What somebody tried who wanted to get in, and is in no other story of doors.

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a session that was made up, cut, changed or shown elsewhere is nobody, and costs nothing', async () => {
  const { cookie } = await person('forger', 'admin');
  const good = new RegExp(`${SESSION}=([^;]+)`).exec(cookie)?.[1] ?? '';
  const sid = { sid: '00000000-0000-4000-8000-000000000000', exp: 9_999_999_999 };
  const slow = { alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 100_000_000, p2s: part('salt') };
  const rest = `${part('key')}.${part('iv')}.${part('text')}.${part('tag')}`;
  for (const made of [
    `${part({ alg: 'none' })}.${part(sid)}.`,
    `${part({ alg: 'HS256' })}.${part(sid)}.${part('x')}`,
    `${part(slow)}.${rest}`,
    `${good.slice(0, -3)}AAA`,
    good.slice(0, 50),
    '....',
    'A'.repeat(8000),
    '%E0%A4%A',
  ]) {
    const startedAt = performance.now();
    expect((await profile({ cookie: `${SESSION}=${made}` })).status, made.slice(0, 60)).toBe(401);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  }
  const elsewhere: Record<string, string>[] = [
    { authorization: `Bearer ${good}` },
    { cookie: `__Host-${SESSION}=${good}` },
    { cookie: `__Secure-${SESSION}=${good}` },
  ];
  for (const shown of elsewhere) {
    expect((await profile(shown)).status, JSON.stringify(shown).slice(0, 40)).toBe(401);
  }
  expect((await profile({ cookie: `${SESSION}=${good}` })).status).toBe(200);
});

test('a session that somebody planted is not taken over, and one that ended stays so', async () => {
  const [victim, planter] = [await makeAccount('victim', 'agent'), await person('planter', 'technician')];
  const planted = planter.cookie.split('; ').find((one) => one.startsWith(SESSION)) ?? '';
  const entered = await sendForm('callback/credentials', victim, [planted]);
  const own = cookiesIn(entered).find((one) => one.startsWith(SESSION)) ?? '';
  expect(own).not.toBe('');
  expect(own).not.toBe(planted);
  expect((await profile({ cookie: own })).text).toContain(victim.email);
  expect((await profile({ cookie: planter.cookie })).text).toContain(planter.email);

  expect((await sendForm('signout', {}, [own])).status).toBe(200);
  expect((await profile({ cookie: own })).status).toBe(401);
  const renewed = cookiesIn(await rawRequest({ path: '/api/auth/session', headers: { cookie: own } }));
  expect((await profile({ cookie: renewed.join('; ') })).status).toBe(401);
});

test('a planted address in the sign-in is refused kindly, and the browser is rid of it', async () => {
  for (const planted of ['javascript:alert(1)', `${environment().BASE_URL}.evil.example/x`, 'no address']) {
    const value = encodeURIComponent(planted);
    for (const [path, cookie] of [
      [`/api/auth/csrf?callbackUrl=${value}`, ''],
      ['/api/auth/csrf', `next-auth.callback-url=${value}`],
      ['/api/auth/session', `next-auth.callback-url=${value}`],
    ]) {
      const answer = await rawRequest({ path: path ?? '', headers: { cookie: cookie ?? '' } });
      expect(answer.status, `${path} ${cookie}`).toBe(400);
      expect(String(answer.headers['set-cookie'])).toMatch(/^next-auth\.callback-url=; Path=\/; Max-Age=0/);
    }
  }
});

test('the sign-in reads a form and nothing else, and only under the paths it has', async () => {
  for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain']) {
    for (const data of ['{', 'null', '{"email":{"$ne":1},"password":["x"]}']) {
      const headers = { 'content-type': type };
      const path = '/api/auth/callback/credentials';
      expect((await rawRequest({ method: 'POST', path, headers, data })).status).toBe(415);
    }
  }
  for (const path of ['callback%2fcredentials', 'callback/credentials/x', 'constructor', '__proto__']) {
    const answer = await rawRequest({ method: 'POST', path: `/api/auth/${path}`, headers: form, data: '' });
    expect(answer.status, path).toBe(404);
  }
});

test('no answer tells an account that exists from one that does not', async () => {
  const [known, disabled] = [await makeAccount('known', 'agent'), await makeAccount('gone', 'agent')];
  await changeAccount(disabled.email, { disabledAt: new Date() });
  const answers = [];
  for (const email of [known.email, disabled.email, `nobody-${randomBytes(4).toString('hex')}@x.example`]) {
    const answer = await sendForm('callback/credentials', { email, password: 'not this one' });
    answers.push([answer.status, answer.text, Object.keys(answer.headers).sort()]);
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('a link is used by one of eight at once, and ends with the administrator who had put it aside', async () => {
  const [admin, evil] = [await person('first', 'admin'), await person('second', 'admin')];
  const as = ({ cookie }: { cookie: string }, method: string, path: string, body: unknown) =>
    rawRequest({ method, path, headers: { ...json, cookie }, data: JSON.stringify(body) });
  const madeSchema = z.object({ user: z.object({ user_id: z.uuid() }), link: z.object({ url: z.url() }) });
  const linkOf = (answer: RawAnswer) => {
    const { user, link } = madeSchema.parse(dataOf(answer));
    return { id: user.user_id, token: new URL(link.url).hash.slice(1) };
  };
  const use = (token: string) =>
    rawRequest({
      method: 'POST',
      path: '/api/v1/account-link/use/',
      headers: json,
      data: JSON.stringify({ token, password: `una clave larga ${randomBytes(6).toString('hex')}` }),
    });
  const email = `link-${randomBytes(4).toString('hex')}@stories.example`;
  const invited = linkOf(
    await as(admin, 'POST', '/api/v1/users/', { name: 'Ana Vega', email, role: 'agent' }),
  );
  const uses = await Promise.all(Array.from({ length: 8 }, () => use(invited.token)));
  expect(uses.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(404)]);

  const aside = linkOf(await as(evil, 'POST', `/api/v1/users/${invited.id}/link/`, {}));
  const people = z.object({ items: z.array(z.object({ user_id: z.uuid(), email: z.string() })) });
  const list = people.parse(
    dataOf(await rawRequest({ path: '/api/v1/users/?limit=100', headers: { cookie: admin.cookie } })),
  );
  const evilId = list.items.find((one) => one.email === evil.email)?.user_id ?? '';
  expect((await as(admin, 'PATCH', `/api/v1/users/${evilId}/`, { disabled: true })).status).toBe(200);
  expect((await use(aside.token)).status).toBe(404);
});

test('the second step is not skipped, and one code lets in one of six at once', async () => {
  const account = await person('second-step', 'supervisor');
  const post = (path: string, body: unknown) =>
    rawRequest({
      method: 'POST',
      path: `/api/v1/profile/second-step/${path}`,
      headers: { ...json, cookie: account.cookie },
      data: JSON.stringify(body),
    });
  const { secret } = z.object({ secret: z.string() }).parse(dataOf(await post('', {})));
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  const before = app.generate({ timestamp: Date.now() - 30_000 });
  const confirmed = await post('confirm/', { code: before });
  const codes = z.object({ recovery_codes: z.array(z.string()) }).parse(dataOf(confirmed)).recovery_codes;

  const { email, password } = account;
  const enter = (code: string | null) =>
    sendForm('callback/credentials', { email, password, ...(code === null ? {} : { code }) });
  const skipped = await enter(null);
  expect([skipped.status, cookiesIn(skipped).join().includes(SESSION)]).toEqual([401, false]);
  const recovery = codes[0] ?? '';
  const entered = await Promise.all(Array.from({ length: 6 }, () => enter(recovery)));
  expect(entered.filter(({ status }) => status === 200)).toHaveLength(1);
  for (const path of ['', 'turn-off/', 'recovery-codes/']) {
    expect((await post(path, {})).status, path).toBeGreaterThanOrEqual(400);
  }
});
