import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGateway } from './create-gateway';
import type { Gateway } from './gateway';
import { answerWith, html, json, payload, startTestUpstream, type TestUpstream } from './test-upstream';

const KEY = 'canary-v1-key-41c9';
const ID = '3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10';

let upstream: TestUpstream;
let gateway: Gateway;
beforeEach(async () => {
  upstream = await startTestUpstream();
  gateway = createGateway({ dialect: 'v1', origin: upstream.origin, token: KEY, timeoutMs: 5000 });
});
afterEach(async () => {
  await gateway.close();
  await upstream.close();
});

const file = (name: string, status = 200) => answerWith(status, payload(name));
const envelope = (action: unknown, data: unknown = null) => ({
  ok: true,
  type: 'info',
  action,
  data,
  message: null,
  meta: null,
});

it('this upstream shows no packets and has no customer list', () => {
  expect(gateway.showsPackets).toBe(false);
  expect(gateway.directory).toBeNull();
});

describe('creating a ping', () => {
  it('asks once, as documented, with the key as a bearer token', async () => {
    upstream.answer(file('v1-created.json'));
    expect(await gateway.launch(1042, 20)).toEqual({ kind: 'launched', taskId: ID });
    expect(upstream.requests).toHaveLength(1);
    expect(upstream.requests[0]).toMatchObject({ method: 'POST', url: '/api/v1/1042/ping/' });
    expect(JSON.parse(upstream.requests[0]?.body ?? '')).toEqual({ pings: 20 });
    expect(upstream.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  it('a 200 that says ping_failed is a refusal', async () => {
    upstream.answer(file('v1-create-failed.json'));
    expect(await gateway.launch(1, 4)).toMatchObject({
      kind: 'refused',
      failure: { code: 'upstream_ping_failed' },
    });
  });

  it.each([
    envelope('ping_created'),
    envelope('ping_created', {}),
    envelope('something_new', { task_id: ID }),
    { task_id: ID },
  ])('an answer without a created task (%j) is a refusal', async (body) => {
    upstream.answer(json(200, body));
    expect(await gateway.launch(1, 4)).toMatchObject({
      kind: 'refused',
      failure: { code: 'upstream_bad_shape' },
    });
  });

  it.each([
    [401, envelope('unauthorized'), 'upstream_auth'],
    [401, { detail: 'Invalid token.' }, 'upstream_auth'],
    [403, { detail: 'x' }, 'upstream_auth'],
    [400, envelope('invalid'), 'upstream_rejected'],
    [404, envelope('not_found'), 'service_unknown'],
    [500, envelope('error'), 'upstream_server'],
  ])('%i %j is %s', async (status, body, code) => {
    upstream.answer(json(status, body));
    expect(await gateway.launch(1, 4)).toMatchObject({ kind: 'refused', failure: { code } });
  });
});

describe('reading a result', () => {
  const read = () => gateway.readTask(ID);

  it('asks for it by its id', async () => {
    upstream.answer(file('v1-stable.json'));
    await read();
    expect(upstream.requests[0]).toMatchObject({ method: 'GET', url: `/api/v1/ping/${ID}/`, body: '' });
  });

  it.each([
    ['v1-stable.json', 'stable'],
    ['v1-intermittent.json', 'intermittent'],
    ['v1-no-internet.json', 'no_internet'],
  ])('%s is %s, with the answer as it came', async (name, verdict) => {
    upstream.answer(file(name));
    expect(await read()).toEqual({ kind: 'verdict', verdict, body: payload(name) });
  });

  it('v1-failed.json is a failed task, and not no_internet', async () => {
    upstream.answer(file('v1-failed.json'));
    expect(await read()).toMatchObject({
      kind: 'task_failed',
      failure: { source: 'upstream', code: 'upstream_ping_failed' },
    });
  });

  it('pending is not yet in each of its forms: documented, HTTP 500 with an envelope, HTTP 500 as plain text', async () => {
    for (const respond of [
      file('v1-pending-documented.json'),
      file('v1-pending-observed-500.json', 500),
      answerWith(500, 'Internal Server Error', 'text/plain'),
      html(502),
    ]) {
      upstream.answer(respond);
      expect(await read()).toEqual({ kind: 'not_yet' });
    }
  });

  it.each(['ping_created', 'error', 'something_new', '', 'constructor', '__proto__', 'toString', 7, null])(
    'the action %j is not final: not yet',
    async (action) => {
      upstream.answer(json(200, envelope(action)));
      expect(await read()).toEqual({ kind: 'not_yet' });
    },
  );

  it.each([
    [401, envelope('unauthorized'), 'key_refused'],
    [401, { detail: 'x' }, 'key_refused'],
    [403, { detail: 'x' }, 'key_refused'],
    [404, envelope('not_found'), 'task_unknown'],
  ])('%i %j is %s', async (status, body, kind) => {
    upstream.answer(json(status, body));
    expect((await read()).kind).toBe(kind);
  });
});
