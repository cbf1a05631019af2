import { errorMetaSchema, envelopeSchema } from '@/lib/domain/envelope';
import { ROUTE_RULES } from '@/lib/domain/route-rules';
import { accountOf, makeAccount, signIn } from './accounts';
import { filled, requestOf } from './door-table';
import { environment } from './environment';
import { expect, test } from './fixtures';
import { cookieHeader, rawRequest, type RawAnswer } from './raw-request';

const MUTATING = ROUTE_RULES.filter(({ method, path }) => method !== 'GET' && !path.startsWith('/api/auth/'));
const FOREIGN_ORIGINS = [
  'https://evil.example',
  'null',
  'http://localhost.evil.example',
  'http://127.0.0.1:1',
  'file://',
  'not an address',
];
const FORM_TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''];

/** Asserts a refusal in the envelope, whole. */
function isRefusal({ status, text, headers }: RawAnswer, expected: number, code: string): boolean {
  const { ok, meta } = envelopeSchema.parse(JSON.parse(text));
  const told = errorMetaSchema.parse(meta);
  return !ok && status === expected && told.code === code && headers['x-request-id'] === told.request_id;
}

async function administrator(): Promise<string> {
  return cookieHeader((await signIn(await makeAccount('csrf', 'admin'))).cookies);
}

test('no mutation is done for a page of somebody else, whoever is signed in', async () => {
  const cookie = await administrator();
  const wrong: string[] = [];
  for (const origin of FOREIGN_ORIGINS) {
    await Promise.all(
      MUTATING.map(async (rule) => {
        const asked = requestOf(rule);
        const answer = await rawRequest({ ...asked, headers: { ...asked.headers, cookie, origin } });
        if (!isRefusal(answer, 403, 'foreign_origin')) wrong.push(`${origin} ${rule.method} ${rule.path}`);
      }),
    );
  }
  expect(wrong).toEqual([]);
});

test('no mutation is done for what a form can send', async () => {
  const cookie = await administrator();
  const wrong: string[] = [];
  for (const type of FORM_TYPES) {
    await Promise.all(
      MUTATING.map(async (rule) => {
        const asked = requestOf(rule);
        const headers: Record<string, string> = { cookie, ...(type === '' ? {} : { 'content-type': type }) };
        const answer = await rawRequest({ ...asked, headers });
        if (!isRefusal(answer, 415, 'unsupported_media_type'))
          wrong.push(`${type} ${rule.method} ${rule.path}`);
      }),
    );
  }
  expect(wrong).toEqual([]);
});

test('signing in and out is not done for a page of somebody else, nor without the token of our own', async () => {
  const { email, password } = accountOf('agent');
  const data = new URLSearchParams({ email, password, json: 'true' }).toString();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const origin of FOREIGN_ORIGINS) {
    for (const path of ['/api/auth/callback/credentials', '/api/auth/signout']) {
      const answer = await rawRequest({ method: 'POST', path, data, headers: { ...form, origin } });
      expect(isRefusal(answer, 403, 'foreign_origin'), `${origin} ${path}`).toBe(true);
    }
  }
  const { headers } = await rawRequest({
    method: 'POST',
    path: '/api/auth/callback/credentials',
    data,
    headers: form,
  });
  expect(String(headers['set-cookie'])).not.toContain('session-token');
});

test('of next-auth only what this product uses can be reached', async () => {
  for (const path of [
    'signin',
    'signout',
    'error',
    'verify-request',
    'providers',
    'signin/credentials',
    '_log',
  ]) {
    const { status } = await rawRequest({ path: `/api/auth/${path}` });
    expect(status, path).toBe(404);
  }
  for (const path of ['_log', 'signin/credentials', 'session', 'callback/email', 'callback/oidc']) {
    const { status } = await rawRequest({ method: 'POST', path: `/api/auth/${path}`, data: '' });
    expect(status, path).toBe(404);
  }
});

/** Ways to say "another site" in an address, taken from lists of open redirects. */
const HOST = 'evil.example';
const PAYLOADS = [
  ...[
    `https://${HOST}`,
    `http://${HOST}`,
    `HTTPS://${HOST}`,
    `https:${HOST}`,
    `https:/${HOST}`,
    `https:///${HOST}`,
  ],
  ...[
    `//${HOST}`,
    `///${HOST}`,
    `////${HOST}`,
    `/\\${HOST}`,
    `\\\\${HOST}`,
    `\\/${HOST}`,
    `/\\/${HOST}`,
    `\\${HOST}`,
  ],
  ...[
    `/\t/${HOST}`,
    `/\n/${HOST}`,
    `/\r/${HOST}`,
    `/\t\\${HOST}`,
    `\t//${HOST}`,
    ` //${HOST}`,
    `/\u0000/${HOST}`,
  ],
  ...[`/%09/${HOST}`, `/%2f${HOST}`, `/%5c${HOST}`, `%2f%2f${HOST}`, `%5c%5c${HOST}`, `/%2e%2e//${HOST}`],
  ...[
    `/..//${HOST}`,
    `/.//${HOST}`,
    `/./\\${HOST}`,
    `/;//${HOST}`,
    `/?//${HOST}`,
    `/#//${HOST}`,
    `?//${HOST}`,
  ],
  ...[`javascript:alert(1)`, `JaVaScRiPt:alert(1)`, `java\tscript:alert(1)`, `\u0001javascript:alert(1)`],
  ...[`data:text/html,x`, `vbscript:x`, `blob:https://${HOST}/x`, `ftp://${HOST}`, `mailto:x@${HOST}`],
  ...[`@${HOST}`, `/@${HOST}`, `.${HOST}`, `:80@${HOST}`, `localhost@${HOST}`, `//localhost@${HOST}`],
  ...[`//${HOST}:80`, `//${HOST}%00`, `//${HOST}#`, `//${HOST}?`, `//[::1]`, `//2130706433`, `//0x7f.1`],
  ...[
    `／／${HOST}`,
    `/／${HOST}`,
    `。${HOST}`,
    `//evil。example`,
    `/\u2028/${HOST}`,
    `/\u00a0/${HOST}`,
    `\ufeff//${HOST}`,
  ],
];

test('of sixty addresses of somebody else, none is gone to after a sign-in', async () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
  const { origin: home } = new URL(environment().BASE_URL);
  const session = cookieHeader((await signIn(await makeAccount('redirect', 'agent'))).cookies);
  const left: string[] = [];
  const goesHome = (location: unknown) => new URL(String(location), `${home}/sign-in`).origin === home;
  for (const payload of PAYLOADS) {
    const query = `?callbackUrl=${encodeURIComponent(payload)}`;
    const page = await rawRequest({ path: `/sign-in${query}`, headers: { cookie: session } });
    if (page.status !== 307 || !goesHome(page.headers.location)) left.push(`page ${JSON.stringify(payload)}`);
    const csrf = await rawRequest({ path: '/api/auth/csrf' });
    const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
    const cookie = [csrf.headers['set-cookie']]
      .flat()
      .map((each) => String(each).split(';')[0])
      .join('; ');
    const data = new URLSearchParams({ csrfToken, callbackUrl: payload, json: 'true' }).toString();
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const out = await rawRequest({ method: 'POST', path: '/api/auth/signout', data, headers });
    // What is no address at all is refused, and then the answer has no body.
    const { url } =
      out.text === '' ? { url: out.headers.location } : (JSON.parse(out.text) as { url: string });
    if (out.status >= 500 || !goesHome(url ?? '/'))
      left.push(`sign-out ${JSON.stringify(payload)} ${out.status}`);
  }
  expect(left).toEqual([]);
});

test('an address with slashes too many leads to no other site', async () => {
  for (const path of [
    `//${HOST}/`,
    `//${HOST}/..`,
    `/\\${HOST}`,
    `//${HOST}/%2e%2e`,
    `///${HOST}`,
    `/%5c${HOST}`,
  ]) {
    const { headers, status } = await rawRequest({ path });
    if (status < 300 || status >= 400) continue;
    expect(new URL(String(headers.location), 'http://home.example').host, path).toBe('home.example');
  }
});

test('methods that nobody serves are 405 in the envelope, also those that Next would answer', async () => {
  const rules = new Map<string, Set<string>>();
  for (const { path, method } of ROUTE_RULES) {
    const address = filled(path);
    if (/auth|health|metrics|nowhere/.test(address)) continue;
    rules.set(address, (rules.get(address) ?? new Set()).add(method));
  }
  const cookie = await administrator();
  for (const [address, served] of rules) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (served.has(method)) continue;
      const data = method === 'GET' ? undefined : '{}';
      const answer = await rawRequest({ method, path: address, data, headers: { cookie } });
      expect(isRefusal(answer, 405, 'method_not_allowed'), `${method} ${address}`).toBe(true);
    }
  }
  for (const path of ['/', '/api/v1/services/', '/api/auth/session', '/sign-in']) {
    expect(isRefusal(await rawRequest({ method: 'TRACE', path }), 405, 'method_not_allowed')).toBe(true);
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const answer = await rawRequest({ method, path: '/history', data: '' });
    expect(isRefusal(answer, 405, 'method_not_allowed'), method).toBe(true);
  }
});

test('every kind of answer says how a browser must treat it, and none names the framework', async ({
  api,
}) => {
  const cookie = await administrator();
  const icon = await rawRequest({ path: '/icon.svg' });
  expect(icon.status).toBe(200);
  for (const [path, isData] of [
    ['/', true],
    ['/sign-in', true],
    ['/nowhere', true],
    ['/%E0%A4%A', true],
    ['/api/v1/services/?q=ana', true],
    ['/api/v1/nowhere/', true],
    ['/api/v1/history/export/?period=today', true],
    ['/api/auth/session', true],
    ['/api/auth/csrf', true],
    ['/api/health/live', true],
    ['/icon.svg', false],
    ['/_next/static/nothing.js', false],
  ] as const) {
    const { headers } = await rawRequest({ path, headers: { cookie } });
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers, 'http is served here').not.toHaveProperty('strict-transport-security');
    expect(headers, path).not.toHaveProperty('x-powered-by');
    expect(headers, 'nobody else may read it').not.toHaveProperty('access-control-allow-origin');
    if (isData) expect(headers['cache-control'], path).toContain('no-store');
  }
  expect((await api.get('/api/v1/services/')).headers['cache-control']).toBe('no-store');
});
