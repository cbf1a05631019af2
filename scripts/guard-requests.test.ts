import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorMetaSchema } from '@/lib/domain/envelope';

/** Stands for Next: it tells what reached it, and how many bytes of a body. */
const SERVER = `
  import http from 'node:http';
  const ended = [];
  let isLeaving = false;
  globalThis[Symbol.for('pulso.request-ended')] = (one) => ended.push(one);
  const server = http.createServer((request, response) => {
    if (request.url === '/ended') return response.end(JSON.stringify({ ended }));
    if (request.url === '/leave') isLeaving = true;
    if (request.url === '/slow')
      return setTimeout(() => {
        response.setHeader('x-too-late', 'yes');
        response.writeHead(500, { 'content-type': 'text/html' });
        response.write('a fault');
        response.end('of ours');
      }, 50);
    let bytes = 0;
    request.on('data', (piece) => (bytes += piece.length));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ method: request.method, bytes, headers: request.headers, raw: request.rawHeaders }));
    });
  });
  server.on('upgrade', (_request, socket) => socket.end('reached'));
  const said = { status: 503, headers: { 'content-type': 'text/plain', 'retry-after': '5' }, body: 'come again' };
  globalThis[Symbol.for('pulso.front-door')] = {
    isLeaving: () => isLeaving,
    enter({ url, answer }) {
      if (url === '/late') answer(said);
      if (url === '/slow') setTimeout(answer, 10, said);
      return url !== '/late';
    },
  };
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
  setInterval(() => console.log('rss ' + process.memoryUsage().rss), 50);
`;

let port: number;
let server: ChildProcess;
let rss = 0;
let mostRss = 0;

beforeAll(async () => {
  const args = ['--import', './scripts/guard-requests.mjs', '--input-type=module', '--eval', SERVER];
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXTAUTH_URL: 'https://pulso.example' };
  server = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (server.stdout === null) throw new Error('the server has no output');
  const lines = createInterface(server.stdout);
  const [first] = (await once(lines, 'line')) as [string];
  port = Number(first);
  lines.on('line', (line) => {
    rss = Number(line.slice(4));
    mostRss = Math.max(mostRss, rss);
  });
});
afterAll(() => void server.kill());

const url = (path: string) => `http://127.0.0.1:${port}${path}`;

/** Speaks over a socket, for what an HTTP client would not send. */
async function raw(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (piece) => (answer += piece.toString()));
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

type Reached = { method: string; bytes: number; headers: Record<string, string>; raw: string[] };
const reached = async (path: string, init?: RequestInit) =>
  (await (await fetch(url(path), init)).json()) as Reached;

describe('every request', () => {
  it('carries the address of its socket, whatever the client wrote there', async () => {
    const { headers, raw: pairs } = await reached('/', { headers: { 'X-Pulso-Peer': '203.0.113.9' } });
    expect(headers['x-pulso-peer']).toBe('127.0.0.1');
    expect(JSON.stringify(pairs)).not.toContain('203.0.113.9');
    expect(pairs.slice(-2)).toEqual(['x-pulso-peer', '127.0.0.1']);
  });

  it('has a number of its own, which the answer tells and no client can choose', async () => {
    const numbers = await Promise.all(
      ['mine', 'mine'].map(async (mine) => {
        const answer = await fetch(url('/'), { headers: { 'X-Pulso-Request': mine, 'X-Request-Id': mine } });
        const { headers } = (await answer.json()) as Reached;
        expect(answer.headers.get('x-request-id')).toBe(headers['x-pulso-request']);
        return headers['x-pulso-request'];
      }),
    );
    expect(new Set(numbers).size).toBe(2);
    for (const number of numbers) expect(number).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  it('that is refused has the same number in its header and in its body', async () => {
    const answer = await fetch(url('/'), { method: 'DELETE' });
    const { meta } = (await answer.json()) as { meta: unknown };
    expect(errorMetaSchema.parse(meta).request_id).toBe(answer.headers.get('x-request-id'));
  });

  it('tells the log of the product how it ended, also when it was refused', async () => {
    await fetch(url('/a?b=c'));
    await fetch(url('/'), { method: 'DELETE' });
    const ended = (await reached('/ended')) as unknown as { ended: { url: string; status: number }[] };
    expect(ended.ended).toContainEqual(expect.objectContaining({ url: '/a?b=c', status: 200, gone: false }));
    expect(ended.ended).toContainEqual(expect.objectContaining({ method: 'DELETE', status: 405 }));
  });

  it('says whether the client came through a proxy, which Next would claim of every request', async () => {
    expect((await reached('/', {})).headers['x-pulso-forwarded']).toBeUndefined();
    const proxies = [
      'Forwarded',
      'X-Forwarded-For',
      'X-Forwarded-Proto',
      'X-Real-Ip',
      'Via',
      'True-Client-Ip',
    ];
    for (const name of proxies) {
      expect((await reached('/', { headers: { [name]: '' } })).headers['x-pulso-forwarded']).toBe('yes');
    }
    const lied = await reached('/', { headers: { 'X-Pulso-Forwarded': 'no' } });
    expect(lied.headers['x-pulso-forwarded']).toBeUndefined();
  });

  it.each([
    'x-middleware-subrequest',
    'x-middleware-rewrite',
    'X-Middleware-Override-Headers',
    'x-invoke-path',
    'x-nextjs-data',
    'x-matched-path',
    'x-now-route-matches',
    'x-nonce',
    'x-path',
    'next-action',
    'content-security-policy',
  ])('loses %s, which only this process may say', async (name) => {
    const { headers, raw: pairs } = await reached('/', { headers: { [name]: 'lie' } });
    expect(JSON.stringify([headers, pairs])).not.toContain('lie');
  });

  it.each([
    ['for another host', 'GET / HTTP/1.1\r\nHost: pulso.example\r\nConnection: close\r\n\r\n'],
    ['in the old form of a plain proxy', 'GET / HTTP/1.0\r\nHost: 127.0.0.1:3000\r\n\r\n'],
  ])('%s came through a proxy, too', async (_name, text) => {
    expect(await raw(text)).toContain('"x-pulso-forwarded":"yes"');
  });

  it.each(['http://evil.example/', '*', '/pings/%ff', '/%E0%A4%A', '/%'])(
    'for %s, which is no path, is 400 and reaches nothing',
    async (target) => {
      const answer = await raw(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('"invalid_request"');
      expect(answer).not.toMatch(/^location:/im);
    },
  );

  it('keeps a query as it is, also one that is no UTF-8', async () => {
    expect(await reached('/api/v1/services/?q=100%&x=%ff', {})).toMatchObject({ method: 'GET' });
  });

  it('keeps what navigation, cookies and programs need', async () => {
    const sent = {
      rsc: '1',
      'next-router-state-tree': '%5B%22%22%5D',
      'next-router-prefetch': '1',
      'next-url': '/history',
      cookie: 'a=b',
      authorization: 'Bearer x',
      'idempotency-key': 'k',
      'x-forwarded-for': '198.51.100.7',
    };
    expect((await reached('/', { headers: sent })).headers).toMatchObject(sent);
  });
});

describe('a method that nobody serves', () => {
  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'DEBUG'])(
    '%s is 405 and reaches nothing',
    async (method) => {
      const target = method === 'CONNECT' ? 'example.com:443' : '/api/v1/services/';
      const answer = await raw(`${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 405 /);
      const envelope = JSON.parse(answer.slice(answer.indexOf('{'))) as { meta: unknown };
      expect(envelope).toMatchObject({ ok: false, action: 'method_not_allowed', data: null });
      expect(errorMetaSchema.parse(envelope.meta).code).toBe('method_not_allowed');
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is no method of a page', async (method) => {
    const answer = await fetch(url('/history'), { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('an upgrade reaches nothing in the built product', async () => {
    const answer = await raw(
      'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
  });
});

const KILO = 1024;
const piece = new Uint8Array(64 * KILO);

/** Sends a body piece by piece until there is an answer, and tells the answer and after how long it came. */
function send(path: string, bytes: number, framing: 'length' | 'chunked') {
  const length = framing === 'length' ? { 'content-length': bytes } : { 'transfer-encoding': 'chunked' };
  const startedAt = performance.now();
  return new Promise<{ status: number; text: string; ms: number }>((resolve, reject) => {
    let left = bytes;
    const request = http.request({ port, method: 'POST', path, headers: length });
    const write = () => {
      while (left > 0) {
        left -= piece.length;
        if (!request.write(piece)) return void request.once('drain', write);
      }
      request.end();
    };
    request.on('error', reject);
    request.on('response', (response) => {
      const ms = performance.now() - startedAt;
      left = 0;
      let text = '';
      response.on('data', (part) => (text += String(part)));
      response.on('end', () => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, text, ms });
      });
    });
    write();
  });
}

describe('a body', () => {
  it.each([0, 1, 64 * KILO])('of %i bytes arrives whole, with and without a length', async (bytes) => {
    const body = new Uint8Array(bytes);
    expect(await reached('/api/v1/x/', { method: 'POST', body })).toMatchObject({ bytes });
    const chunked = new ReadableStream({
      start(controller) {
        if (bytes > 0) controller.enqueue(body);
        controller.close();
      },
    });
    const init = { method: 'POST', body: chunked, duplex: 'half' } as RequestInit;
    expect(await reached('/api/v1/x/', init)).toMatchObject({ bytes });
  });

  it.each(['/api/v1/x/', '/api/auth/callback/credentials'])(
    'of 200 MB to %s is 413 within a second and not kept, with and without a length',
    async (path) => {
      const before = rss;
      mostRss = 0;
      for (const framing of ['length', 'chunked'] as const) {
        const { status, text, ms } = await send(path, 200 * KILO * KILO, framing);
        expect(JSON.parse(text)).toMatchObject({ action: 'body_too_large' });
        expect(status).toBe(413);
        expect(ms).toBeLessThan(1000);
      }
      expect(mostRss - before).toBeLessThan(20 * KILO * KILO);
    },
  );

  it('of the file upload is left to the route, which counts it', async () => {
    const taken = await send('/api/v1/directory/imports/?name=x.csv', 256 * KILO, 'chunked');
    expect(JSON.parse(taken.text)).toMatchObject({ bytes: 256 * KILO });
    expect((await send('/api/v1/directory/imports/1/take-over/', 256 * KILO, 'chunked')).status).toBe(413);
  });

  it('that never ends is cut off', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write('POST /api/v1/x/ HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\nx');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
    await once(socket, 'close');
  });
});

describe('every answer', () => {
  it.each(['GET', 'TRACE'])('to %s says how a browser must treat it', async (method) => {
    const answer = await raw(`${method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    for (const header of [
      'strict-transport-security: max-age=31536000',
      'x-content-type-options: nosniff',
      'referrer-policy: same-origin',
      'permissions-policy: camera=()',
      'cross-origin-opener-policy: same-origin',
      'cross-origin-resource-policy: same-origin',
      'cache-control: no-store',
      "content-security-policy: default-src 'none'",
    ]) {
      expect(answer.toLowerCase()).toContain(header);
    }
  });
});

describe('in the last moment of the process', () => {
  it('who comes too late is told so, in the words of the product, and reaches nothing', async () => {
    const answer = await fetch(url('/late'));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe('come again');
  });

  it('who is still waiting is told the same, and what is said behind it harms nothing', async () => {
    const answer = await fetch(url('/slow'));
    expect([answer.status, answer.headers.get('x-too-late')]).toEqual([503, null]);
    expect(await answer.text()).toBe('come again');
    expect((await reached('/')).method, 'the process goes on').toBe('GET');
  });

  it('no connection is kept', async () => {
    const connection = async () => (await fetch(url('/'))).headers.get('connection');
    expect(await connection()).toBe('keep-alive');
    await fetch(url('/leave'));
    expect(await connection()).toBe('close');
  });
});
