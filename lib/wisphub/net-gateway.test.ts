import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countPackets } from '@/lib/domain/packet';
import { createGateway } from './create-gateway';
import type { Gateway } from './gateway';
import { answerWith, html, json, payload, startTestUpstream, type TestUpstream } from './test-upstream';

const KEY = 'canary-net-key-41c9';
const ID = '3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10';

let upstream: TestUpstream;
let gateway: Gateway;
beforeEach(async () => {
  upstream = await startTestUpstream();
  gateway = createGateway({ dialect: 'net', origin: upstream.origin, token: KEY, timeoutMs: 5000 });
});
afterEach(async () => {
  await gateway.close();
  await upstream.close();
});

const file = (name: string) => answerWith(200, payload(name));
const directory = () => {
  if (gateway.directory === null) throw new Error('this dialect has a customer list');
  return gateway.directory;
};
const listAll = () => directory().list(0, 300);

describe('creating a ping', () => {
  it('asks once, with the key in one header and no interface', async () => {
    upstream.answer(answerWith(202, payload('net-created.json')));
    expect(await gateway.launch(1042, 4)).toEqual({ kind: 'launched', taskId: ID });
    expect(upstream.requests).toHaveLength(1);
    expect(upstream.requests[0]).toMatchObject({ method: 'POST', url: '/api/clientes/1042/ping/' });
    expect(JSON.parse(upstream.requests[0]?.body ?? '')).toEqual({ pings: 4, arp_ping: false });
    expect(upstream.requests[0]?.headers).toMatchObject({
      authorization: `Api-Key ${KEY}`,
      'accept-encoding': 'identity',
      'content-type': 'application/json',
    });
    expect(gateway.showsPackets).toBe(true);
  });

  it.each([200, 201, 202])('a %i with a task id counts, whatever else it says', async (status) => {
    upstream.answer(json(status, { task_id: 'abc', status: 'SOMETHING', future: [1] }));
    expect(await gateway.launch(1, 4)).toEqual({ kind: 'launched', taskId: 'abc' });
  });

  it.each([
    [
      400,
      { pings: ['Asegúrese de que este valor sea menor o igual a 10.'] },
      'upstream',
      'upstream_rejected',
    ],
    [400, { error: 'x' }, 'upstream', 'upstream_rejected'],
    [401, { detail: 'x' }, 'upstream', 'upstream_auth'],
    [403, { detail: 'x' }, 'upstream', 'upstream_auth'],
    [404, { detail: 'No encontrado.' }, 'customer_unknown', 'service_unknown'],
    [500, { detail: 'x' }, 'upstream', 'upstream_server'],
    [202, { status: 'PROCESS' }, 'upstream', 'upstream_bad_shape'],
  ])('%i %j is a refusal: %s %s', async (status, body, source, code) => {
    upstream.answer(json(status, body));
    expect(await gateway.launch(1, 4)).toMatchObject({ kind: 'refused', failure: { source, code } });
  });

  it('an HTML 404 is the wrong host and not an unknown customer', async () => {
    upstream.answer(html(404));
    expect(await gateway.launch(1, 4)).toMatchObject({ kind: 'refused', failure: { code: 'upstream_html' } });
  });
});

describe('reading a task', () => {
  const read = () => gateway.readTask(ID);

  it('asks for it by its id', async () => {
    upstream.answer(file('net-pending.json'));
    await read();
    expect(upstream.requests[0]).toMatchObject({ method: 'GET', url: `/api/tasks/${ID}/`, body: '' });
  });

  it.each([
    ['net-stable.json', 4, 4],
    ['net-partial-loss.json', 4, 2],
    ['net-all-timeouts.json', 4, 0],
    ['net-host-unreachable-mixed.json', 4, 0],
    ['net-arp-mac.json', 3, 3],
    ['net-mixed-objects-and-strings.json', 1, 1],
    ['net-numbers-and-unknown-keys.json', 1, 1],
  ])('%s: %i sent and %i received, with the answer as it came', async (name, sent, received) => {
    upstream.answer(file(name));
    const answer = await read();
    if (answer.kind !== 'evidence' || answer.evidence.kind !== 'packets') throw new Error('no packets');
    expect(countPackets(answer.evidence.packets)).toMatchObject({ sent, received });
    expect(answer.body).toBe(payload(name));
  });

  it.each([
    ['net-mikrotik-errors.json', 'router_interface'],
    ['net-result-string.json', 'router_interface'],
    ['net-empty.json', 'empty_result'],
    ['net-null.json', 'empty_result'],
    ['net-summary-only.json', 'empty_result'],
  ])('%s: SUCCESS says nothing about the ping having worked: %s', async (name, code) => {
    upstream.answer(file(name));
    expect(await read()).toMatchObject({
      kind: 'evidence',
      evidence: { kind: 'unmeasured', failure: { code } },
    });
  });

  it.each(['net-pending.json', 'net-process.json'])('%s: not yet', async (name) => {
    upstream.answer(file(name));
    expect(await read()).toEqual({ kind: 'not_yet' });
  });

  it('net-failure.json: the task failed', async () => {
    upstream.answer(file('net-failure.json'));
    expect(await read()).toMatchObject({
      kind: 'task_failed',
      failure: { source: 'upstream', code: 'task_failed' },
    });
  });

  it.each(['FAILURE', 'REVOKED', 'ERROR', 'CANCELLED', 'FAILED', 'failure'])(
    '%s is a final error',
    async (status) => {
      upstream.answer(json(200, { task: { id: ID, status, result: [{ 'ping-1': { received: 1 } }] } }));
      expect((await read()).kind).toBe('task_failed');
    },
  );

  it.each([
    'PENDING',
    'PROCESS',
    'STARTED',
    'RETRY',
    'PROGRESS',
    'un estado nuevo',
    '',
    'constructor',
    '__proto__',
  ])('the state %j is still running', async (status) => {
    upstream.answer(json(200, { task: { id: ID, status, result: [{ 'ping-1': { received: 1 } }] } }));
    expect(await read()).toEqual({ kind: 'not_yet' });
  });

  it.each([
    {},
    { task: null },
    { task: {} },
    { task: { status: 7 } },
    { task: [] },
    { status: 'SUCCESS', result: [] },
  ])('a body without a task (%j) teaches nothing', async (body) => {
    upstream.answer(json(200, body));
    expect(await read()).toEqual({ kind: 'not_yet', blind: true });
  });

  it('SUCCESS without a result is a task that measured nothing', async () => {
    upstream.answer(json(200, { task: { id: ID, status: 'SUCCESS' } }));
    expect(await read()).toMatchObject({
      evidence: { kind: 'unmeasured', failure: { code: 'empty_result' } },
    });
  });

  it.each([
    [401, 'key_refused'],
    [403, 'key_refused'],
    [404, 'task_unknown'],
    [400, 'not_yet'],
    [500, 'not_yet'],
  ])('%i is %s', async (status, kind) => {
    upstream.answer(json(status, { detail: 'x' }));
    expect((await read()).kind).toBe(kind);
  });

  it.each([403, 404, 200, 500, 502, 521, 524])(
    'HTML with %i is an outage or a wrong host: not yet',
    async (status) => {
      upstream.answer(html(status));
      expect(await read()).toEqual({ kind: 'not_yet', blind: true });
    },
  );
});

describe('the customer list', () => {
  it('asks for a block by limit and offset and never for a page', async () => {
    upstream.answer(file('net-clientes-page.json'));
    await directory().list(600, 300);
    expect(upstream.requests.map(({ url }) => url)).toEqual(['/api/clientes/?limit=300&offset=600']);
  });

  it('gives the services without any password, the number received, the count and whether there is more', async () => {
    upstream.answer(file('net-clientes-page.json'));
    const answer = await listAll();
    expect(answer).toMatchObject({
      kind: 'services',
      received: 1,
      more: true,
      count: 2,
      services: [{ serviceId: 1042 }],
    });
    expect(payload('net-clientes-page.json')).toContain('never-keep');
    expect(JSON.stringify(answer)).not.toContain('never-keep');
  });

  it('never follows next, which comes as http:// and would show the key', async () => {
    const canary = await startTestUpstream();
    upstream.answer(
      json(200, { count: 9, next: `${canary.origin}/api/clientes/?offset=1`, results: [{ id_servicio: 1 }] }),
    );
    expect(await listAll()).toMatchObject({ kind: 'services', more: true });
    expect([upstream.requests.length, canary.requests.length]).toEqual([1, 0]);
    await canary.close();
  });

  it('ends with next null and with an empty block', async () => {
    upstream.answer(json(200, { count: 1, next: null, results: [{ id_servicio: 1 }] }));
    expect(await listAll()).toMatchObject({ more: false });
    upstream.answer(json(200, { count: 9, next: 'http://x/', results: [] }));
    expect(await listAll()).toMatchObject({ more: false, received: 0 });
  });

  it('a record that cannot be read is left out and still counts as received, so that paging goes on', async () => {
    upstream.answer(json(200, { next: 'x', results: [null, 7, { nombre: 'sin id' }, { id_servicio: 5 }] }));
    expect(await listAll()).toMatchObject({ received: 4, services: [{ serviceId: 5 }], count: null });
  });

  it('one customer is asked for through the list, and only that one is taken when the filter is ignored', async () => {
    upstream.answer(json(200, { results: [{ id_servicio: 5 }, { id_servicio: 1042 }] }));
    expect(await directory().find(1042, 1000)).toMatchObject({ services: [{ serviceId: 1042 }] });
    expect(upstream.requests[0]?.url).toBe('/api/clientes/?id_servicio=1042&limit=2');
    expect(await directory().find(9, 1000)).toMatchObject({ kind: 'services', services: [] });
  });

  it('looking for one customer keeps to the time it is given', async () => {
    upstream.answer(() => {});
    const started = performance.now();
    expect(await directory().find(1, 150)).toMatchObject({
      kind: 'fault',
      failure: { code: 'upstream_timeout' },
    });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it.each([
    [json(200, {}), 'upstream_bad_shape'],
    [json(200, []), 'upstream_bad_shape'],
    [json(200, { results: {} }), 'upstream_bad_shape'],
    [json(401, {}), 'upstream_auth'],
    [json(403, {}), 'upstream_auth'],
    [json(400, {}), 'upstream_rejected'],
    [html(200), 'upstream_html'],
    [html(521), 'upstream_server'],
  ])('a fault is never an empty list (%#)', async (respond, code) => {
    upstream.answer(respond);
    expect(await listAll()).toMatchObject({ kind: 'fault', failure: { source: 'upstream', code } });
  });
});
