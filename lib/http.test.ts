import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { insertApiToken } from './db/api-tokens';
import { apiTokens } from './db/schema';
import { insertSession, revokeSession } from './db/sessions';
import { updateUser } from './db/users';
import { AppError } from './domain/app-error';
import { envelopeSchema, success } from './domain/envelope';
import type { Actor } from './domain/role';
import { defaultSettings } from './domain/settings';
import { atMs, testStart } from './domain/test-ping';
import { log } from './log';
import { methods, openRoute, parseInput, route, unknownPath } from './http';
import { startPing, startPingInput } from './operations/start-ping';
import { person, testSystem, type TestSystem } from './operations/test-system';

const SECRET = 'the secret of this test, long enough';
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
  settingsNow: () => ({ read: () => defaultSettings }),
}));

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const token = 'pulso_a-token-of-this-test';
const agent = person('agent');

async function issueToken(): Promise<void> {
  const times = { createdAt: testStart, expiresAt: atMs(3_600_000) };
  const scopes = ['ping:write', 'ping:read'] as const;
  await insertApiToken(test.store.db, { id: randomUUID(), name: 'QA bot', token, scopes, ...times });
}

async function signIn(): Promise<{ cookie: string; sessionId: string }> {
  const sessionId = randomUUID();
  const session = { id: sessionId, userId: agent.id, createdAt: testStart, expiresAt: atMs(3_600_000) };
  await insertSession(test.store.db, session);
  const jwt = await encode({ token: { sid: sessionId }, secret: SECRET });
  return { cookie: `theme=dark; next-auth.session-token=${jwt}`, sessionId };
}

type Sent = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  params?: Record<string, string | string[]>;
  url?: string;
};

async function send(handler: ReturnType<typeof route>, sent: Sent = {}) {
  const { method = 'POST', body = {}, headers = {}, params = {}, url = '/api/v1/1042/ping/' } = sent;
  const isRead = method === 'GET';
  const request = new Request(`http://localhost:3000${url}`, {
    method,
    headers: { ...(isRead ? {} : { 'content-type': 'application/json' }), ...headers },
    body: isRead ? undefined : JSON.stringify(body),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const envelope = envelopeSchema.parse(await response.json());
  return { status: response.status, headers: response.headers, envelope };
}

const withToken = { authorization: `Bearer ${token}` };

/** A route that answers who asked. */
let asked: Actor[] = [];
const whoAmI = route({
  read: () => ({}),
  input: z.object({}),
  async run(ctx) {
    asked.push(ctx.actor);
  },
  answer: () => ({ envelope: success('seen') }),
});
/** A route that throws. */
const throwing = (error: unknown) =>
  route({ read: () => ({}), input: z.object({}), run: () => Promise.reject(error), answer: () => never() });
const never = (): never => {
  throw new Error('there is nothing to answer');
};

beforeEach(() => {
  asked = [];
});

describe('what is logged as an error', () => {
  it('is a fault of ours, and not a NUL that the database refused', async () => {
    const logged = vi.spyOn(log(), 'error');
    await issueToken();
    const nul = Object.assign(new Error('invalid byte sequence'), { code: '22021' });
    expect((await send(throwing(nul), { headers: withToken })).status).toBe(400);
    expect(logged).not.toHaveBeenCalled();
    expect((await send(throwing(new Error('a fault')), { headers: withToken })).status).toBe(500);
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  });
});

describe('who asks', () => {
  it('is the program of a token, and the person of a session', async () => {
    await issueToken();
    expect((await send(whoAmI, { headers: withToken })).status).toBe(200);
    const { cookie, sessionId } = await signIn();
    expect((await send(whoAmI, { headers: { cookie } })).status).toBe(200);
    expect(asked).toMatchObject([
      { kind: 'token', name: 'QA bot', scopes: ['ping:write', 'ping:read'] },
      { kind: 'user', id: agent.id, role: 'agent', sessionId },
    ]);
  });

  it.each([
    ['nothing', {}],
    ['an unknown token', { authorization: 'Bearer pulso_unknown' }],
    ['another scheme', { authorization: `Basic ${btoa('a:b')}` }],
    ['an empty scheme', { authorization: 'Bearer ' }],
    ['a cookie of nothing', { cookie: 'next-auth.session-token=x' }],
    ['a cookie of another secret', {}],
  ])('with %s is nobody: 401, and nothing runs', async (what, headers) => {
    const foreign = await encode({ token: { sid: randomUUID() }, secret: 'another secret, long enough too' });
    const all = what.includes('another secret') ? { cookie: `next-auth.session-token=${foreign}` } : headers;
    const { status, envelope } = await send(whoAmI, { headers: all });
    expect([status, envelope.action, envelope.ok]).toEqual([401, 'unauthorized', false]);
    expect(asked).toEqual([]);
  });

  it('is not asked at an open door, whatever is shown there, and a foreign page is refused all the same', async () => {
    let doors = 0;
    const open = openRoute({
      read: () => ({}),
      input: z.object({}),
      async run(ctx) {
        expect(ctx.actor).toBeNull();
        doors += 1;
      },
      answer: () => ({ envelope: success('seen') }),
    });
    const callers: Record<string, string>[] = [
      {},
      { authorization: 'Bearer pulso_unknown' },
      { cookie: (await signIn()).cookie },
    ];
    for (const headers of callers) {
      expect((await send(open, { headers })).status).toBe(200);
    }
    expect(doors).toBe(3);
    expect((await send(open, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect(doors).toBe(3);
  });

  it('is not taken from the session when the token beside it is wrong', async () => {
    const { cookie } = await signIn();
    const { status } = await send(whoAmI, { headers: { cookie, authorization: 'Bearer pulso_unknown' } });
    expect(status).toBe(401);
  });

  it('is not taken from a token in the address', async () => {
    await issueToken();
    const { status } = await send(whoAmI, { url: `/api/v1/1/ping/?token=${token}&access_token=${token}` });
    expect(status).toBe(400);
  });

  it('is asked anew for an answer that comes after the session was revoked', async () => {
    const { cookie, sessionId } = await signIn();
    const late = route({
      read: () => ({}),
      input: z.object({}),
      run: async (ctx, _input, { whoNow }) => {
        expect(await whoNow()).toEqual(ctx.actor);
        await revokeSession(test.store.db, sessionId, testStart);
        return whoNow();
      },
      answer: () => ({ envelope: success('seen') }),
    });
    expect((await send(late, { headers: { cookie } })).status).toBe(401);
  });

  it('is nobody once the session is revoked, has expired, or its account is disabled', async () => {
    const status = async (cookie: string) => (await send(whoAmI, { headers: { cookie } })).status;
    const first = await signIn();
    await revokeSession(test.store.db, first.sessionId, testStart);
    expect(await status(first.cookie)).toBe(401);
    const second = await signIn();
    await updateUser(test.store.db, 'agent@example.com', { disabledAt: testStart });
    expect(await status(second.cookie)).toBe(401);
    await updateUser(test.store.db, 'agent@example.com', { disabledAt: null });
    expect(await status(second.cookie)).toBe(200);
    test.move(3_600_000);
    expect(await status(second.cookie)).toBe(401);
  });

  it('is nobody once the token is revoked or has expired', async () => {
    await issueToken();
    const status = async () => (await send(whoAmI, { headers: withToken })).status;
    expect(await status()).toBe(200);
    await test.store.db.update(apiTokens).set({ revokedAt: testStart });
    expect(await status()).toBe(401);
    await test.store.db.update(apiTokens).set({ revokedAt: null });
    test.move(3_600_000);
    expect(await status()).toBe(401);
  });
});

describe('a change from another site', () => {
  it.each(['null', 'https://evil.example', 'http://localhost:3001'])('(%s) is refused', async (origin) => {
    const { cookie } = await signIn();
    const { status, envelope } = await send(whoAmI, { headers: { cookie, origin } });
    expect([status, envelope.action, envelope.meta]).toMatchObject([
      403,
      'forbidden',
      { code: 'foreign_origin' },
    ]);
    expect(asked).toEqual([]);
  });

  it('is not what our own pages and programs send', async () => {
    const { cookie } = await signIn();
    const sent: Record<string, string>[] = [{ cookie }, { cookie, origin: 'http://localhost:3000' }];
    for (const headers of sent) {
      expect((await send(whoAmI, { headers })).status).toBe(200);
    }
  });
});

describe('the documented launch', () => {
  const handler = route({
    read: ({ params, body, headers }) => ({
      ...(typeof body === 'object' ? body : {}),
      serviceId: Number(params.serviceId),
      idempotencyKey: headers.get('idempotency-key'),
    }),
    input: startPingInput,
    run: startPing,
    answer: ({ taskId }) => ({ envelope: success('ping_created', { task_id: taskId }) }),
  });
  const launch = (sent: Sent = {}) =>
    send(handler, { headers: withToken, body: { pings: 4 }, params: { serviceId: '1042' }, ...sent });
  beforeEach(issueToken);

  it('answers six keys, with message and meta null, and is kept by no cache', async () => {
    const { status, headers, envelope } = await launch();
    expect(status).toBe(200);
    expect(envelope).toEqual({
      ok: true,
      type: 'success',
      action: 'ping_created',
      data: { task_id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      message: null,
      meta: null,
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([0, 101, 1.5, '4', null, true, [4]])(
    'of %j packets is a 400 that names the field',
    async (pings) => {
      const { status, envelope } = await launch({ body: { pings } });
      expect([status, envelope.action]).toEqual([400, 'invalid_request']);
      expect(envelope.meta).toMatchObject({ code: 'invalid_request', fields: { pings: expect.any(String) } });
      expect(test.wisphub.launches).toEqual([]);
    },
  );

  it.each(['0', '-1', '1.5', '2147483648', 'abc'])('of the service %s is a 400', async (serviceId) => {
    const { status, envelope } = await launch({ params: { serviceId } });
    expect([status, envelope.action]).toEqual([400, 'invalid_request']);
    expect(test.wisphub.launches).toEqual([]);
  });

  it('while WispHub is paused is a 503 that says when to come back', async () => {
    test.wisphub.script.paused = true;
    const { status, headers, envelope } = await launch();
    expect([status, envelope.action, envelope.type, envelope.data]).toEqual([
      503,
      'ping_failed',
      'error',
      null,
    ]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(envelope.meta).toMatchObject({ code: 'upstream_unavailable' });
  });
});

describe('a fault', () => {
  beforeEach(issueToken);
  const failing = (error: unknown) => send(throwing(error), { headers: withToken });

  it('of ours is answered with its number and nothing else', async () => {
    const { status, headers, envelope } = await failing(new Error('password=hunter2 at 10.0.0.1'));
    const requestId = headers.get('x-request-id');
    expect([status, envelope.action]).toEqual([500, 'internal_error']);
    expect(envelope.meta).toEqual({ code: 'internal', request_id: requestId });
    expect(envelope.message).toContain(requestId ?? 'no number');
    expect(JSON.stringify(envelope)).not.toContain('hunter2');
  });

  it('of the database is a 503 that says when to come back', async () => {
    const lost = new Error('Failed query: select', {
      cause: new Error('Connection terminated unexpectedly'),
    });
    const { status, headers, envelope } = await failing(lost);
    expect([status, envelope.action]).toEqual([503, 'unavailable']);
    expect(headers.get('retry-after')).toBe('5');
  });

  it('of the caller has its code, its status and its fields', async () => {
    const error = new AppError('rate_limited', 'Wait.', {
      retryAfterSeconds: 10,
      fields: { pings: 'too many' },
    });
    const { status, headers, envelope } = await failing(error);
    expect([status, headers.get('retry-after')]).toEqual([429, '10']);
    expect(envelope).toMatchObject({
      ok: false,
      type: 'error',
      action: 'rate_limited',
      data: null,
      message: 'Wait.',
      meta: { code: 'rate_limited', fields: { pings: 'too many' } },
    });
  });
});

it('a body of many small errors is not answered with a larger one', () => {
  const schema = z.object({ scopes: z.array(z.enum(['a', 'b'])) }).strict();
  const many = Array.from({ length: 10_000 }, () => 'x');
  const wide = Object.fromEntries(many.map((_, at) => [`key${at}`, 1]));
  for (const body of [{ scopes: many }, { scopes: [], ...wide }, { scopes: [], ['k'.repeat(60_000)]: 1 }]) {
    try {
      parseInput(schema, body);
      expect.unreachable();
    } catch (error) {
      const told = error instanceof AppError ? JSON.stringify([error.message, error.details]) : '';
      expect(told.length).toBeGreaterThan(20);
      expect(told.length).toBeLessThan(5000);
    }
  }
});

describe('a path', () => {
  it('answers 405 in the envelope to a method that it does not have, and names those it has', async () => {
    const { GET, DELETE } = methods({ GET: whoAmI });
    expect(GET).toBe(whoAmI);
    const { status, headers, envelope } = await send(DELETE, { method: 'DELETE' });
    expect([status, envelope.action, headers.get('allow')]).toEqual([405, 'method_not_allowed', 'GET']);
  });

  it('that nobody serves is a 404 in the envelope', async () => {
    const { status, envelope } = await send(unknownPath, { method: 'GET' });
    expect([status, envelope.action]).toEqual([404, 'unknown_path']);
  });

  it('gets its parameters and its query as texts', async () => {
    await issueToken();
    let seen: unknown;
    const handler = route({
      read: ({ params, query, body }) => (seen = { params, q: query.get('q'), body }),
      input: z.unknown(),
      run: async () => {},
      answer: () => ({ envelope: success('seen') }),
    });
    const sent = { method: 'GET', headers: withToken, url: '/x/?q=%C3%B1', params: { path: ['a', 'b'] } };
    await send(handler, sent);
    expect(seen).toEqual({ params: { path: 'a/b' }, q: 'ñ', body: undefined });
  });
});
