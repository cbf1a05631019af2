import { connect } from 'node:net';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { openDatabase } from '@/lib/db/client';
import { services } from '@/lib/db/schema';
import { upsertServices } from '@/lib/db/services';
import { testService } from '@/lib/domain/test-ping';
import { makeToken } from './accounts';
import { dataOf, json, person, profile, SESSION } from './attempts';
import { environment } from './environment';
import { expect, test } from './fixtures';
import { rawRequest, type RawAnswer } from './raw-request';

// What somebody tried who wanted to get more than a role gives, or to break something, and is in no other story of doors.

/** Over a socket, for what no client would send. */
function overSocket(text: string): Promise<string> {
  const { hostname, port } = new URL(environment().BASE_URL);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (piece) => (answer += piece.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    socket.write(text, 'latin1');
  });
}

test('two requests in one, and headers that end another, are refused at the socket', async () => {
  const host = `Host: ${new URL(environment().BASE_URL).host}\r\n`;
  const post = `POST /api/v1/setup/ HTTP/1.1\r\n${host}Content-Type: application/json\r\n`;
  const get = `GET /api/health/live HTTP/1.1\r\n${host}`;
  const tail = `0\r\n\r\n${get}Connection: close\r\n\r\n`;
  for (const text of [
    `${post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n${tail}`,
    `${post}Content-Length: 2\r\nContent-Length: 5\r\n\r\n{}abc`,
    `${post}Content-Length: 2, 2\r\n\r\n{}`,
    `${post}Transfer-Encoding: chunked, identity\r\n\r\n${tail}`,
    `${post}Transfer-Encoding: xchunked\r\n\r\n${tail}`,
    `${post}Transfer-Encoding : chunked\r\n\r\n${tail}`,
    `${get}X-A: 1\r\n 2\r\n\r\n`,
    `${get}X-A: 1\u00002\r\n\r\n`,
    `${get}User-Agent: a\rSet-Cookie: x=1\r\n\r\n`,
    `${get}User-Agent: a\u001b[31m\r\n\r\n`,
    'GET /api/health/live HTTP/1.1\nHost: x\n\n',
    'GET /api/health/live HTTP/1.1\r\nConnection: close\r\n\r\n',
  ]) {
    const answer = await overSocket(text);
    expect(answer, text).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1 \d/g), text).toHaveLength(1);
    expect(answer.toLowerCase(), text).not.toContain('set-cookie');
  }
});

test('an address that is no path leads nowhere and is no fault of ours', async () => {
  for (const target of ['http://evil.example/', 'https://evil.example/api/v1/users/', '*', '/pings/%ff']) {
    const answer = await overSocket(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer, target).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer, target).not.toMatch(/^location:/im);
  }
  for (const [host, path] of [
    ['evil.example', '/'],
    ['evil.example', '/api/auth/csrf'],
    ['evil.example/..\\@x', '/'],
    ['[:::', '/api/v1/services/'],
  ]) {
    const headers = `Host: ${host}\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n`;
    const answer = await overSocket(`GET ${path} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);
    expect(answer, `${host} ${path}`).not.toMatch(/^HTTP\/1\.1 5|^(location|set-cookie): .*evil/im);
  }
});

test('in no answer and no page does a technician meet a document or a debt', async () => {
  const serviceId = 8_871_011;
  const [document, balance, billing] = ['6120987345017', '7391846.25', 'Adeuda-Canario'];
  const db = openDatabase(environment().DATABASE_URL, { max: 1 });
  const money = { document, balance, billingStatus: billing };
  const canary = { ...testService, ...money, serviceId, name: 'Canaria del Dinero', ip: '10.88.71.1' };
  await upsertServices(db, [canary], new Date());
  try {
    const [technician, agent] = [await person('money', 'technician'), await person('money', 'agent')];
    const told = ({ text }: RawAnswer) =>
      [document, '7391846', billing].filter((each) => text.includes(each));
    const see = (path: string, headers: Record<string, string> = {}, cookie = technician.cookie) =>
      rawRequest({ path, headers: { cookie, ...headers } });
    const one = `/api/v1/services/${serviceId}/`;
    expect(told(await see(one, {}, agent.cookie))).toHaveLength(3);
    const beginning = { ...json, cookie: technician.cookie };
    const refreshed = await rawRequest({
      method: 'POST',
      path: `${one}refresh/`,
      headers: beginning,
      data: '{}',
    });
    expect(told(refreshed)).toEqual([]);
    for (const path of [
      ...[one, `${one}line/`, `${one}neighbours/`, `${one}notes/`],
      ...[`/api/v1/services/?q=${serviceId}`, '/api/v1/services/?q=canaria', '/api/v1/services/?recent=1'],
      ...['/api/v1/services/?limit=100', '/api/v1/history/', '/api/v1/history/summary/'],
      ...['/api/v1/history/choices/', '/api/v1/services/filters/', '/api/v1/openapi.json'],
      ...[`/api/v1/pings/?service_id=${serviceId}`, '/api/v1/pings/?mine=1', `/services/${serviceId}`, '/'],
    ]) {
      expect(told(await see(path)), path).toEqual([]);
      if (!path.startsWith('/api/')) expect(told(await see(path, { rsc: '1' })), path).toEqual([]);
    }
    // A search must not tell digit by digit what it does not show.
    for (const typed of [document, document.slice(0, 7)]) {
      const answer = await see(`/api/v1/services/?q=${typed}`);
      expect(answer.text, typed).not.toContain(String(serviceId));
    }
  } finally {
    await db.delete(services).where(eq(services.serviceId, serviceId));
    await db.$client.end();
  }
});

test('a token counts in its header alone, and beside it nothing else does', async () => {
  const { cookie } = await person('header', 'admin');
  const token = await makeToken('headers', ['services:read']);
  const path = '/api/v1/services/?q=ana';
  const status = async (headers: Record<string, string>, to = path) =>
    (await rawRequest({ path: to, headers })).status;
  for (const authorization of [`Bearer ${token}`, `bearer ${token}`, `BEARER  ${token}`]) {
    expect(await status({ authorization })).toBe(200);
  }
  for (const authorization of ['', token, `Token ${token}`, `Bearer ${token}, Bearer x`, 'Bearer x']) {
    expect(await status({ authorization, cookie }, '/api/v1/profile/'), authorization).toBe(401);
  }
  expect(await status({ authorization: `Bearer ${token}`, cookie }, '/api/v1/users/')).toBe(403);
  expect(await status({ cookie: `${SESSION}=${token}` })).toBe(401);
  expect(await status({ 'x-api-key': token })).toBe(401);
  for (const query of [`&token=${token}`, `&ACCESS_TOKEN=x`, `&other=${token}`]) {
    expect(await status({}, path + query), query).toBe(400);
  }
});

test('what a body names beyond what is asked for changes nothing', async () => {
  const { cookie } = await person('assign', 'technician');
  const send = (method: string, path: string, data: string) =>
    rawRequest({ method, path, headers: { ...json, cookie }, data });
  for (const data of [
    '{"theme":"dark","role":"admin","email":"x@example.com"}',
    '{"theme":"dark","__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}',
  ]) {
    await send('PATCH', '/api/v1/profile/', data);
    const read = z.object({ role: z.string(), email: z.string() }).parse(dataOf(await profile({ cookie })));
    expect([read.role, read.email.includes('@stories.example')]).toEqual(['technician', true]);
  }
  const deep = `{"name":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
  const many = `{"name":"x","days":1,"scopes":[${Array<string>(12_000).fill('"z"').join()}]}`;
  for (const data of [deep, many, '{"name":"x","scopes":["ping:read","admin"]}']) {
    const answer = await send('POST', '/api/v1/tokens/', data);
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(10_000);
  }
});

test('every page that no nonce is for runs nothing and stands in no frame, and no file but ours is served', async () => {
  for (const path of ['/favicon.ico', '/iconx', '/_next/nothing', '/manifest.json', '/api/health/live']) {
    const { headers } = await rawRequest({ path });
    expect(headers['content-security-policy'], path).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  }
  for (const path of [
    ...[
      '/.env',
      '/.git/config',
      '/package.json',
      '/BUILD_ID',
      '/.next/BUILD_ID',
      '/_next/server/app/page.js',
    ],
    ...['/_next/..%2fpackage.json', '/_next/static/..%2f..%2fBUILD_ID', '/_next/static/..%5c..%5cBUILD_ID'],
    ...['/..%2f..%2fetc%2fpasswd', '/screenshots/..%2f..%2fpackage.json', '/_next/build-manifest.json'],
  ]) {
    expect((await rawRequest({ path })).status, path).toBe(404);
  }
  const { text } = await rawRequest({ path: '/sign-in' });
  const scripts = [...new Set(text.match(/\/_next\/static\/[^"\\ ]+\.js/g))];
  expect(scripts.length).toBeGreaterThan(3);
  for (const path of scripts) {
    expect((await rawRequest({ path: `${path}.map` })).status, path).toBe(404);
    expect((await rawRequest({ path })).text, path).not.toContain('sourceMappingURL');
  }
});
