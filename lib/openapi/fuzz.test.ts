import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { apiDocument, OPERATIONS } from '@/app/api/v1/openapi.json/api-document';
import type { Actor } from '@/lib/domain/role';
import { defaultSettings } from '@/lib/domain/settings';
import { log } from '@/lib/log';
import { person, testSystem, type TestSystem } from '@/lib/operations/test-system';
import type { Known } from './test-arbitrary';
import { differences, operationsOf, type OperationAt } from './test-answers';
import { badRequests, goodRequests, isOdd, type WireRequest } from './test-requests';
import { send } from './test-send';
import { furnish, renew, TOKEN } from './test-world';

const CASES = 300;
const AT_ONCE = 8;
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));

let test: TestSystem;
/** Whom the session of a request stands for; nobody without one. */
let signedIn: Actor | null = null;

vi.hoisted(() => {
  process.env.WISPHUB_API = 'net';
  process.env.WISPHUB_URL = 'http://127.0.0.1:1';
  process.env.WISPHUB_TOKEN = 'a-key-of-this-test-alone';
  process.env.NEXTAUTH_SECRET = 'the secret of this test, long enough';
  process.env.NEXTAUTH_URL = 'http://localhost:3000';
  process.env.LOG_LEVEL = 'silent';
});
vi.mock('@/lib/auth', () => ({ actorOfSession: async () => signedIn }));
vi.mock('@/lib/compose', () => ({
  database: () => test.store.db,
  clock: () => ({ now: test.system.now }),
  system: () => test.system,
  settingsNow: () => ({ read: () => defaultSettings }),
  health: () => ({
    read: () => ({ lastMs: 12, lastOkAt: 0, lastFault: null, lastFaultAt: null }),
    downSince: () => null,
  }),
}));

let known: Known = {};
const logged = vi.spyOn(log(), 'error');

beforeAll(async () => {
  test = await testSystem();
  const many = 1_000_000_000;
  test.system.limits = {
    ...test.system.limits,
    ratePerMinute: many,
    launchesPerMinute: many,
    requestsPerMinute: many,
    tokenRequestsPerMinute: many,
  };
});
afterAll(() => test.close());

const document = apiDocument();
const handlers = new Map(OPERATIONS.map((operation) => [operation.id, operation.handler]));
const operations = operationsOf(document).map((at) => [at.operation.operationId, at] as const);

const asToken = { authorization: `Bearer ${TOKEN}` };

async function sendAll(at: OperationAt, requests: readonly WireRequest[], who: Record<string, string>) {
  const handler = handlers.get(at.operation.operationId);
  if (handler === undefined) throw new Error('there is no such operation');
  const troubles: string[] = [];
  const statuses = new Map<number, number>();
  for (let place = 0; place < requests.length; place += AT_ONCE) {
    await renew(test, at.operation.operationId);
    await Promise.all(
      requests.slice(place, place + AT_ONCE).map(async (request) => {
        const answered = await send(at, handler, { ...request, headers: { ...request.headers, ...who } });
        statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1);
        const wrong = differences(document, at.operation, answered);
        if (answered.status >= 500) wrong.push('5xx');
        const isRefused = answered.status >= 400 && answered.status < 500;
        if (request.broken !== null && !isRefused)
          wrong.push(`${request.broken} was let through: ${answered.status}`);
        const mayRefuse = at.operation['x-refuses'] !== undefined || isOdd(request);
        const isRefusedAsWrong = answered.text.includes('"code":"invalid_request"');
        if (request.broken === null && isRefusedAsWrong && !mayRefuse)
          wrong.push(`refused: ${answered.text}`);
        if (wrong.length > 0)
          troubles.push(`${wrong.join('\n')}\n  of ${JSON.stringify(request).slice(0, 600)}`);
      }),
    );
  }
  return { troubles, statuses };
}

/** Half of them as the document allows, half with one thing wrong. */
function requestsOf(at: OperationAt, count: number): WireRequest[] {
  const numRuns = count / 2;
  const bad = badRequests(document, at, known);
  const good = fc.sample(goodRequests(at, known), { seed, numRuns: bad ? numRuns : count });
  return [...good, ...(bad ? fc.sample(bad, { seed, numRuns }) : [])];
}

const isForTokens = ({ operation }: OperationAt) => operation.security.some((needed) => 'token' in needed);
const withCallers = operations.filter(([, { operation }]) => operation.security.length > 0);

describe(`random requests to every route (seed ${seed})`, () => {
  it.each(operations)(
    '%s answers as documented, and refuses what is not',
    async (name, at) => {
      known = await furnish(test);
      logged.mockClear();
      const requests = requestsOf(at, CASES);
      signedIn = at.operation.security.length === 0 ? null : person('admin');
      const { troubles, statuses } = await sendAll(at, requests, isForTokens(at) ? asToken : {});
      expect(troubles.slice(0, 3), `${name}, seed ${seed}`).toEqual([]);
      expect(
        [...statuses.keys()].some((status) => status < 300),
        'it was done at least once',
      ).toBe(true);
      expect(
        logged.mock.calls.map(([fields]) => fields),
        'what the caller got wrong is no error of ours',
      ).toEqual([]);
      if (process.env.FUZZ_SHOW) console.log(name, requests.length, [...statuses]);
    },
    60_000,
  );

  it.each(withCallers)('%s answers nobody', async (name, at) => {
    const requests = requestsOf(at, 30);
    signedIn = null;
    const { troubles, statuses } = await sendAll(
      at,
      requests.map((request) => ({ ...request, broken: 'the caller' })),
      {},
    );
    expect(troubles.slice(0, 3), `${name}, seed ${seed}`).toEqual([]);
    expect([...statuses.keys()]).toEqual([401]);
  });
});
