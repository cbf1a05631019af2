import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from './create-gateway';
import type { Gateway } from './gateway';
import {
  BROKEN_HTTP,
  CLIMBING_TASK_ID,
  drip,
  NO_TASK_IDS,
  NONSENSE,
  pour,
  slowErrorPage,
} from './test-hostile-answers';
import {
  answerWith,
  json,
  payload,
  startRawUpstream,
  startTestUpstream,
  type Respond,
  type TestUpstream,
} from './test-upstream';

const KEY = 'canary-hostile-key-9d27';
/** Long enough that a busy machine does not turn an answer into a timeout. */
const PATIENT_MS = 5000;
/** For the cases that end in a timeout. */
const IMPATIENT_MS = 300;
const SLACK_MS = 3000;

const escaped: unknown[] = [];
const note = (error: unknown) => escaped.push(error);

let upstream: TestUpstream;
let canary: TestUpstream;
beforeAll(async () => {
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  upstream = await startTestUpstream();
  canary = await startTestUpstream();
});
afterAll(async () => {
  await upstream.close();
  await canary.close();
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
});

const open = (dialect: 'net' | 'v1', origin: string, timeoutMs = PATIENT_MS) =>
  createGateway({ dialect, origin, token: KEY, timeoutMs });

const list = async (gateway: Gateway) => {
  if (gateway.directory === null) throw new Error('no directory');
  return gateway.directory.list(0, 300);
};

/** What each kind of call makes of one answer, as short words: the kind, and the code of a failure. */
type Outcomes = { launch: string; read: string; list: string };

type AnyAnswer = Awaited<ReturnType<Gateway['launch' | 'readTask'] | typeof list>>;

function word(answer: AnyAnswer): string {
  if ('failure' in answer) return `${answer.kind} ${answer.failure.code}`;
  if ('retryAfterMs' in answer) return `${answer.kind} ${answer.retryAfterMs}`;
  return answer.kind;
}

/** Makes the five calls of the two dialects, and checks what holds for every answer: bounded time, and no key in it. */
async function outcomes(
  origin: string,
  timeoutMs: number,
): Promise<{ net: Outcomes; v1: Omit<Outcomes, 'list'> }> {
  const net = open('net', origin, timeoutMs);
  const v1 = open('v1', origin, timeoutMs);
  const started = performance.now();
  const answers = await Promise.all([
    net.launch(1, 4),
    net.readTask('t'),
    list(net),
    v1.launch(1, 4),
    v1.readTask('t'),
  ]);
  expect(performance.now() - started).toBeLessThan(timeoutMs + SLACK_MS);
  expect(JSON.stringify(answers)).not.toContain(KEY);
  await Promise.all([net.close(), v1.close()]);
  const [launch, read, listed, v1Launch, v1Read] = answers;
  return {
    net: { launch: word(launch), read: word(read), list: word(listed) },
    v1: { launch: word(v1Launch), read: word(v1Read) },
  };
}

async function expectOutcomes(
  origin: string,
  expected: Outcomes,
  { timeoutMs = PATIENT_MS, v1Read = expected.read } = {},
) {
  const v1 = { launch: expected.launch, read: v1Read };
  expect(await outcomes(origin, timeoutMs)).toEqual({ net: expected, v1 });
}

const faulty = (code: string): Outcomes => ({
  launch: `refused ${code}`,
  read: 'not_yet',
  list: `fault ${code}`,
});
/** Nobody knows what became of the call. */
const lost = (code: string): Outcomes => ({ launch: 'unknown', read: 'not_yet', list: `fault ${code}` });

const catalogue: [name: string, respond: Respond, expected: Outcomes][] = [
  ...NONSENSE.map(({ name, respond, code, isLost }): [string, Respond, Outcomes] => [
    name,
    respond,
    isLost ? lost(code) : faulty(code),
  ]),
  [
    '401',
    json(401, {}),
    { launch: 'refused upstream_auth', read: 'key_refused', list: 'fault upstream_auth' },
  ],
  [
    '403',
    json(403, {}),
    { launch: 'refused upstream_auth', read: 'key_refused', list: 'fault upstream_auth' },
  ],
  [
    '404',
    json(404, {}),
    { launch: 'refused service_unknown', read: 'task_unknown', list: 'fault upstream_bad_shape' },
  ],
];

describe('an upstream that answers nonsense', () => {
  it.each(catalogue)(
    '%s: no call throws, each gives the right kind of answer in bounded time',
    async (_, respond, expected) => {
      upstream.answer(respond);
      await expectOutcomes(upstream.origin, expected);
    },
  );

  it('a byte order mark in front of good JSON is harmless', async () => {
    upstream.answer((response, request) => {
      const isLaunch = request.method === 'POST';
      const name = request.url.includes('/v1/')
        ? isLaunch
          ? 'v1-created.json'
          : 'v1-stable.json'
        : isLaunch
          ? 'net-created.json'
          : request.url.includes('tasks')
            ? 'net-stable.json'
            : 'net-clientes-page.json';
      answerWith(200, `\ufeff${payload(name)}`)(response, request);
    });
    await expectOutcomes(
      upstream.origin,
      { launch: 'launched', read: 'evidence', list: 'services' },
      { v1Read: 'verdict' },
    );
  });

  it.each([
    ['30', 30_000],
    [new Date(Date.now() + 3_600_000).toUTCString(), 300_000],
    ['soon', 5000],
    ['-5', 5000],
    ['1e999', 5000],
    ['99999999', 300_000],
    [undefined, 5000],
  ])('429 with Retry-After %j slows every kind of call down for %i ms', async (header, ms) => {
    const headers: Record<string, string> = header === undefined ? {} : { 'retry-after': header };
    const slow = { launch: `slow_down ${ms}`, read: `slow_down ${ms}`, list: `slow_down ${ms}` };
    for (const respond of [json(429, {}, headers), answerWith(429, '<html>', 'text/html', headers)]) {
      upstream.answer(respond);
      await expectOutcomes(upstream.origin, slow);
    }
  });
});

describe('an upstream that never ends', () => {
  it.each<[string, Record<string, string>]>([
    ['a body of 100 MB', { 'content-length': String(100 * 1024 * 1024) }],
    ['an endless chunked body', {}],
  ])('%s is cut off after 2 MB, and the connection with it', async (_, headers) => {
    const sent = { bytes: 0, left: 0 };
    upstream.answer(pour(headers, sent));
    await expectOutcomes(upstream.origin, faulty('upstream_too_large'));
    await expect.poll(() => sent.left).toBe(5);
    // Five calls of 2 MB each, and what the sockets hold besides.
    expect(sent.bytes).toBeLessThan(60 * 1024 * 1024);
  });

  it('a body just within 2 MB is read, and one just above is not', async () => {
    const filler = (bytes: number) => json(200, { task_id: 'x', pad: 'p'.repeat(bytes - 25) });
    const gateway = open('net', upstream.origin);
    upstream.answer(filler(2 * 1024 * 1024));
    expect(await gateway.launch(1, 4)).toMatchObject({ kind: 'launched' });
    upstream.answer(filler(2 * 1024 * 1024 + 50));
    expect(word(await gateway.launch(1, 4))).toBe('refused upstream_too_large');
    await gateway.close();
  });

  it('one byte at a time is given up at the deadline of the whole call', async () => {
    upstream.answer(drip(50));
    await expectOutcomes(upstream.origin, lost('upstream_timeout'), { timeoutMs: IMPATIENT_MS });
  });

  it('a look may be given less patience than a call has, and never more', async () => {
    upstream.answer(() => {});
    for (const [own, given] of [
      [PATIENT_MS, IMPATIENT_MS],
      [IMPATIENT_MS, 60_000],
    ] as const) {
      for (const dialect of ['net', 'v1'] as const) {
        const gateway = open(dialect, upstream.origin, own);
        const started = performance.now();
        expect((await gateway.readTask('t', given)).kind).toBe('not_yet');
        expect(performance.now() - started).toBeLessThan(IMPATIENT_MS + SLACK_MS);
        await gateway.close();
      }
    }
  });

  it('a slow error page is not waited for: its status says enough', async () => {
    upstream.answer(slowErrorPage);
    await expectOutcomes(upstream.origin, faulty('upstream_server'));
  });
});

describe('an upstream that breaks HTTP', () => {
  it.each(BROKEN_HTTP)(
    '%s: a launch is of unknown outcome, a look is repeated, a list is at fault',
    async (_, act, code) => {
      const broken = await startRawUpstream(act);
      const timeoutMs = code === 'upstream_timeout' ? IMPATIENT_MS : PATIENT_MS;
      await expectOutcomes(broken.origin, lost(code), { timeoutMs });
      await sleep(20);
      // Nothing is sent twice by itself.
      expect(broken.requests()).toBe(5);
      await broken.close();
    },
  );

  it('a connection that is refused is a launch that certainly did not happen', async () => {
    const closed = await startRawUpstream(() => {});
    await closed.close();
    await expectOutcomes(closed.origin, faulty('upstream_network'));
  });
});

describe('the key', () => {
  it.each([301, 302, 303, 307, 308])(
    'follows no redirect: with %i, the other host sees no request',
    async (status) => {
      const before = upstream.requests.length;
      upstream.answer(answerWith(status, '', 'text/html', { location: `${canary.origin}/api/tasks/t/` }));
      await expectOutcomes(upstream.origin, faulty('upstream_bad_shape'));
      expect(upstream.requests.length - before).toBe(5);
      expect(canary.requests).toEqual([]);
    },
  );

  it('an upstream that shows it back in its answer does not get it into ours, in any JSON writing', async () => {
    const secret = 'canary/"key"\\with-odd-signs';
    const echo =
      (text: string): Respond =>
      (response, request) => {
        const key = request.headers.authorization ?? '';
        const said = JSON.stringify({ host: key, sent: '1', received: '1' });
        answerWith(
          200,
          `{"task":{"status":"SUCCESS","result":[{"ping-1":${said}}],"key":${text}},"task_id":"t"}`,
        )(response, request);
      };
    for (const text of [JSON.stringify(secret), JSON.stringify(secret).replaceAll('/', '\\/')]) {
      const gateway = createGateway({
        dialect: 'net',
        origin: upstream.origin,
        token: secret,
        timeoutMs: PATIENT_MS,
      });
      upstream.answer(echo(text));
      const answer = await gateway.readTask('t');
      if (answer.kind !== 'evidence') throw new Error(answer.kind);
      expect(JSON.parse(answer.body)).toHaveProperty('task.status', 'SUCCESS');
      expect(JSON.stringify(JSON.parse(answer.body))).not.toContain('odd-signs');
      expect(JSON.stringify(answer.evidence)).not.toContain('odd-signs');
      await gateway.close();
    }
  });
});

describe('the id of a created task', () => {
  const launchWith = async (dialect: 'net' | 'v1', id: unknown) => {
    const gateway = open(dialect, upstream.origin);
    upstream.answer(json(200, { task_id: id, action: 'ping_created', data: { task_id: id } }));
    const answer = await gateway.launch(1, 4);
    await gateway.close();
    return answer;
  };

  it.each([...NO_TASK_IDS])('the id %j is a refusal and not a task', async (id) => {
    for (const dialect of ['net', 'v1'] as const) {
      expect(word(await launchWith(dialect, id))).toBe('refused upstream_bad_shape');
    }
  });

  it('an id that is a number is an id', async () => {
    for (const dialect of ['net', 'v1'] as const) {
      expect(await launchWith(dialect, 7)).toEqual({ kind: 'launched', taskId: '7' });
    }
  });

  it('an id with ../ stays one segment of the path, and reaches no other one', async () => {
    const id = CLIMBING_TASK_ID;
    for (const [dialect, path] of [
      ['net', '/api/tasks/'],
      ['v1', '/api/v1/ping/'],
    ] as const) {
      expect(await launchWith(dialect, id)).toEqual({ kind: 'launched', taskId: id });
      const gateway = open(dialect, upstream.origin);
      await gateway.readTask(id);
      expect(upstream.requests.at(-1)?.url).toBe(`${path}..%2F..%2Fclientes%2F1%2Fping%2F%3Fx%3D1%23y/`);
      await gateway.close();
    }
  });
});

describe('after all of this', () => {
  it('a gateway that met a fault works again with the next good answer', async () => {
    const gateway = open('net', upstream.origin);
    upstream.answer((response) => response.destroy());
    expect(word(await gateway.launch(1, 4))).toBe('unknown');
    upstream.answer(answerWith(202, payload('net-created.json')));
    expect(word(await gateway.launch(1, 4))).toBe('launched');
    await gateway.close();
  });

  it('closing while a call is on its way ends the call and throws nothing', async () => {
    const gateway = open('net', upstream.origin);
    upstream.answer(() => {});
    const call = gateway.readTask('t');
    await sleep(50);
    await gateway.close();
    expect(await call).toEqual({ kind: 'not_yet', blind: true });
  });

  it('no rejection and no error escaped', async () => {
    await sleep(100);
    expect(escaped).toEqual([]);
  });
});
