import { expect } from '@playwright/test';
import { z } from 'zod';
import type { StepName } from '@/lib/wisphub/simulator/behaviour';
import type { OutageMode } from '@/lib/wisphub/simulator/state';
import { environment } from './environment';

const requestsSchema = z.object({
  requests: z.array(
    z.object({
      at: z.iso.datetime(),
      method: z.string(),
      path: z.string(),
      service_id: z.number().nullable(),
      task_id: z.string().nullable(),
      outcome: z.string(),
    }),
  ),
});

export type LoggedRequest = z.infer<typeof requestsSchema>['requests'][number];

const control = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
  const { SIMULATOR_URL, SIMULATOR_KEY } = environment();
  const response = await fetch(`${SIMULATOR_URL}/__simulator/${path}`, {
    method,
    headers: { authorization: `Bearer ${SIMULATOR_KEY}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  expect(response.ok, JSON.stringify(answer)).toBe(true);
  return answer;
};

/** What the simulated WispHub did, and what it shall do next. */
export const simulator = {
  /** The next launches of this service behave like this, one step each; the last one stays. */
  async script(serviceId: number, ...steps: StepName[]): Promise<void> {
    await control('POST', 'script', { service_id: serviceId, steps });
  },
  /** Forgets every script and every task of everybody: only for stories that run alone. */
  async reset(): Promise<void> {
    await control('POST', 'reset');
  },
  /** Which customers WispHub has lost, and how long each block of its list takes: only for stories that run alone. */
  async customers(change: { hidden: number[]; listDelayMs: number }): Promise<void> {
    await control('POST', 'customers', { hidden: change.hidden, list_delay_ms: change.listDelayMs });
  },
  /** What WispHub answers to everything from now on: only for stories that run alone. */
  async outage(mode: OutageMode): Promise<void> {
    await control('POST', 'outage', { mode });
  },
  async requests(serviceId: number): Promise<LoggedRequest[]> {
    return requestsSchema.parse(await control('GET', `requests?service_id=${serviceId}`)).requests;
  },
  /** Every ping of this service that WispHub was asked to launch. */
  async launches(serviceId: number): Promise<LoggedRequest[]> {
    return (await this.requests(serviceId)).filter(({ method }) => method === 'POST');
  },
};

export type Simulator = typeof simulator;
