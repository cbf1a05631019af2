import { randomBytes } from 'node:crypto';
import { changeAccount, makeAccount, signIn } from '../accounts';
import { expect, test } from '../fixtures';
import { withOwnServer, type OwnServer } from '../own-server';
import { cookieHeader, rawRequest } from '../raw-request';

const SECRET = randomBytes(32).toString('base64url');

/** Three instances that share their secret, as behind a load balancer. */
const withThree = (use: (servers: OwnServer[]) => Promise<void>) =>
  withOwnServer({ NEXTAUTH_SECRET: SECRET }, (one) =>
    withOwnServer({ NEXTAUTH_SECRET: SECRET }, (two) =>
      withOwnServer({ NEXTAUTH_SECRET: SECRET }, (three) => use([one, two, three])),
    ),
  );

test('signing out, disabling and a change of role act on the next request of every instance', async () => {
  test.slow();
  await withThree(async (servers) => {
    const [home] = servers;
    const statuses = (cookie: string, path = '/api/v1/users/') =>
      Promise.all(
        servers.map(async ({ url }) => (await rawRequest({ origin: url, path, headers: { cookie } })).status),
      );
    const account = await makeAccount('three', 'admin');
    const cookie = cookieHeader((await signIn(account, home?.url)).cookies);
    expect(await statuses(cookie), 'one sign-in opens all three').toEqual([200, 200, 200]);

    await changeAccount(account.email, { role: 'agent' });
    expect(await statuses(cookie), 'a change of role').toEqual([403, 403, 403]);
    await changeAccount(account.email, { role: 'admin', disabledAt: new Date() });
    expect(await statuses(cookie), 'disabling').toEqual([401, 401, 401]);
    await changeAccount(account.email, { disabledAt: null });
    expect(await statuses(cookie)).toEqual([200, 200, 200]);

    const csrf = await rawRequest({ origin: home?.url, path: '/api/auth/csrf', headers: { cookie } });
    const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
    await rawRequest({
      origin: home?.url,
      method: 'POST',
      path: '/api/auth/signout',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      data: new URLSearchParams({ csrfToken, json: 'true' }).toString(),
    });
    expect(await statuses(cookie), 'the old cookie after signing out').toEqual([401, 401, 401]);
  });
});

test('a thousand guesses at once are ten looks at a password and 990 waits, and a known browser comes in', async () => {
  test.slow();
  await withOwnServer({ TRUSTED_PROXY_HOPS: '1' }, async ({ url }) => {
    const account = await makeAccount('guessed', 'agent');
    const { cookies } = await signIn(account, url);
    const device = cookieHeader(cookies.filter(({ name }) => name === 'pulso-device'));
    expect(device).toMatch(/^pulso-device=[\w-]{43}$/);
    const csrf = await rawRequest({ origin: url, path: '/api/auth/csrf' });
    const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
    const token = String([csrf.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
    const tryOne = (password: string, cookie: string, address: string) =>
      rawRequest({
        origin: url,
        method: 'POST',
        path: '/api/auth/callback/credentials',
        headers: {
          cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': `203.0.113.1, ${address}`,
        },
        data: new URLSearchParams({ csrfToken, email: account.email, password, json: 'true' }).toString(),
      });
    const guesses = await Promise.all(
      Array.from({ length: 1000 }, (_each, at) => tryOne(`a guess ${at}`, token, '198.51.100.9')),
    );
    const count = (wanted: number) => guesses.filter(({ status }) => status === wanted).length;
    expect([count(401), count(429)]).toEqual([10, 990]);
    const refused = guesses.find(({ status }) => status === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(800);
    expect(new Set(guesses.filter(({ status }) => status === 401).map(({ text }) => text)).size).toBe(1);

    expect((await tryOne(account.password, token, '198.51.100.77')).status, 'the same network').toBe(429);
    expect((await tryOne(account.password, `${token}; ${device}`, '198.51.100.9')).status).toBe(200);
    expect((await tryOne(account.password, token, '192.0.2.1')).status, 'another network').toBe(200);
  });
});

test('over https the cookies are bound to the host, and browsers are told to stay with https', async () => {
  await withOwnServer({ NEXTAUTH_URL: 'https://pulso.example' }, async ({ url }) => {
    const account = await makeAccount('https', 'agent');
    const csrf = await rawRequest({ origin: url, path: '/api/auth/csrf' });
    expect(csrf.headers['strict-transport-security']).toBe('max-age=31536000');
    const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
    const cookie = String([csrf.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
    const entered = await rawRequest({
      origin: url,
      method: 'POST',
      path: '/api/auth/callback/credentials',
      headers: {
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-host': 'evil.example',
      },
      data: new URLSearchParams({ csrfToken, ...account, json: 'true' }).toString(),
    });
    expect([entered.status, JSON.parse(entered.text)]).toEqual([200, { url: 'https://pulso.example' }]);
    const set = [entered.headers['set-cookie']].flat().map(String);
    for (const name of ['__Host-next-auth.session-token', '__Host-pulso-device']) {
      const one = set.find((each) => each.startsWith(`${name}=`)) ?? '';
      expect(one).toMatch(/; Path=\//);
      expect(one).toMatch(/; Secure/);
      expect(one).toMatch(/; HttpOnly/);
      expect(one).toMatch(/; SameSite=Lax/i);
      expect(one, 'a __Host- cookie has no domain').not.toMatch(/Domain=/i);
    }
    const session = set.map((each) => each.split(';')[0]).join('; ');
    const api = await rawRequest({ origin: url, path: '/api/v1/upstream/', headers: { cookie: session } });
    expect(api.status).toBe(200);
  });
});
