import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { ROUTE_RULES } from '@/lib/domain/route-rules';
import { makeAccount, signIn } from '../accounts';
import { filled, requestOf, type Asked } from '../door-table';
import { expect, test } from '../fixtures';
import { withOwnServer } from '../own-server';
import { cookieHeader, rawRequest } from '../raw-request';

const METRICS_TOKEN = randomBytes(24).toString('hex');
const MEGABYTE = 1024 * 1024;
const BYTES = 200 * MEGABYTE;
const PIECE = Buffer.alloc(64 * 1024, 'x');

type Flood = Asked & { origin: string; saysLength: boolean };

/** Sends 200 MB, or as much of it as is read before the answer, and answers the status and how long it took. */
function flood({
  origin,
  method,
  path,
  headers,
  saysLength,
}: Flood): Promise<{ status: number; ms: number }> {
  const { hostname, port } = new URL(origin);
  const length = saysLength ? { 'content-length': String(BYTES) } : { 'transfer-encoding': 'chunked' };
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    let left = BYTES;
    const request = http.request({ hostname, port, method, path, headers: { ...headers, ...length } });
    const send = () => {
      while (left > 0) {
        left -= PIECE.length;
        if (!request.write(PIECE)) return void request.once('drain', send);
      }
      request.end();
    };
    request.on('response', (response) => {
      left = 0;
      resolve({ status: response.statusCode ?? 0, ms: performance.now() - startedAt });
      request.destroy();
    });
    request.on('error', reject);
    send();
  });
}

async function memoryOf(origin: string): Promise<number> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const { text } = await rawRequest({ origin, path: '/api/metrics', headers });
  const bytes = Number(/^(?:\w+_)?process_resident_memory_bytes(?:\{.*\})? (\S+)$/m.exec(text)?.[1] ?? NaN);
  expect(bytes, 'the metrics tell the memory').toBeGreaterThan(0);
  return bytes;
}

test('200 MB to any route, page or door of the product are refused within a second and not kept', async () => {
  test.slow();
  await withOwnServer({ METRICS_TOKEN }, async ({ url: origin }) => {
    const cookie = cookieHeader((await signIn(await makeAccount('flood', 'admin'), origin)).cookies);
    const targets: Asked[] = [
      ...ROUTE_RULES.filter(({ method }) => method !== 'GET').map(requestOf),
      ...['/api/auth/callback/credentials', '/api/auth/signout', '/api/v1/nowhere/'].map((path) => ({
        method: 'POST',
        path,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })),
    ];
    const pages = ['/', '/sign-in', '/settings'].map((path) => ({ method: 'POST', path, headers: {} }));
    const isUpload = ({ method, path }: Asked) =>
      method === 'POST' && path.startsWith(`${filled('/api/v1/directory/imports')}/?`);

    const wrong: string[] = [];
    let most = 0;
    const send = async (asked: Asked, saysLength: boolean, wanted: number) => {
      const flooded = { ...asked, headers: { ...asked.headers, cookie }, origin, saysLength };
      const { status, ms } = await flood(flooded);
      if (status !== wanted || ms > 1000) {
        wrong.push(`${asked.method} ${asked.path} length ${saysLength}: ${status} in ${Math.round(ms)} ms`);
      }
    };
    const sendAll = async () => {
      for (const saysLength of [true, false]) {
        for (const asked of targets) {
          // A file may be long, and is counted while it is read: one that does not say how long is taken up to its cap.
          if (isUpload(asked) && !saysLength) continue;
          await send(asked, saysLength, 413);
          most = Math.max(most, await memoryOf(origin));
        }
        for (const asked of pages) await send(asked, saysLength, 405);
      }
    };
    // The first round is for code that is compiled and caches that are filled at its first use.
    await sendAll();
    const before = await memoryOf(origin);
    most = 0;
    await sendAll();
    expect(wrong).toEqual([]);
    expect((most - before) / MEGABYTE, 'megabytes more').toBeLessThan(20);
  });
});
