import { QueryClient, QueryObserver, type QueryKey } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChangeItem } from '@/lib/domain/ping-change';
import { toPingDetails, type PingDetails } from '@/lib/domain/ping-details';
import { testPing, testStart } from '@/lib/domain/test-ping';
import type { Ping } from '@/lib/domain/ping';
import { pingWaits, type PingWaits } from './ping-waits';
import { pingRefetchMs } from './pings';
import { isWaitedFor } from './waited-for';

const ID = '3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10';
const OTHER = '3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c11';
const ended: Partial<Ping> = { state: 'finished', verdict: 'stable', finishedAt: testStart, packets: [] };

const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 5000, interval: 5 });

const details = (changes: Partial<Ping> = {}): PingDetails =>
  toPingDetails(
    { ping: testPing({}, { phase: 'read', ...changes }), requesters: [], serviceName: null },
    testStart,
  );

/** One request as the server sees it, open until the test answers it. */
type Asked = {
  seen: Record<string, string>;
  signal: AbortSignal;
  answer: (items: ChangeItem[]) => void;
  fail: () => void;
};

let client: QueryClient;
let waits: PingWaits;
let asked: Asked[];
let pauses: number[];
let endPause: () => void;
let isHidden: boolean;
let server: Map<string, PingDetails>;
let reads: string[];
let unsubscribe: () => void;

beforeEach(() => {
  [asked, pauses, reads, isHidden] = [[], [], [], false];
  server = new Map();
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  waits = pingWaits(client, {
    ask: (seen, signal) =>
      new Promise((resolve, reject) => {
        const fail = () => reject(new Error('no way'));
        signal.addEventListener('abort', fail);
        asked.push({ seen: Object.fromEntries(seen), signal, answer: resolve, fail });
      }),
    isHidden: () => isHidden,
    pause: (ms) => {
      pauses.push(ms);
      return new Promise((resolve) => (endPause = resolve));
    },
  });
  unsubscribe = client.getQueryCache().subscribe(() => waits.look());
});
afterEach(() => {
  unsubscribe();
  waits.stop();
  client.clear();
});

/** Puts something on the screen that is read from the server of this test. */
function show(queryKey: QueryKey, data: () => unknown): () => void {
  const queryFn = () => {
    reads.push(queryKey.join('/'));
    const found = data();
    if (found === undefined) throw new Error('the server does not answer');
    return found;
  };
  const observer = new QueryObserver(client, { queryKey, queryFn, staleTime: Infinity });
  return observer.subscribe(() => {});
}

const showPing = (id = ID) => show(['ping', id], () => server.get(id));
const count = (key: string) => reads.filter((one) => one === key).length;

async function nth(place: number): Promise<Asked> {
  await until(() => asked.length >= place);
  const one = asked[place - 1];
  if (one === undefined) throw new Error('it was not asked');
  return one;
}

const change = (ping: PingDetails): ChangeItem => ({
  task_id: ping.task_id,
  version: ping.version,
  state: ping.state,
});

describe('the wait of a tab', () => {
  it('is for the running ping on the screen, reads each step as it is told, and ends with the ping', async () => {
    const [first, second, last] = [details(), details({ round: 2 }), details({ ...ended, round: 2 })];
    server.set(ID, first);
    showPing();
    const one = await nth(1);
    expect(one.seen).toEqual({ [ID]: first.version });
    expect(isWaitedFor(ID), 'until a wait has come through, the page asks as ever').toBe(false);
    server.set(ID, second);
    one.answer([change(second)]);
    const two = await nth(2);
    expect(two.seen).toEqual({ [ID]: second.version });
    expect(isWaitedFor(ID)).toBe(true);
    server.set(ID, last);
    two.answer([change(last)]);
    await until(() => count(`ping/${ID}`) === 3);
    expect(client.getQueryData(['ping', ID])).toMatchObject({ state: 'finished' });
    expect(asked).toHaveLength(2);
  });

  it('is not there while nothing runs, or nobody looks, and begins when somebody does', async () => {
    server.set(ID, details());
    isHidden = true;
    showPing();
    await until(() => client.getQueryData(['ping', ID]) !== undefined);
    expect(asked).toEqual([]);
    isHidden = false;
    waits.look();
    await nth(1);
    isHidden = true;
    waits.look();
    expect(asked[0]?.signal.aborted).toBe(true);
    await until(() => count(`ping/${ID}`) === 2);
    expect(isWaitedFor(ID)).toBe(false);
    expect(pauses, 'leaving is no failure').toEqual([]);
  });

  it('begins anew for a ping that comes onto the screen, and forgets one that leaves it', async () => {
    server.set(ID, details());
    server.set(OTHER, details({ id: OTHER }));
    showPing();
    await nth(1);
    const hide = showPing(OTHER);
    const both = await nth(2);
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(Object.keys(both.seen)).toEqual([ID, OTHER]);
    hide();
    both.answer([]);
    expect(Object.keys((await nth(3)).seen)).toEqual([ID]);
  });

  it('falls back in silence when the server or the way to it refuses, and tries again ever more rarely', async () => {
    server.set(ID, details());
    showPing();
    (await nth(1)).answer([]);
    (await nth(2)).fail();
    await until(() => pauses.length === 1);
    expect(isWaitedFor(ID)).toBe(false);
    expect(count(`ping/${ID}`), 'the page asks at once').toBe(2);
    for (let failures = 2; failures <= 7; failures += 1) {
      endPause();
      (await nth(failures + 1)).fail();
      await until(() => pauses.length === failures);
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    endPause();
    (await nth(9)).answer([]);
    await nth(10);
    expect(isWaitedFor(ID)).toBe(true);
  });

  it('does not run in a circle when what is new cannot be read', async () => {
    server.set(ID, details());
    showPing();
    const one = await nth(1);
    server.delete(ID);
    one.answer([change(details({ round: 2 }))]);
    await until(() => pauses.length === 1);
    expect(asked).toHaveLength(1);
  });

  it('brings a list up to date at the end of a ping that only the list shows, and not before', async () => {
    const running = details();
    let items = [running];
    show(['pings', 'mine'], () => ({ items, next_cursor: null }));
    const one = await nth(1);
    expect(one.seen).toEqual({ [ID]: running.version });
    const second = details({ round: 2 });
    one.answer([change(second)]);
    const two = await nth(2);
    expect(two.seen, 'it is not told the same again').toEqual({ [ID]: second.version });
    expect(count('pings/mine')).toBe(1);
    items = [details({ ...ended, round: 2 })];
    two.answer(items.map(change));
    await until(() => count('pings/mine') === 2);
    expect(asked).toHaveLength(2);
  });

  it('ends a row of the history where it stands, and reads no other row for it', async () => {
    const rows = [details(), details({ id: OTHER, ...ended })].map((ping) => ({ ...ping, note: null }));
    show(['history', 'pages', ''], () => ({
      pages: [{ items: rows, next_cursor: null }],
      pageParams: [null],
    }));
    const one = await nth(1);
    const last = details(ended);
    client.setQueryDefaults(['ping', ID], { queryFn: () => last });
    client.setQueryData(['ping', ID], last);
    const { fetchQuery } = client;
    client.fetchQuery = ((options: { queryKey: QueryKey }) =>
      fetchQuery.call(client, { ...options, queryFn: () => last })) as typeof client.fetchQuery;
    one.answer([change(last)]);
    type Pages = { pages: { items: PingDetails[] }[] };
    const shown = () => client.getQueryData<Pages>(['history', 'pages', ''])?.pages[0]?.items ?? [];
    await until(() => shown()[0]?.state === 'finished');
    expect(shown().map((row) => row.task_id)).toEqual([ID, OTHER]);
    expect(count('history/pages/')).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it('no longer asks for a ping that is not there', async () => {
    server.set(ID, details());
    showPing();
    (await nth(1)).answer([{ task_id: ID, version: null, state: null }]);
    await until(() => client.isFetching() === 0);
    waits.look();
    expect(asked).toHaveLength(1);
  });
});

describe('how often a page asks for a ping by itself', () => {
  const now = testStart.getTime();

  it('is seldom while the server tells what is new, and as ever while it does not', () => {
    const ping = details({ dueAt: new Date(now + 2000) });
    expect(pingRefetchMs(ping, 1, 0, now, true)).toBe(10_000);
    expect(pingRefetchMs(ping, 1, 0, now, false)).toBe(2250);
    expect(pingRefetchMs(ping, 1, 1, now, true), 'a fault is no time to wait').toBe(1000);
    expect(pingRefetchMs(details(ended), 1, 0, now, true)).toBe(false);
  });

  it('stays lively in the queue, whose places no change of the ping tells', () => {
    const queued = details({ phase: 'launch', dueAt: new Date(now + 3000) });
    expect(pingRefetchMs(queued, 1, 0, now, true)).toBe(3250);
  });
});
