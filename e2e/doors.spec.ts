import { z } from 'zod';
import { PAGE_RULES, ROUTE_RULES } from '@/lib/domain/route-rules';
import { addressesOfBuild, filled, pagesOnDisk, requestOf, routesOnDisk, withoutQuery } from './door-table';
import { expect, test } from './fixtures';
import { allVisitors, expected, expectedOfPage, knock, wrongDoors } from './visitors';

const listedSchema = z.object({ items: z.tuple([z.object({ task_id: z.string() })]) });

test('every route and page on the disk and in the build has a rule, and every rule has a route', () => {
  const ruled = new Set(ROUTE_RULES.map(({ method, path }) => `${method} ${withoutQuery(path)}`));
  const unruled = (on: readonly string[]) => on.filter((route) => !ruled.has(route));
  // A path that nobody serves answers each method in the same way.
  const onDisk = routesOnDisk().filter((route) => !/ \/api\/(\[\.\.\.path\]|auth\/)/.test(route));
  expect(unruled(onDisk), 'write a rule for it in lib/domain/route-rules.ts').toEqual([]);
  const served = new Set(routesOnDisk());
  expect([...ruled].filter((route) => !served.has(route))).toEqual([]);
  expect(pagesOnDisk().sort()).toEqual(PAGE_RULES.map(({ path }) => path).sort());

  const known = new Set([...ROUTE_RULES, ...PAGE_RULES].map(({ path }) => withoutQuery(path)));
  const built = addressesOfBuild() ?? [];
  const framework = ['/_not-found', '/_global-error', '/icon.svg', '/favicon.ico', '/manifest.webmanifest'];
  expect(built.filter((address) => !known.has(address) && !framework.includes(address))).toEqual([]);
});

test('every route lets in whom the table says, and nobody else', async () => {
  test.slow();
  const wrong: string[] = [];
  // One after the other: thousands of requests at once would measure the machine, and not the doors.
  for (const visitor of await allVisitors()) wrong.push(...(await wrongDoors(visitor)));
  expect(wrong).toEqual([]);
});

/** Ways of writing an address that a lock in front of the routes might read otherwise than they do. */
const disguises = (path: string): string[] => [
  path,
  path.replace(/\/$/, ''),
  `/${path}`,
  path.replace('/v1/', '//v1//'),
  path.replace('/api/', '/%61pi/'),
  path.replace('/v1/', '/%76%31/'),
  path.replace('/api/v1/', '/api%2Fv1%2F'),
  path.replace('/v1/', '/./v1/'),
  path.replace('/v1/', '/v2/../v1/'),
  path.replace('/v1/', '/v2/%2e%2e/v1/'),
  path.replace('/api/', '/API/'),
  path.replace('/api/', '/\\api/'),
  `${path}%00`,
  `${path}.json`,
  `${path};x=1`,
  `${path}?x=/sign-in`,
  `/_next/data/build${path}`,
  `/_next/..${path}`,
];

const BYPASS = [
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'src/middleware', 'x-middleware-next': '1' },
  { 'x-invoke-path': '/api/health/live', 'x-invoke-status': '200' },
  { 'x-original-url': '/api/health/live', 'x-rewrite-url': '/api/health/live' },
  { 'x-matched-path': '/api/health/live', 'x-now-route-matches': '1' },
  { 'x-http-method-override': 'GET' },
  { 'x-forwarded-host': 'localhost', 'x-forwarded-for': '127.0.0.1' },
  { 'x-pulso-peer': '127.0.0.1' },
  { 'next-action': '0'.repeat(42) },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D' },
];

test('no disguise of an address and no header opens a door', async () => {
  test.slow();
  const visitors = (await allVisitors()).filter(({ name }) => ['a stranger', 'technician'].includes(name));
  const opened: string[] = [];
  for (const visitor of visitors) {
    const shut = ROUTE_RULES.filter((rule) => expected(rule, visitor) !== 'in');
    expect(shut.length).toBeGreaterThan(5);
    for (const rule of shut) {
      const asked = requestOf(rule);
      const tries = [
        ...disguises(asked.path).map((path) => ({ path, more: {} })),
        ...BYPASS.map((more) => ({ path: asked.path, more })),
      ];
      await Promise.all(
        tries.map(async ({ path, more }) => {
          const { status, headers } = await knock({ ...asked, path }, visitor, more);
          // A redirect may only put the address right or lead to the sign-in, and then the door is the same.
          const isHome = [307, 308].includes(status) && /^\/[^/\\]/.test(String(headers.location));
          if (isHome || [400, 401, 403, 404, 405].includes(status)) return;
          opened.push(`${visitor.name}: ${rule.method} ${path} ${JSON.stringify(more)} is ${status}`);
        }),
      );
    }
  }
  expect(opened).toEqual([]);
});

test('every page is shown to whom the table says, also with headers that would skip a lock before it', async ({
  api,
}) => {
  test.slow();
  const listed = listedSchema.parse((await api.get('/api/v1/pings/?limit=1')).envelope.data);
  const wrong: string[] = [];
  // A page asks for a session and knows no token, so that one program stands for all.
  const visitors = (await allVisitors()).filter(({ name }) => !/token for (?!ping:read)/.test(name));
  for (const visitor of visitors) {
    const ways = [{}, ...(visitor.name === 'a stranger' ? BYPASS.slice(0, 5) : [])];
    for (const { path, door } of PAGE_RULES) {
      const should = expectedOfPage(door, visitor);
      const address = filled(path.replace('[taskId]', listed.items[0].task_id));
      for (const more of ways) {
        const { status, headers } = await knock({ method: 'GET', path: address, headers: {} }, visitor, more);
        const isAtTheDoor = status !== 307 || String(headers.location).startsWith('/sign-in?callbackUrl=');
        // Whoever has signed in is sent on from the sign-in.
        const isThrough = path === '/sign-in' && visitor.actor?.kind === 'user' && status === 307;
        if ((status === should && isAtTheDoor) || isThrough) continue;
        wrong.push(`${visitor.name}: ${path} is ${status}, not ${should}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
