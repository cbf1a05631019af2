import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { apiDocument, OPERATIONS } from '@/app/api/v1/openapi.json/api-document';
import { insertApiToken } from '@/lib/db/api-tokens';
import { upsertServices } from '@/lib/db/services';
import { envelopeSchema, errorMetaSchema } from '@/lib/domain/envelope';
import { SCOPES, type Actor, type Scope } from '@/lib/domain/role';
import { failure } from '@/lib/domain/failure';
import { defaultSettings } from '@/lib/domain/settings';
import { atMs, packetsOf, testService, testStart } from '@/lib/domain/test-ping';
import { evidence } from '@/lib/operations/test-gateway';
import { person, testLimits, testSystem, type TestSystem } from '@/lib/operations/test-system';
import type { DocumentSample } from './document-types';
import { differences, operationsOf } from './test-answers';
import { send } from './test-send';

let test: TestSystem;

vi.hoisted(() => {
  process.env.WISPHUB_API = 'net';
  process.env.WISPHUB_URL = 'http://127.0.0.1:1';
  process.env.WISPHUB_TOKEN = 'a-key-of-this-test-alone';
  process.env.NEXTAUTH_SECRET = 'the secret of this test, long enough';
  process.env.NEXTAUTH_URL = 'http://localhost:3000';
  process.env.LOG_LEVEL = 'silent';
});
/** Whom the session of a request stands for; nobody without one. */
let signedIn: Actor | null = null;
vi.mock('@/lib/auth', () => ({ actorOfSession: async () => signedIn }));
vi.mock('@/lib/compose', () => ({
  database: () => test.store.db,
  clock: () => ({ now: test.system.now }),
  system: () => test.system,
  settingsNow: () => ({ read: () => defaultSettings }),
  health: () => ({
    read: () => ({ lastMs: 12, lastOkAt: 0, lastFault: null, lastFaultAt: null }),
    downSince: () => null,
  }),
}));

beforeAll(async () => {
  test = await testSystem();
});
afterAll(() => test.close());

const SERVICE = 12345;
const WITHOUT_IP = 1018;
const token = 'pulso_a-token-of-this-test-that-may-do-everything';

beforeEach(async () => {
  signedIn = null;
  await test.reset();
  test.system.limits = { ...testLimits, launchesPerMinute: 1000 };
  const known = [
    { ...testService, serviceId: SERVICE },
    { ...testService, serviceId: WITHOUT_IP, ip: null },
  ];
  await upsertServices(test.store.db, known, testStart);
  await issue(token, SCOPES);
});

const issue = (text: string, scopes: readonly Scope[]) =>
  insertApiToken(test.store.db, {
    id: randomUUID(),
    name: 'a bot',
    token: text,
    scopes,
    createdAt: testStart,
    expiresAt: atMs(3_600_000),
  });

const document = apiDocument();
const operations = new Map(operationsOf(document).map((at) => [at.operation.operationId, at]));
const handlers = new Map(OPERATIONS.map(({ id, handler }) => [id, handler]));

type Asked = {
  path?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
  as?: string | null;
};

/** Sends a request to an operation, and holds its answer against the document. */
async function ask(id: string, { path = {}, query = {}, headers = {}, body, as = token }: Asked) {
  const [at, handler] = [operations.get(id), handlers.get(id)];
  if (at === undefined || handler === undefined) throw new Error(`there is no operation ${id}`);
  const bearer: Record<string, string> = as === null ? {} : { authorization: `Bearer ${as}` };
  const text = body === undefined ? undefined : JSON.stringify(body);
  const answered = await send(at, handler, { path, query, headers: { ...headers, ...bearer }, body: text });
  expect(differences(document, at.operation, answered)).toEqual([]);
  const isJson = /^application\/json(;|$)/.test(answered.headers.get('content-type') ?? '');
  const envelope = isJson ? envelopeSchema.parse(JSON.parse(answered.text)) : null;
  const code = envelope?.ok === false ? errorMetaSchema.parse(envelope.meta).code : null;
  return { ...answered, envelope, code };
}

const create = (more: Asked = {}) =>
  ask('createPing', { path: { service_id: String(SERVICE) }, body: { pings: 10 }, ...more });
const taskOf = ({ envelope }: Awaited<ReturnType<typeof create>>) =>
  z.object({ task_id: z.uuid() }).parse(envelope?.data).task_id;
const seen = ({ status, envelope, code }: Awaited<ReturnType<typeof ask>>) => [
  status,
  envelope?.action,
  code,
];

/** The parameters of a sample, out of the address that it is written as. */
function askedBy(template: string, { path, headers, body, as }: DocumentSample, task: string): Asked {
  const url = new URL(path.replace('{task_id}', task), 'http://localhost');
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const values =
    new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(url.pathname)?.slice(1) ?? [];
  return {
    path: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
    query: Object.fromEntries(url.searchParams),
    headers,
    body,
    as: as === 'token' ? token : null,
  };
}

const samples = [...operations.values()].flatMap(({ path, operation }) =>
  operation['x-samples'].map(
    (sample) => [`${operation.operationId}: ${sample.title}`, path, operation.operationId, sample] as const,
  ),
);

describe('every sample of the document', () => {
  it.each(samples)('%s is answered as it says', async (_, path, id, sample) => {
    const task = taskOf(await create());
    signedIn = sample.as === 'session' ? person('admin') : null;
    const answered = await ask(id, askedBy(path, sample, task));
    expect(answered.status).toBe(sample.status);
    if (answered.envelope) expect(sample.actions).toContain(answered.envelope.action);
    else expect(sample.actions).toEqual([]);
  });
});

describe('creating a ping', () => {
  it('answers the running one to whoever joins it', async () => {
    const first = await create();
    expect(taskOf(await create({ body: { pings: 4 } }))).toBe(taskOf(first));
  });

  it.each(['0', '-1', '1.5', 'abc', '2147483648'])('of the service %s is 400', async (id) => {
    expect(seen(await create({ path: { service_id: id } }))).toEqual([
      400,
      'invalid_request',
      'invalid_request',
    ]);
  });

  it.each([{}, { pings: 0 }, { pings: 101 }, { pings: '10' }, [], null])(
    'with the body %j is 400',
    async (body) => {
      expect(seen(await create({ body }))).toEqual([400, 'invalid_request', 'invalid_request']);
    },
  );

  it('is 401 without credentials and with bad ones, and 403 without the scope', async () => {
    for (const as of [null, 'pulso_unknown']) {
      expect(seen(await create({ as }))).toEqual([401, 'unauthorized', 'unauthorized']);
    }
    await issue('pulso_a-reader-of-this-test', ['ping:read', 'services:read', 'history:read']);
    expect(seen(await create({ as: 'pulso_a-reader-of-this-test' }))).toEqual([
      403,
      'forbidden',
      'forbidden',
    ]);
  });

  it('of what WispHub does not know is 404, and of what has no address 409', async () => {
    test.wisphub.script.launch = () => ({
      kind: 'refused',
      failure: failure('customer_unknown', 'service_unknown'),
    });
    expect(seen(await create())).toEqual([404, 'ping_failed', 'service_unknown']);
    const without = await create({ path: { service_id: String(WITHOUT_IP) } });
    expect(seen(without)).toEqual([409, 'ping_failed', 'service_without_ip']);
  });

  it('repeats itself under its Idempotency-Key, and is 422 with another body', async () => {
    const headers = { 'idempotency-key': 'ticket-4711' };
    const first = await create({ headers });
    expect(taskOf(await create({ headers }))).toBe(taskOf(first));
    const other = await create({ headers, body: { pings: 11 } });
    expect(seen(other)).toEqual([422, 'idempotency_conflict', 'idempotency_conflict']);
  });

  it('above a limit is 429 and says when to come back', async () => {
    test.system.limits = { ...testLimits, launchesPerMinute: 0 };
    expect(seen(await create())).toEqual([429, 'rate_limited', 'rate_limited']);
    test.system.limits = { ...testLimits, tokenRequestsPerMinute: 1 };
    const limited = await create();
    expect(seen(limited)).toEqual([429, 'rate_limited', 'rate_limited']);
    expect(limited.headers.get('ratelimit-limit')).toBe('1');
  });

  it('is 502 when WispHub is at fault', async () => {
    test.wisphub.script.launch = () => ({ kind: 'refused', failure: failure('upstream', 'upstream_html') });
    const { status, envelope, code } = await create();
    expect([status, envelope?.action]).toEqual([502, 'ping_failed']);
    expect(code).toMatch(/^upstream_/);
  });

  it('is 503 while WispHub is paused, and says when to come back', async () => {
    test.wisphub.script.paused = true;
    expect(seen(await create())).toEqual([503, 'ping_failed', 'upstream_unavailable']);
  });

  it('is 415 as another kind than JSON, 413 when too large, and 403 from another site', async () => {
    expect(seen(await create({ headers: { 'content-type': 'text/plain' } }))[0]).toBe(415);
    expect(seen(await create({ body: { pings: 4, padding: 'x'.repeat(65_536) } }))[0]).toBe(413);
    expect(seen(await create({ headers: { origin: 'https://evil.example' } }))).toEqual([
      403,
      'forbidden',
      'foreign_origin',
    ]);
  });
});

describe('the result of a ping', () => {
  const result = (task: string, query: Record<string, string> = {}) =>
    ask('getPingResult', { path: { task_id: task }, query });

  it('is pending while it runs, with the seconds to wait', async () => {
    const running = await result(taskOf(await create()));
    expect([running.status, running.envelope?.type, running.envelope?.action]).toEqual([
      200,
      'info',
      'pending',
    ]);
    expect(Number(running.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it.each([
    [10, 'success', 'stable_connection'],
    [5, 'info', 'intermittent_connection'],
    [0, 'info', 'no_internet'],
  ])('with %i of 10 answered is %s, %s', async (received, type, action) => {
    test.wisphub.script.read = () => evidence(packetsOf(10, received));
    const task = taskOf(await create());
    await test.carry(task);
    expect((await result(task)).envelope).toEqual({
      ok: true,
      type,
      action,
      data: null,
      message: null,
      meta: null,
    });
    expect((await result(task, { details: '1' })).envelope).toMatchObject({
      action,
      data: { task_id: task, sent: 10, received },
    });
  });

  it('that could not be measured is 200, an error, and says why', async () => {
    test.wisphub.script.read = () => ({ kind: 'not_yet' });
    const task = taskOf(await create());
    await test.carry(task);
    expect(await result(task)).toMatchObject({
      status: 200,
      code: 'deadline',
      envelope: { ok: false, type: 'error', action: 'ping_failed', data: null },
    });
  });

  it.each([randomUUID(), 'abc', '1', '../..'])('of the task_id %s is 404', async (task) => {
    expect(seen(await result(task))).toEqual([404, 'task_unknown', 'task_unknown']);
  });
});
