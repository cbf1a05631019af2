import { afterAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestSimulator } from './test-simulator';

const simulator = await startTestSimulator();
beforeEach(async () => {
  await simulator.control('reset', {});
});
afterAll(() => simulator.close());

const logSchema = z.object({
  requests: z.array(
    z.object({
      at: z.string(),
      method: z.string(),
      path: z.string(),
      service_id: z.number().nullable(),
      task_id: z.string().nullable(),
      outcome: z.string(),
    }),
  ),
});
const log = async (query = '') =>
  logSchema.parse(JSON.parse((await simulator.control(`requests${query}`)).text)).requests;

it('the controls need the key', async () => {
  expect((await simulator.call('/__simulator/requests')).status).toBe(401);
});

it('a script is followed step by step and its last step stays', async () => {
  await simulator.control('script', { service_id: 1001, steps: ['silent', 'stable'] });
  const summaries = [];
  for (let time = 0; time < 3; time += 1) summaries.push((await simulator.ping(1001)).summary);
  expect(summaries).toEqual(['0 de 4', '4 de 4', '4 de 4']);
});

it('a script with an unknown step is refused and names the known ones', async () => {
  const reply = await simulator.control('script', { service_id: 1001, steps: ['stable', 'nonsense'] });
  expect(reply.status).toBe(400);
  expect(reply.text).toContain('never_finishes');
  expect((await simulator.ping(1001)).summary).toBe('4 de 4');
});

it('the log witnesses each launch and read, with service, task and outcome, and never the controls', async () => {
  const id = await simulator.launch(1004);
  await simulator.net(`/api/tasks/${id}/`);
  await simulator.launch(1001);
  expect(await log()).toHaveLength(3);
  expect(await log('?service_id=1004')).toMatchObject([
    { method: 'POST', path: '/api/clientes/1004/ping/', service_id: 1004, task_id: id, outcome: 'created' },
    { method: 'GET', path: `/api/tasks/${id}/`, service_id: 1004, task_id: id, outcome: 'pending' },
  ]);
});

it('a stalled launch is in the log although its caller never heard of it', async () => {
  await expect(simulator.launch(1012, 4, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  expect(await log()).toMatchObject([{ service_id: 1012, outcome: 'stalled', task_id: expect.any(String) }]);
});

it('each task tells when it was made and from when on its result is there; one that never ends has no such moment', async () => {
  const taskSchema = z.object({
    task_id: z.string(),
    created_at_ms: z.number(),
    done_at_ms: z.number().nullable(),
  });
  const [quick, endless] = [await simulator.launch(1001), await simulator.launch(1004)];
  const { tasks } = z
    .object({ tasks: z.array(taskSchema) })
    .parse(JSON.parse((await simulator.control('tasks')).text));
  const [first, second] = tasks;
  expect([first?.task_id, second?.task_id]).toEqual([quick, endless]);
  // Six tenths of a second and eight for each packet, two thousand times as quick.
  expect((first?.done_at_ms ?? 0) - (first?.created_at_ms ?? 0)).toBeCloseTo(3800 / 2000, 1);
  expect(second?.done_at_ms).toBeNull();
});

it('a reset forgets tasks, scripts, counters, the log and the outage', async () => {
  const id = await simulator.launch(1015);
  await simulator.control('script', { service_id: 1001, steps: ['silent'] });
  await simulator.control('outage', { mode: 'html' });
  await simulator.control('reset', {});
  expect(await log()).toEqual([]);
  expect((await simulator.net(`/api/tasks/${id}/`)).status).toBe(404);
  expect((await simulator.ping(1001)).summary).toBe('4 de 4');
  expect((await simulator.ping(1015)).packets[0]?.status).toBe('timeout');
});

it('an outage meets every API answer in the way asked for, and ends', async () => {
  const list = '/api/clientes/?limit=1';
  await simulator.control('outage', { mode: 'html' });
  expect((await simulator.net(list)).headers.get('content-type')).toContain('text/html');
  await simulator.control('outage', { mode: 'refuse-key' });
  expect([(await simulator.net(list)).status, (await simulator.v1('/api/v1/ping/x/')).status]).toEqual([
    403, 401,
  ]);
  await simulator.control('outage', { mode: 'silence' });
  await expect(simulator.net(list, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  await simulator.control('outage', { mode: 'none' });
  expect((await simulator.net(list)).status).toBe(200);
});

it('customers that WispHub has lost are neither listed nor found nor pinged, until they are back', async () => {
  const ids = async (query: string) =>
    z
      .object({ results: z.array(z.object({ id_servicio: z.number() })) })
      .parse(JSON.parse((await simulator.net(`/api/clientes/?${query}`)).text))
      .results.map(({ id_servicio }) => id_servicio);
  await simulator.control('customers', { hidden: [1001] });
  expect(await ids('limit=5')).not.toContain(1001);
  expect(await ids('id_servicio=1001')).toEqual([]);
  expect((await simulator.net('/api/clientes/1001/')).status).toBe(404);
  await simulator.control('customers', { hidden: [] });
  expect(await ids('id_servicio=1001')).toEqual([1001]);
});

it('the list can be made slow, and one customer is found as quickly as ever', async () => {
  await simulator.control('customers', { list_delay_ms: 5000 });
  await expect(
    simulator.net('/api/clientes/?limit=1', { signal: AbortSignal.timeout(50) }),
  ).rejects.toThrow();
  expect((await simulator.net('/api/clientes/?id_servicio=1001')).status).toBe(200);
});

it('closing does not wait for a call that is being held', async () => {
  const other = await startTestSimulator();
  const held = other.launch(1012).catch(() => 'cut');
  await expect.poll(async () => (await other.control('requests')).text).toContain('stalled');
  await other.close();
  expect(await held).toBe('cut');
});
