import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { notePageRefusal } from './admission';
import { insertApiToken } from './db/api-tokens';
import { auditEntries } from './db/schema';
import { envelopeSchema, success } from './domain/envelope';
import { allow } from './domain/role';
import { atMs, testStart } from './domain/test-ping';
import { download, upload } from './file-route';
import { route } from './http';
import { testSystem, type TestSystem } from './operations/test-system';
import { PEER_HEADER } from './request-origin';

let test: TestSystem;
let before: number;
let token: string;

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
  system: () => ({ ...test.system, limits: { ...test.system.limits, tokenRequestsPerMinute: 5 } }),
}));

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(async () => {
  await test.reset();
  before = await test.store.db.$count(auditEntries);
  token = `pulso_${randomUUID()}`;
  const times = { createdAt: testStart, expiresAt: atMs(30 * 86_400_000) };
  await insertApiToken(test.store.db, {
    id: randomUUID(),
    name: 'QA bot',
    token,
    scopes: ['ping:read'],
    ...times,
  });
});
afterAll(() => test.close());

const input = z.object({ id: z.string().optional() });
const read = ({ params }: { params: Record<string, string> }) => params;
const answering = route({
  read,
  input,
  run: async () => null,
  answer: () => ({ envelope: success('answered') }),
});
const refusing = route({
  read,
  input,
  run: async (ctx) => allow(ctx.actor, 'settings:write'),
  answer: () => ({ envelope: success('answered') }),
});
const file = download({
  read,
  input,
  run: async (ctx) => allow(ctx.actor, 'directory:import'),
  answer: () => ({ fileName: 'x', contentType: 'text/csv', pieces: (async function* () {})() }),
});
const sent = upload({
  read,
  input,
  type: 'text/csv',
  mostBytes: 10,
  run: async (ctx) => allow(ctx.actor, 'directory:import'),
  answer: () => ({ envelope: success('answered') }),
});

type Sent = { url?: string; address?: string; params?: Record<string, string>; method?: string };

async function ask(
  handler: typeof answering,
  { url = '/api/v1/x/', address, params = {}, method }: Sent = {},
) {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'text/csv',
    ...(address === undefined ? {} : { [PEER_HEADER]: address }),
  };
  const request = new Request(`http://localhost:3000${url}`, { headers, method });
  const response = await handler(request, { params: Promise.resolve(params) });
  const { status } = response;
  return { status, headers: response.headers, envelope: envelopeSchema.parse(await response.json()) };
}

const trail = () => test.store.db.select().from(auditEntries).orderBy(auditEntries.id).offset(before);

describe('a page that somebody may not see', () => {
  it('leaves one row a minute, with the address of the page and none of its query', async () => {
    const agent = { kind: 'user', id: randomUUID(), name: 'Ana', role: 'agent' } as const;
    const headers = new Headers({ 'x-path': '/users?q=secret', [PEER_HEADER]: '192.0.2.7' });
    const actor = { ...agent, email: 'ana@example.com', sessionId: randomUUID() };
    await notePageRefusal(actor, headers);
    await notePageRefusal(actor, headers);
    const rows = await trail();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ action: 'permission', outcome: 'refused', targetId: 'GET /users' });
    test.move(60_000);
    await notePageRefusal(actor, headers);
    expect(await trail()).toHaveLength(2);
  });
});

describe('the limit of requests', () => {
  it('is told with every answer to a token, and refused with the second in which to come back', async () => {
    for (let left = 4; left >= 0; left -= 1) {
      const { status, headers } = await ask(answering);
      expect([status, headers.get('ratelimit-remaining')]).toEqual([200, String(left)]);
      expect(headers.get('ratelimit-limit')).toBe('5');
    }
    test.move(20_000);
    const refused = await ask(answering);
    expect(refused).toMatchObject({ status: 429, envelope: { action: 'rate_limited' } });
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(refused.headers.get('ratelimit-reset')).toBe('40');
    test.move(40_000);
    expect((await ask(answering)).status).toBe(200);
  });
});

describe('a token in the address', () => {
  it.each(['token=abc', 'access_token=abc', 'ACCESS_TOKEN=abc', 'q=pulso_0123456789abcdefghijklmnop'])(
    'is refused with what to do: ?%s',
    async (query) => {
      for (const handler of [answering, file]) {
        const { status, envelope } = await ask(handler, { url: `/api/v1/x/?${query}` });
        expect(status).toBe(400);
        expect(envelope.message).toMatch(/Authorization: Bearer.*Revoke this one/);
        expect(JSON.stringify(envelope)).not.toMatch(/abc|pulso_0/);
      }
    },
  );
});

describe('the first use of a token from an address', () => {
  it('leaves one row a day', async () => {
    const addresses = async () =>
      (await trail()).filter(({ action }) => action === 'token_use').map(({ address }) => address);
    await ask(answering, { address: '192.0.2.1' });
    await ask(answering, { address: '192.0.2.1' });
    await ask(answering, { address: '192.0.2.2' });
    expect(await addresses()).toEqual(['192.0.2.1', '192.0.2.2']);
    test.move(86_400_001);
    await ask(answering, { address: '192.0.2.1' });
    expect(await addresses()).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.1']);
  });
});

describe('a refusal', () => {
  it('leaves a row with what was asked for, by the name of the path and not by its values', async () => {
    await ask(refusing, { url: '/api/v1/services/4711/', params: { serviceId: '4711' } });
    expect(await trail()).toMatchObject([
      { action: 'token_use' },
      {
        action: 'permission',
        outcome: 'refused',
        actorKind: 'token',
        actorName: 'QA bot',
        targetId: 'GET /api/v1/services/[serviceId]',
      },
    ]);
  });

  it('of a file leaves one too', async () => {
    await ask(file, { url: '/api/v1/file' });
    await ask(sent, { url: '/api/v1/file', method: 'POST' });
    expect((await trail()).slice(1).map(({ targetId }) => targetId)).toEqual([
      'GET /api/v1/file',
      'POST /api/v1/file',
    ]);
  });

  it('fills no disk: a hundred a minute are one row, however the path is written', async () => {
    const paths = ['/api/v1/services/1/', '/api/v1/services/2', '/api/v1/%73ervices/3/'];
    for (const url of paths) {
      await ask(refusing, { url, params: { serviceId: url.split('/')[4] ?? '' } });
    }
    expect((await trail()).filter(({ action }) => action === 'permission')).toHaveLength(1);
    test.move(60_001);
    await ask(refusing, { url: paths[0], params: { serviceId: '1' } });
    expect((await trail()).filter(({ action }) => action === 'permission')).toHaveLength(2);
  });
});
