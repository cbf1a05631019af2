import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { startSimulator } from './start-simulator';

const key = 'simulator-test-key';

export const taskSchema = z.object({
  task: z.object({ id: z.string(), status: z.string(), result: z.unknown() }),
});
const itemsSchema = z.array(z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])));
export const envelopeSchema = z.object({
  ok: z.boolean(),
  type: z.string(),
  action: z.string(),
  data: z.object({ task_id: z.string() }).nullable(),
});

type Call = { method?: string; body?: unknown; authorization?: string; signal?: AbortSignal };
type Reply = { status: number; headers: Headers; text: string };

/** A simulator on a free port with callers for its three kinds of path; very quick unless told otherwise. */
export async function startTestSimulator(speed = 2_000) {
  const simulator = await startSimulator({ port: 0, key, speed });

  async function call(
    path: string,
    { method = 'GET', body, authorization, signal }: Call = {},
  ): Promise<Reply> {
    const headers = new Headers({ 'Content-Type': 'application/json' });
    if (authorization) headers.set('Authorization', authorization);
    const init = { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) };
    const response = await fetch(simulator.url + path, { ...init, redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
  const net = (path: string, options?: Call) => call(path, { authorization: `Api-Key ${key}`, ...options });
  const v1 = (path: string, options?: Call) => call(path, { authorization: `Bearer ${key}`, ...options });
  const control = (path: string, body?: unknown) =>
    v1(`/__simulator/${path}`, { method: body === undefined ? 'GET' : 'POST', body });

  async function launch(serviceId: number, pings = 4, options: Call = {}): Promise<string> {
    const path = `/api/clientes/${serviceId}/ping/`;
    const { text } = await net(path, { method: 'POST', body: { pings, arp_ping: false }, ...options });
    return z.object({ task_id: z.string() }).parse(JSON.parse(text)).task_id;
  }

  /** Launches and reads until the task is final, and gives the packets (without the summary) and the summary. */
  async function ping(serviceId: number, pings = 4) {
    const id = await launch(serviceId, pings);
    for (;;) {
      const { status, text } = await net(`/api/tasks/${id}/`);
      const { task } = status === 200 ? taskSchema.parse(JSON.parse(text)) : { task: null };
      if (task?.status === 'SUCCESS') return split(itemsSchema.parse(task.result));
      await pause(1);
    }
  }

  return { ...simulator, call, net, v1, control, launch, ping };
}

type Packet = Record<string, string>;

function split(items: z.infer<typeof itemsSchema>) {
  const values = items.flatMap((item) => Object.values(item));
  const packets = values.filter((value): value is Packet => typeof value !== 'string');
  const texts = values.filter((value) => typeof value === 'string');
  return { packets, errors: texts.slice(0, -1), summary: texts.at(-1), names: items.flatMap(Object.keys) };
}
