import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSimulator, taskSchema } from './test-simulator';

let simulator: Awaited<ReturnType<typeof startTestSimulator>>;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.close());

const post = (body: unknown) => ({ method: 'POST', body });
const parsed = (text: string): unknown => JSON.parse(text);

describe('asking for a ping', () => {
  it('a call without the key, or with the other dialect’s form of it, is refused with 403', async () => {
    for (const authorization of [undefined, 'Bearer simulator-test-key', 'Api-Key wrong']) {
      const reply = await simulator.call('/api/clientes/1001/ping/', {
        ...post({ pings: 1 }),
        authorization,
      });
      expect(reply.status).toBe(403);
      expect(parsed(reply.text)).toHaveProperty('detail');
    }
  });

  it('a created ping is 202 with a task id and PROCESS', async () => {
    const reply = await simulator.net('/api/clientes/1001/ping/', post({ pings: 4, arp_ping: false }));
    expect(reply.status).toBe(202);
    expect(parsed(reply.text)).toEqual({ task_id: expect.any(String), status: 'PROCESS' });
  });

  it('more than 10 packets, none, or no number at all is a field error', async () => {
    for (const body of [{ pings: 11 }, { pings: 0 }, { pings: '4' }, {}]) {
      const reply = await simulator.net('/api/clientes/1001/ping/', post(body));
      expect(reply.status).toBe(400);
      expect(parsed(reply.text)).toEqual({ pings: [expect.any(String)] });
    }
  });

  it('interfaz null is a field error', async () => {
    const reply = await simulator.net('/api/clientes/1001/ping/', post({ pings: 4, interfaz: null }));
    expect(reply.status).toBe(400);
    expect(parsed(reply.text)).toHaveProperty('interfaz');
  });

  it('an unknown service is 404, whether short, generated-looking or longer', async () => {
    for (const id of [9999, 19999, 20001, 7]) {
      const reply = await simulator.net(`/api/clientes/${id}/ping/`, post({ pings: 4 }));
      expect(reply.status).toBe(404);
      expect(parsed(reply.text)).toEqual({ detail: 'No encontrado.' });
    }
  });

  it('a path without its final slash redirects a GET and breaks a POST', async () => {
    const get = await simulator.net('/api/clientes?limit=1');
    expect([get.status, get.headers.get('location')]).toEqual([301, '/api/clientes/?limit=1']);
    const broken = await simulator.net('/api/clientes/1001/ping', post({ pings: 4 }));
    expect(broken.status).toBe(500);
    expect(broken.headers.get('content-type')).toContain('text/html');
  });
});

describe('reading a result', () => {
  it('a stable line answers every packet from the IP of its record, in strings', async () => {
    const { packets, summary, names } = await simulator.ping(12345);
    expect(names).toEqual(['ping-1', 'ping-2', 'ping-3', 'ping-4', 'ping-exitoso']);
    expect(summary).toBe('4 de 4');
    for (const packet of packets) {
      expect(packet).toMatchObject({ host: '10.20.30.40', sent: '1', received: '1', 'packet-loss': '0' });
      expect(packet.time).toMatch(/^\d+(s|ms|us)/);
      expect(packet).not.toHaveProperty('status');
    }
  });

  it('an ICMP error counts as a success in the summary, though nothing was received', async () => {
    const { packets, summary } = await simulator.ping(1007);
    expect(packets.map(({ status }) => status)).toEqual([
      'timeout',
      'host unreachable',
      'timeout',
      'host unreachable',
    ]);
    expect(packets.every(({ received }) => received === '0')).toBe(true);
    expect(packets[1]?.host).toBe('203.0.113.9');
    expect(summary).toBe('2 de 4');
  });

  it('an ARP ping is answered by the MAC', async () => {
    const reply = await simulator.net('/api/clientes/12345/ping/', post({ pings: 1, arp_ping: true }));
    const taskId = String(Object.values(parsed(reply.text) ?? {})[0]);
    await expect
      .poll(async () => (await simulator.net(`/api/tasks/${taskId}/`)).text, { interval: 2 })
      .toContain('02:00:00:00:30:39');
  });

  it('an unknown task is 404', async () => {
    expect((await simulator.net('/api/tasks/no-such-task/')).status).toBe(404);
  });

  it('a task that never finishes stays PENDING', async () => {
    const id = await simulator.launch(1004);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { text } = await simulator.net(`/api/tasks/${id}/`);
    expect(taskSchema.parse(parsed(text)).task).toEqual({ id, status: 'PENDING', result: null });
  });
});

it('a ping of three takes about three seconds at normal speed, and the speed divides that', async () => {
  const slow = await startTestSimulator(10);
  const startedAt = Date.now();
  await slow.ping(1001, 3);
  const seconds = ((Date.now() - startedAt) * 10) / 1_000;
  await slow.close();
  expect(seconds).toBeGreaterThan(2.8);
  expect(seconds).toBeLessThan(5);
});
