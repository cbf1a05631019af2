import { z } from 'zod';
import { openDatabase } from '@/lib/db/client';
import { freePort } from '@/lib/db/free-port';
import { testToken } from '@/lib/test-token';
import { requireBuild } from '../run-next';
import type { Scope } from '../shutdown';
import { startSimulatedProduct } from '../simulated-product';
import { temporaryFolder } from '../temporary-folder';

const startedSchema = z.object({ data: z.object({ task_id: z.uuid() }) });
const stateSchema = z.object({ data: z.object({ state: z.string() }) });
const changesSchema = z.object({
  data: z.object({
    items: z.array(z.object({ version: z.string().nullable(), state: z.string().nullable() })),
  }),
});

export type LoadedProduct = {
  url: string;
  /** Makes the token of one caller. */
  caller(): Promise<string>;
  launch(token: string, serviceId: number): Promise<string>;
  /** Waits, as a tab does, until the ping has ended; answers how many requests that took. */
  follow(token: string, taskId: string): Promise<number>;
  /** A value that `/api/metrics` tells, by its name without labels. */
  metric(name: string): Promise<number>;
};

/** The built product with simulator, with limits that a bench of many callers on one address does not meet. */
export async function startLoadedProduct(scope: Scope): Promise<LoadedProduct> {
  requireBuild();
  const dataDir = temporaryFolder(scope, 'bench-load');
  const { server, databaseUrl } = await startSimulatedProduct(scope, {
    mode: 'start',
    dataDir,
    port: await freePort(),
    hostName: '127.0.0.1',
    speed: 10,
    variables: {
      WISPHUB_RATE_PER_MINUTE: '100000',
      WISPHUB_LAUNCH_SPACING_MS: '0',
      LAUNCHES_PER_MINUTE: '100000',
      REQUESTS_PER_MINUTE: '1000000',
      TOKEN_REQUESTS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'error',
    },
  });
  const db = openDatabase(databaseUrl, { max: 1 });
  scope.defer(() => db.$client.end());
  const ask = async (token: string, at: string, init: RequestInit = {}): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}${at}`, { ...init, headers });
    if (!answer.ok) throw new Error(`${at} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    url: server.url,
    caller: () => testToken(db, 'bench', ['ping:write', 'ping:read', 'services:read']),
    async launch(token, serviceId) {
      const body = JSON.stringify({ pings: 4 });
      const answer = await ask(token, `/api/v1/${serviceId}/ping/`, { method: 'POST', body });
      return startedSchema.parse(answer).data.task_id;
    },
    async follow(token, taskId) {
      let version: string | null = null;
      for (let requests = 1; ; requests += 1) {
        const seen: string = version === null ? taskId : `${taskId}.${version}`;
        const { items } = changesSchema.parse(await ask(token, `/api/v1/changes/?seen=${seen}`)).data;
        for (const item of items) {
          if (item.state === 'finished' || item.state === 'failed') {
            stateSchema.parse(await ask(token, `/api/v1/ping/${taskId}/?details=1`));
            return requests + 1;
          }
          version = item.version;
        }
      }
    },
    async metric(name) {
      const text = await (await fetch(`${server.url}/api/metrics`)).text();
      const line = text.split('\n').find((one) => one.startsWith(`${name} `));
      if (line === undefined) throw new Error(`/api/metrics tells no ${name}.`);
      return Number(line.split(' ')[1]);
    },
  };
}
