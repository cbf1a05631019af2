import { describe, expect, it } from 'vitest';
import { readJsonBody } from './read-json-body';

const json = 'application/json';
const request = (body: BodyInit | null, type: string | null = json, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: type === null ? headers : { ...headers, 'content-type': type },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error: { code: string }) => error.code,
  );

describe('the body of a request', () => {
  it.each([json, 'application/json; charset=utf-8', 'Application/JSON'])(
    'sent as %s is read',
    async (type) => {
      expect(await readJsonBody(request('{"pings": 4, "ñ": [1]}', type))).toEqual({ pings: 4, ñ: [1] });
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/plain; application/json',
  ])('sent as %s is refused', async (type) => {
    expect(await codeOf(readJsonBody(request('{"pings": 4}', type)))).toBe('unsupported_media_type');
  });

  it.each([
    ['nothing', ''],
    ['half an object', '{"pings": 4'],
    ['words', 'pings=4'],
    ['two values', '{} {}'],
    ['what is not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ])('of %s is an invalid request that names the body', async (_what, body) => {
    await expect(readJsonBody(request(body))).rejects.toMatchObject({
      code: 'invalid_request',
      details: { fields: { body: 'not valid JSON' } },
    });
  });

  it('without any body is an invalid request', async () => {
    expect(await codeOf(readJsonBody(request(null)))).toBe('invalid_request');
  });

  it('of 64 kB is read, and of one byte more is too large', async () => {
    const ofBytes = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2));
    expect(await codeOf(readJsonBody(request(ofBytes(64 * 1024))))).toBe('read');
    expect(await codeOf(readJsonBody(request(ofBytes(64 * 1024 + 1))))).toBe('body_too_large');
  });

  it('that never ends is given up at the cap, whatever length it claims, and its sender is told', async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(0x20));
      },
      cancel() {
        cancelled = true;
      },
    });
    expect(await codeOf(readJsonBody(request(endless)))).toBe('body_too_large');
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(200_000);
  });

  it('that is announced as too large is refused before it is read', async () => {
    const body = request('{}', json);
    Object.defineProperty(body, 'headers', {
      value: new Headers({ 'content-type': json, 'content-length': '200000000' }),
    });
    expect(await codeOf(readJsonBody(body))).toBe('body_too_large');
    expect(body.bodyUsed).toBe(false);
  });
});
