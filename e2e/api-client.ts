import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import { z } from 'zod';
import { envelopeSchema, errorMetaSchema, type Envelope } from '@/lib/domain/envelope';
import { pingDetailsSchema, type PingDetails } from '@/lib/domain/ping-details';
import type { Reason } from '@/lib/domain/ping';

const startedSchema = z.object({ task_id: z.uuid() });

export type Answer = { status: number; headers: Record<string, string>; envelope: Envelope };

type Options = { headers?: Record<string, string>; data?: unknown };

async function read(response: APIResponse): Promise<Answer> {
  const text = await response.text();
  const parsed = envelopeSchema.safeParse(JSON.parse(text));
  expect(parsed.error, `${response.url()} answers the envelope, not ${text.slice(0, 300)}`).toBeUndefined();
  return {
    status: response.status(),
    headers: response.headers(),
    envelope: envelopeSchema.parse(JSON.parse(text)),
  };
}

/** A program that speaks to the API and follows no redirect. */
export class ApiClient {
  constructor(private readonly http: APIRequestContext) {}

  async call(method: string, path: string, { headers, data }: Options = {}): Promise<Answer> {
    return read(await this.http.fetch(path, { method, headers, data, maxRedirects: 0 }));
  }

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.call('GET', path, { headers });
  }

  post(path: string, data: unknown = {}, headers?: Record<string, string>): Promise<Answer> {
    return this.call('POST', path, { headers, data });
  }

  /** Starts a ping and answers its task_id. */
  async startsPing(
    serviceId: number,
    pings: number,
    more: { reason?: Reason; extend?: 'auto' } = {},
  ): Promise<string> {
    const { envelope } = await this.post(`/api/v1/${serviceId}/ping/`, { pings, ...more });
    expect(envelope).toMatchObject({ ok: true, action: 'ping_created' });
    return startedSchema.parse(envelope.data).task_id;
  }

  /** Has the record read from WispHub, as opening its card does; a ping is judged with what the record says. */
  async readsRecord(serviceId: number): Promise<void> {
    const { envelope } = await this.post(`/api/v1/services/${serviceId}/refresh/`);
    expect(envelope).toMatchObject({ ok: true, data: { service: { service_id: serviceId } } });
  }

  async readsPing(taskId: string): Promise<PingDetails> {
    return pingDetailsSchema.parse((await this.get(`/api/v1/ping/${taskId}/?details=1`)).envelope.data);
  }

  /** Waits until the server has carried this ping to its end; reading it does not move it. */
  async waitsForTheEndOf(taskId: string): Promise<PingDetails> {
    await expect
      .poll(async () => (await this.readsPing(taskId)).state, { timeout: 25_000, intervals: [200] })
      .not.toBe('running');
    return this.readsPing(taskId);
  }
}

/** Asserts that the answer is an error in the envelope, whole, and answers its `meta`. */
export function expectRefusal(answer: Answer, status: number, action: string, code: string = action) {
  expect(answer.envelope).toMatchObject({ ok: false, type: 'error', action, data: null });
  expect(answer.status).toBe(status);
  expect(answer.envelope.message, 'a message that a person can act on').toMatch(/^[A-Z].+\.$/);
  const meta = errorMetaSchema.strict().parse(answer.envelope.meta);
  expect(meta.code).toBe(code);
  expect(answer.headers['x-request-id']).toBe(meta.request_id);
  return meta;
}
