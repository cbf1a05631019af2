import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { envelopeSchema, startTestSimulator } from './test-simulator';

let simulator: Awaited<ReturnType<typeof startTestSimulator>>;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.close());

async function create(serviceId: number, pings = 4) {
  const reply = await simulator.v1(`/api/v1/${serviceId}/ping/`, { method: 'POST', body: { pings } });
  return { status: reply.status, envelope: envelopeSchema.parse(JSON.parse(reply.text)) };
}

/** Reads over every 5xx until an answer with status 200 comes. */
async function actionOf(serviceId: number, pings?: number): Promise<string> {
  const { envelope } = await create(serviceId, pings);
  for (;;) {
    const { status, text } = await simulator.v1(`/api/v1/ping/${envelope.data?.task_id}/`);
    if (status === 200) return envelopeSchema.parse(JSON.parse(text)).action;
    await pause(1);
  }
}

it('a call without the token is refused bare, with a wrong one in the envelope', async () => {
  const bare = await simulator.call('/api/v1/1001/ping/', { method: 'POST', body: { pings: 4 } });
  expect([bare.status, JSON.parse(bare.text)]).toEqual([401, { detail: 'Not authenticated' }]);
  const wrong = await simulator.v1('/api/v1/ping/x/', { authorization: 'Api-Key simulator-test-key' });
  expect([wrong.status, envelopeSchema.parse(JSON.parse(wrong.text)).ok]).toEqual([401, false]);
});

it('a created ping is 200 with the task id in data', async () => {
  const { status, envelope } = await create(1001, 100);
  expect(status).toBe(200);
  expect(envelope).toMatchObject({ ok: true, type: 'success', action: 'ping_created' });
});

it('a creation that failed is 200 with ping_failed', async () => {
  const { status, envelope } = await create(9999);
  expect([status, envelope.ok, envelope.action]).toEqual([200, false, 'ping_failed']);
});

it('a number of packets out of range is 400', async () => {
  expect((await create(1001, 101)).status).toBe(400);
});

it('pending is a 500 in the envelope, and now and then in plain text', async () => {
  const { envelope } = await create(1004);
  const texts = [];
  for (let read = 0; read < 3; read += 1) {
    const { status, text } = await simulator.v1(`/api/v1/ping/${envelope.data?.task_id}/`);
    expect(status).toBe(500);
    texts.push(text);
  }
  expect(texts[0]).toContain('"action":"error"');
  expect(texts[2]).toBe('Internal Server Error');
});

it('the final actions follow what was received', async () => {
  expect(await actionOf(1001, 100)).toBe('stable_connection');
  expect(await actionOf(1002)).toBe('intermittent_connection');
  expect(await actionOf(1003)).toBe('no_internet');
  expect(await actionOf(1007)).toBe('no_internet');
  expect(await actionOf(1005)).toBe('ping_failed');
});

it('a task made in one dialect can be read in the other', async () => {
  const { envelope } = await create(1001);
  expect((await simulator.net(`/api/tasks/${envelope.data?.task_id}/`)).status).toBe(200);
});
