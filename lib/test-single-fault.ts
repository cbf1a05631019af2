import { Client, type PoolClient } from 'pg';
import { openDatabase, type Database } from './db/client';
import { payload, startTestUpstream, type TestUpstream } from './wisphub/test-upstream';

/**
 * `refused`: the database said no. `lost`: the connection broke before the question arrived. `unheard`: it was carried out,
 * and the connection broke before the answer arrived.
 */
export const DATABASE_FAULTS = ['refused', 'lost', 'unheard'] as const;
export type DatabaseFault = (typeof DATABASE_FAULTS)[number];

/** `lost` and `unheard` as above; `error` was carried out and answered as a server error. */
export const UPSTREAM_FAULTS = ['lost', 'unheard', 'error'] as const;
export type UpstreamFault = (typeof UPSTREAM_FAULTS)[number];

/** Counts calls, and says which of them is to fail. */
export type Countdown<Fault> = {
  /** Calls since `failAt`, and those that have no answer yet. */
  calls: number;
  open: number;
  /** From now on the n-th call fails so; null lets all of them pass. */
  failAt(n: number, fault: Fault | null): void;
  /** True once the call that was to fail has failed. */
  hasFailed(): boolean;
  /** Counts a call; answers how it is to fail. */
  next(): Fault | null;
};

function countdown<Fault>(): Countdown<Fault> {
  let at = 0;
  let armed: Fault | null = null;
  const it: Countdown<Fault> = {
    calls: 0,
    open: 0,
    failAt(n, fault) {
      [it.calls, at, armed] = [0, n, fault];
    },
    hasFailed: () => armed !== null && it.calls >= at,
    next() {
      it.calls += 1;
      return it.calls === at ? armed : null;
    },
  };
  return it;
}

const brokenConnection = () => new Error('Connection terminated unexpectedly');
const saidNo = () =>
  Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });

const cut = (client: PoolClient) =>
  void Reflect.apply(Client.prototype.end, client, []).catch(() => undefined);

type Ask = () => Promise<unknown>;

async function failing(client: PoolClient, fault: DatabaseFault | null, ask: Ask): Promise<unknown> {
  if (fault === 'refused') throw saidNo();
  if (fault === 'lost') {
    cut(client);
    throw brokenConnection();
  }
  const answer = await ask();
  if (fault === null) return answer;
  cut(client);
  throw brokenConnection();
}

/** A pool of which every statement is counted, those of transactions too. */
export function faultyDatabase(url: string): { db: Database; faults: Countdown<DatabaseFault> } {
  const faults = countdown<DatabaseFault>();
  const db = openDatabase(url, { max: 6 });
  db.$client.on('connect', (client) => {
    client.query = new Proxy(client.query, {
      apply(query, self, given: unknown[]) {
        const callback = given.at(-1);
        const values = typeof callback === 'function' ? given.slice(0, -1) : given;
        const ask: Ask = () => Reflect.apply(query, self, values) as Promise<unknown>;
        faults.open += 1;
        const answer = failing(client, faults.next(), ask).finally(() => (faults.open -= 1));
        if (typeof callback !== 'function') return answer;
        answer.then(
          (result) => Reflect.apply(callback, undefined, [null, result]) as unknown,
          (error: unknown) => Reflect.apply(callback, undefined, [error]) as unknown,
        );
        return undefined;
      },
    });
  });
  return { db, faults };
}

export type FaultyUpstream = TestUpstream & {
  faults: Countdown<UpstreamFault>;
  /** How often the upstream has begun to ping a service. */
  launches: Map<number, number>;
};

const packet = (n: number) => {
  const numbers = { sent: '1', received: '1', 'packet-loss': '0', seq: String(n), ttl: '64', size: '56' };
  const times = { time: '1ms2us', 'min-rtt': '1ms2us', 'avg-rtt': '1ms2us', 'max-rtt': '1ms2us' };
  return { [`ping-${n + 1}`]: { host: '10.20.30.40', ...numbers, ...times } };
};

/** WispHub over real HTTP, whose lines answer every packet at the second look. */
export async function startFaultyUpstream(): Promise<FaultyUpstream> {
  const upstream = await startTestUpstream();
  const faults = countdown<UpstreamFault>();
  const launches = new Map<number, number>();
  const tasks = new Map<string, { packets: number; looks: number }>();

  function launch(serviceId: number, packets: number): unknown {
    launches.set(serviceId, (launches.get(serviceId) ?? 0) + 1);
    const id = `task-${tasks.size + 1}`;
    tasks.set(id, { packets, looks: 0 });
    return { task_id: id, status: 'PENDING' };
  }

  function look(id: string): unknown {
    const task = tasks.get(id);
    if (task === undefined || (task.looks += 1) < 2) return JSON.parse(payload('net-pending.json'));
    return {
      task: { id, status: 'SUCCESS', result: Array.from({ length: task.packets }, (_, n) => packet(n)) },
    };
  }

  upstream.answer((response, { method, url, body }) => {
    const fault = faults.next();
    if (fault === 'lost') return response.destroy();
    const [id = ''] = url.split('/').slice(3);
    const answer = method === 'POST' ? launch(Number(id), Number(JSON.parse(body).pings)) : look(id);
    if (fault === 'unheard') return response.destroy();
    response.writeHead(fault === 'error' ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(fault === 'error' ? { detail: 'x' } : answer));
  });
  return Object.assign(upstream, { faults, launches });
}
