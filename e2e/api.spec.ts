import { z } from 'zod';
import { pingDetailsSchema, pingItemSchema } from '@/lib/domain/ping-details';
import { foundItemSchema, serviceItemSchema } from '@/lib/domain/service-item';
import { expectRefusal } from './api-client';
import { expect, test } from './fixtures';

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next_cursor: z.string().nullable() });
const servicesPage = pageOf(foundItemSchema.strict());
const pingsPage = pageOf(pingItemSchema.strict());

const CREATED = { ok: true, type: 'success', action: 'ping_created', message: null, meta: null };

test.describe('the documented pair', () => {
  for (const slash of ['/', '']) {
    const written = slash === '' ? 'without' : 'with';
    test(`creating and reading a ping work ${written} the final slash and without a redirect`, async ({
      api,
    }) => {
      const created = await api.post(`/api/v1/6612345/ping${slash}`, { pings: 10 });
      expect(created.status).toBe(200);
      expect(created.envelope).toEqual({ ...CREATED, data: { task_id: expect.any(String) } });
      const { task_id: task } = z.object({ task_id: z.uuid() }).parse(created.envelope.data);
      await api.waitsForTheEndOf(task);
      const read = await api.get(`/api/v1/ping/${task}${slash}`);
      expect(read.status).toBe(200);
      expect(read.headers['retry-after']).toBeUndefined();
      expect(read.envelope).toEqual({
        ok: true,
        type: 'success',
        action: 'stable_connection',
        data: null,
        message: null,
        meta: null,
      });
    });
  }

  for (const [id, type, action] of [
    [661001, 'success', 'stable_connection'],
    [661002, 'info', 'intermittent_connection'],
    [661003, 'info', 'no_internet'],
  ] as const) {
    test(`a ping of ten that ends as ${action} has data, message and meta null`, async ({ api }) => {
      const task = await api.startsPing(id, 10);
      await api.waitsForTheEndOf(task);
      const { status, envelope } = await api.get(`/api/v1/ping/${task}/`);
      expect(status).toBe(200);
      expect(envelope).toEqual({ ok: true, type, action, data: null, message: null, meta: null });
    });
  }

  test('a ping that could not be measured is 200, an error, and says why', async ({ api }) => {
    const task = await api.startsPing(661005, 4);
    await api.waitsForTheEndOf(task);
    const { status, envelope } = await api.get(`/api/v1/ping/${task}/`);
    expect(status).toBe(200);
    expect(envelope).toEqual({
      ok: false,
      type: 'error',
      action: 'ping_failed',
      data: null,
      message: expect.stringMatching(/router refused/i),
      meta: { code: 'router_interface', request_id: expect.any(String) },
    });
  });

  test('a running ping is pending, and says when to ask again', async ({ api }) => {
    const task = await api.startsPing(671003, 100);
    const { status, envelope, headers } = await api.get(`/api/v1/ping/${task}/`);
    expect(status).toBe(200);
    expect(envelope).toEqual({
      ok: true,
      type: 'info',
      action: 'pending',
      data: null,
      message: null,
      meta: null,
    });
    // Ninety packets are still to be launched, at about a second each.
    expect(Number(headers['retry-after'])).toBeGreaterThan(60);
    expect(Number(headers['retry-after'])).toBeLessThan(120);
    const details = await api.get(`/api/v1/ping/${task}/?details=1`);
    expect(pingDetailsSchema.strict().parse(details.envelope.data)).toMatchObject({
      task_id: task,
      state: 'running',
      verdict: null,
      requested: 100,
      source: 'api',
    });
  });

  test('the details hold the evidence, one reply for each packet', async ({ api }) => {
    const task = await api.startsPing(681002, 10, { reason: 'drops' });
    await api.waitsForTheEndOf(task);
    const { envelope } = await api.get(`/api/v1/ping/${task}/?details=1`);
    expect(envelope).toMatchObject({ ok: true, type: 'info', action: 'intermittent_connection' });
    const ping = pingDetailsSchema.strict().parse(envelope.data);
    expect(ping).toMatchObject({
      service_id: 681002,
      state: 'finished',
      verdict: 'intermittent',
      failure: null,
      requested: 10,
      sent: 10,
      received: 5,
      loss_percent: 50,
      loss_interval_percent: [23.7, 76.3],
      launch_uncertain: false,
      rounds: 1,
      reason: 'drops',
      source: 'api',
      next_poll_at: null,
    });
    expect(ping.replies.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ping.replies.filter(({ status }) => status === 'reply')).toHaveLength(5);
    for (const reply of ping.replies.filter(({ status }) => status === 'timeout')) {
      expect(reply.rtt_ms).toBeNull();
    }
    const { min, median, max } = ping.rtt_ms;
    expect([min, median, max].every((ms) => ms !== null && ms > 0)).toBe(true);
  });

  test('a ping of the API is not extended, and one of hundred packets goes in rounds of ten', async ({
    api,
    simulator,
  }) => {
    const few = await api.startsPing(681003, 4);
    const many = await api.startsPing(681001, 100);
    expect(await api.waitsForTheEndOf(few)).toMatchObject({
      sent: 4,
      verdict: 'no_internet',
      certainty: { level: 'hollow', reasons: ['few_packets'] },
    });
    expect(await api.waitsForTheEndOf(many)).toMatchObject({ sent: 100, received: 100, rounds: 10 });
    expect(await simulator.launches(681001)).toHaveLength(10);
  });

  test('a second request joins the running ping, whose number of packets stands', async ({
    api,
    apiWith,
  }) => {
    const other = await apiWith('ping:write');
    const task = await api.startsPing(691003, 20);
    expect(await other.startsPing(691003, 7)).toBe(task);
    const ping = await api.readsPing(task);
    expect(ping.requested).toBe(20);
    expect(ping.requested_by).toHaveLength(2);
    expect(ping.requested_by.every(({ kind }) => kind === 'token')).toBe(true);
  });

  test('an Idempotency-Key answers the first ping again, and refuses another body', async ({
    api,
    simulator,
  }) => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await api.post('/api/v1/691001/ping/', { pings: 4 }, key);
    const { task_id: task } = z.object({ task_id: z.uuid() }).parse(first.envelope.data);
    await api.waitsForTheEndOf(task);
    const again = await api.post('/api/v1/691001/ping/', { pings: 4 }, key);
    expect(again.envelope).toEqual(first.envelope);
    expect(await simulator.launches(691001)).toHaveLength(1);
    const other = await api.post('/api/v1/691001/ping/', { pings: 5 }, key);
    expectRefusal(other, 422, 'idempotency_conflict');
  });
});

test.describe('what is refused', () => {
  for (const id of ['0', '-1', '1.5', 'abc', '2147483648', '99999999999999999999', '0x10', '1e3']) {
    test(`an id that is none is 400: ${id}`, async ({ api }) => {
      const meta = expectRefusal(await api.post(`/api/v1/${id}/ping/`, { pings: 4 }), 400, 'invalid_request');
      expect(Object.keys(meta.fields ?? {})).not.toHaveLength(0);
    });
  }

  for (const body of [
    {},
    { pings: 0 },
    { pings: 101 },
    { pings: 1.5 },
    { pings: '10' },
    { pings: null },
    { pings: 4, reason: 'because' },
    { pings: 4, extend: 'yes' },
    [],
    [{ pings: 4 }],
    'text',
    null,
  ]) {
    test(`a body that is not right is 400: ${JSON.stringify(body)}`, async ({ api }) => {
      const answer = await api.post('/api/v1/701001/ping/', JSON.stringify(body), {
        'content-type': 'application/json',
      });
      expectRefusal(answer, 400, 'invalid_request');
    });
  }

  test('a body that is no JSON is 400, and no body at all too', async ({ api }) => {
    const json = { 'content-type': 'application/json' };
    for (const body of ['{"pings": 4', '', '{pings: 4}']) {
      const answer = await api.call('POST', '/api/v1/701001/ping/', {
        headers: json,
        data: Buffer.from(body),
      });
      expectRefusal(answer, 400, 'invalid_request');
    }
  });

  test('a body of another kind than JSON is 415', async ({ api }) => {
    for (const kind of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const answer = await api.post('/api/v1/701001/ping/', '{"pings":4}', { 'content-type': kind });
      expectRefusal(answer, 415, 'unsupported_media_type');
    }
  });

  test('a body of more than 64 kB is 413', async ({ api }) => {
    const answer = await api.post('/api/v1/701001/ping/', { pings: 4, padding: 'x'.repeat(65_536) });
    expectRefusal(answer, 413, 'body_too_large');
  });

  test('a token without the scope is 403, and the message names the scope', async ({ apiWith }) => {
    const reader = await apiWith('ping:read');
    const refused = await reader.post('/api/v1/701001/ping/', { pings: 4 });
    expectRefusal(refused, 403, 'forbidden');
    expect(refused.envelope.message).toContain('ping:write');
    expectRefusal(await reader.get('/api/v1/services/'), 403, 'forbidden');
    expectRefusal(await reader.get('/api/v1/pings/'), 403, 'forbidden');
    expect((await reader.get('/api/v1/pings/?service_id=12345')).status).toBe(200);
    const writer = await apiWith('ping:write');
    const read = await writer.get(`/api/v1/ping/${crypto.randomUUID()}/`);
    expectRefusal(read, 403, 'forbidden');
  });

  test('an agent may not do what is for administrators', async ({ team }) => {
    const agent = await team.api('agent');
    expectRefusal(await agent.post('/api/v1/directory/sync/'), 403, 'forbidden');
    expectRefusal(await agent.get('/api/v1/pings/'), 403, 'forbidden');
    const supervisor = await team.api('supervisor');
    expect((await supervisor.get('/api/v1/pings/')).status).toBe(200);
  });

  test('a service that WispHub does not know is 404', async ({ api }) => {
    const answer = await api.post('/api/v1/709999/ping/', { pings: 4 });
    expectRefusal(answer, 404, 'ping_failed', 'service_unknown');
  });

  test('a task_id that was never given out is 404', async ({ api }) => {
    for (const task of [crypto.randomUUID(), 'abc', '550e8400-e29b-41d4-a716-446655440000', '1']) {
      expectRefusal(await api.get(`/api/v1/ping/${task}/`), 404, 'task_unknown');
    }
  });

  test('a service without an IP is 409', async ({ api, simulator }) => {
    const answer = await api.post('/api/v1/1018/ping/', { pings: 4 });
    expectRefusal(answer, 409, 'ping_failed', 'service_without_ip');
    expect(await simulator.launches(1018)).toHaveLength(0);
  });

  test('a fault of WispHub while launching is 502', async ({ api, simulator }) => {
    await simulator.script(711001, 'no_task_id');
    const answer = await api.post('/api/v1/711001/ping/', { pings: 4 });
    expectRefusal(answer, 502, 'ping_failed', 'upstream_bad_shape');
  });

  test('a foreign Origin may change nothing, our own and none may', async ({ team, simulator, baseURL }) => {
    const agent = await team.api('agent');
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
      const answer = await agent.post('/api/v1/721001/ping/', { pings: 4 }, { origin });
      expectRefusal(answer, 403, 'forbidden', 'foreign_origin');
    }
    expect(await simulator.launches(721001)).toHaveLength(0);
    const own = await agent.post('/api/v1/721001/ping/', { pings: 4 }, { origin: baseURL ?? '' });
    expect(own.envelope.action).toBe('ping_created');
  });

  test('a path that nobody serves is 404 in the envelope', async ({ api, stranger }) => {
    for (const path of ['/api/v1/', '/api/v1/nothing', '/api/v2/12345/ping/', '/api/nothing/here/']) {
      expectRefusal(await api.get(path), 404, 'unknown_path');
      expectRefusal(await stranger.call('DELETE', path), 404, 'unknown_path');
    }
  });

  test('a method that a path does not have is 405 and names those it has', async ({ api }) => {
    const onPing = await api.call('DELETE', '/api/v1/12345/ping/');
    expectRefusal(onPing, 405, 'method_not_allowed');
    expect(onPing.headers.allow).toBe('POST');
    const onResult = await api.post(`/api/v1/ping/${crypto.randomUUID()}/`);
    expectRefusal(onResult, 405, 'method_not_allowed');
    expect(onResult.headers.allow).toContain('GET');
  });
});

test.describe('the lists', () => {
  test('services come page by page, each once and in order', async ({ api }) => {
    const query = '/api/v1/services/?q=maria%20jose&limit=3';
    const all = servicesPage.parse((await api.get('/api/v1/services/?q=maria%20jose&limit=9')).envelope.data);
    const found: number[] = [];
    let cursor: string | null = null;
    do {
      const at: string = cursor === null ? query : `${query}&cursor=${encodeURIComponent(cursor)}`;
      const { envelope } = await api.get(at);
      expect(envelope).toMatchObject({ ok: true, type: 'success', action: 'services_listed' });
      const page = servicesPage.parse(envelope.data);
      expect(page.items.length).toBeLessThanOrEqual(3);
      found.push(...page.items.map((item) => item.service_id));
      cursor = page.next_cursor;
    } while (cursor !== null && found.length < 9);
    expect(found).toEqual(all.items.map((item) => item.service_id));
    expect(new Set(found).size).toBe(found.length);
  });

  test('pings of a service come newest first, page by page', async ({ api }) => {
    const tasks: string[] = [];
    for (const pings of [1, 2, 3]) {
      const task = await api.startsPing(731001, pings);
      await api.waitsForTheEndOf(task);
      tasks.unshift(task);
    }
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { envelope } = await api.get(`/api/v1/pings/?service_id=731001&limit=2${more}`);
      expect(envelope).toMatchObject({ ok: true, type: 'success', action: 'pings_listed' });
      const page = pingsPage.parse(envelope.data);
      found.push(...page.items.map((item) => item.task_id));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(found).toEqual(tasks);
  });

  test('a limit or a cursor that is none is refused or begins anew, and never fails', async ({ api }) => {
    for (const limit of ['0', '101', 'x', '-1', '1.5']) {
      expectRefusal(await api.get(`/api/v1/services/?limit=${limit}`), 400, 'invalid_request');
      expectRefusal(await api.get(`/api/v1/pings/?limit=${limit}`), 400, 'invalid_request');
    }
    for (const path of ['/api/v1/services/?cursor=%00%ff', '/api/v1/pings/?cursor=bm90LWpzb24']) {
      expect([200, 400]).toContain((await api.get(path)).status);
    }
  });

  test('one service is read by its id, and an id outside the directory is 404', async ({ api }) => {
    const { status, envelope } = await api.get('/api/v1/services/12345/');
    expect(status).toBe(200);
    expect(serviceItemSchema.strict().parse(envelope.data)).toMatchObject({
      service_id: 12345,
      name: 'Johana Vargas Peña',
      ip: '10.20.30.40',
      status: 'Activo',
    });
    const outside = await api.get('/api/v1/services/739999/');
    expectRefusal(outside, 404, 'service_not_found');
  });

  test('a technician is given no document, no balance and no billing status', async ({ team }) => {
    const technician = await team.api('technician');
    const agent = await team.api('agent');
    const money = ['document', 'balance', 'billing_status'];
    for (const path of ['/api/v1/services/1022/', '/api/v1/services/1011/']) {
      const theirs = z.looseObject({}).parse((await technician.get(path)).envelope.data);
      const ours = z.looseObject({}).parse((await agent.get(path)).envelope.data);
      for (const key of money) {
        expect(theirs).not.toHaveProperty(key);
        expect(ours).toHaveProperty(key);
      }
    }
    const { envelope } = await technician.get('/api/v1/services/?q=9900001022');
    expect(JSON.stringify(envelope)).not.toMatch(/document|balance|billing|99000/);
    const refreshed = await technician.post('/api/v1/services/1022/refresh/');
    expect(JSON.stringify(refreshed.envelope)).not.toMatch(/document|balance|billing|99000/);
  });
});

test('the health of the server is told to everybody, and tells no secret', async ({ request }) => {
  for (const path of ['/api/health/live', '/api/health/live/', '/api/health/ready', '/api/health/ready/']) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(200);
    expect(await response.text()).not.toMatch(/postgres|127\.0\.0\.1|Api-Key/);
  }
});
