import { Writable } from 'node:stream';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from './log';
import { logRequest, noteRequest, patternOfPath } from './request-log';
import { requestIdOf, scopeFields, within } from './request-scope';
import { timed } from './timed';
import { createUpstream } from './wisphub/http';

let lines: Record<string, unknown>[];
vi.mock('./log', () => ({ log: vi.fn() }));

/** A log as the product has it, into memory. */
function logInMemory() {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)) as Record<string, unknown>);
      done();
    },
  });
  return pino({ mixin: scopeFields, base: undefined }, stream);
}

beforeEach(() => {
  lines = [];
  vi.mocked(log).mockReturnValue(logInMemory());
});
afterEach(() => void vi.clearAllMocks());

const ended = { id: 'n-1', method: 'GET', url: '/', status: 200, ms: 12.4, gone: false };

describe('the line of a request', () => {
  it('has its number, route, status, time and who asked in one word, and neither id nor query', () => {
    noteRequest('n-1', { actor: 'user' });
    noteRequest('n-1', { route: '/api/v1/services/[serviceId]' });
    logRequest({ ...ended, url: '/api/v1/services/731001/?q=Ana' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      msg: 'request',
      request_id: 'n-1',
      method: 'GET',
      route: '/api/v1/services/[serviceId]',
      status: 200,
      ms: 12,
      actor: 'user',
    });
    expect(JSON.stringify(lines)).not.toMatch(/731001|Ana/);
  });

  it('of a page, a sign-in or an unknown address has the pattern alone', () => {
    expect(patternOfPath('/services/731001?q=Ana')).toBe('/services/[serviceId]');
    expect(patternOfPath('/')).toBe('/');
    expect(patternOfPath('/api/auth/callback/credentials')).toBe('/api/auth/[...nextauth]');
    expect(patternOfPath('/api/v1/tokens/')).toBe('/api/v1/tokens');
    expect(patternOfPath('/api/Ana')).toBe('/api/[...path]');
    expect(patternOfPath('/Ana Torres')).toBe('unknown');
  });

  it('is left out for files and probes, unless they fail', () => {
    for (const url of [
      '/_next/static/x.js',
      '/icon.svg',
      '/api/health/live',
      '/api/health/ready',
      '/api/metrics',
    ])
      logRequest({ ...ended, url });
    expect(lines).toEqual([]);
    logRequest({ ...ended, url: '/api/health/ready', status: 503 });
    expect(lines[0]).toMatchObject({ route: '/api/health/ready', status: 503, level: 40 });
  });

  it('says that the client had gone, and forgets what it knew of the request', () => {
    noteRequest('n-1', { actor: 'token' });
    logRequest({ ...ended, gone: true });
    logRequest(ended);
    expect(lines.map(({ gone, actor }) => [gone, actor])).toEqual([
      [true, 'token'],
      [undefined, undefined],
    ]);
  });
});

describe('what is done for a request', () => {
  const request = (number: string) =>
    new Request('http://localhost/api/v1/profile/', { headers: { 'x-pulso-request': number } });

  it('is logged under its number, also after a wait, and that of two at once is not mixed up', async () => {
    const serve = timed(async (asked) => {
      await Promise.resolve();
      log().info({ kind: 'launch' }, 'upstream call');
      return new Response(requestIdOf(asked));
    });
    const answers = await Promise.all(
      ['a', 'b'].map(async (number) =>
        (await serve(request(number), { params: Promise.resolve({}) })).text(),
      ),
    );
    expect(answers).toEqual(['a', 'b']);
    expect(lines.map(({ request_id: id }) => id)).toEqual(['a', 'b']);
  });

  it('has its calls to WispHub under the same number, also those that fail', async () => {
    const upstream = createUpstream({
      origin: 'http://127.0.0.1:1',
      authorization: 'Api-Key x',
      timeoutMs: 1000,
      onCall: ({ kind, fault }) => log().info({ kind, fault }, 'upstream call'),
    });
    await within({ request_id: 'a' }, () => upstream.call({ kind: 'launch', method: 'GET', path: '/' }));
    await upstream.close();
    expect(lines).toEqual([
      expect.objectContaining({ msg: 'upstream call', kind: 'launch', fault: 'network', request_id: 'a' }),
    ]);
  });

  it('is told from what is done for a ping, and from what is done for nobody', () => {
    within({ ping: 'p' }, () => log().info('a look'));
    log().info('nobody asked');
    expect(lines.map(({ ping, request_id: id }) => [ping, id])).toEqual([
      ['p', undefined],
      [undefined, undefined],
    ]);
  });
});
