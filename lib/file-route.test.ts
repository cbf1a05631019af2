import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { encode } from 'next-auth/jwt';
import { z } from 'zod';
import { insertSession } from './db/sessions';
import { AppError } from './domain/app-error';
import { envelopeSchema, errorMetaSchema, success } from './domain/envelope';
import { defaultSettings } from './domain/settings';
import { atMs, testStart } from './domain/test-ping';
import { download, upload } from './file-route';
import { person, testSystem, type TestSystem } from './operations/test-system';

const SECRET = 'the secret of this test, long enough';
const MB = 1024 * 1024;
let test: TestSystem;
let cookie: string;

vi.hoisted(() => {
  process.env.WISPHUB_API = 'net';
  process.env.WISPHUB_URL = 'http://127.0.0.1:1';
  process.env.WISPHUB_TOKEN = 'a-key-of-this-test-alone';
  process.env.NEXTAUTH_SECRET = 'the secret of this test, long enough';
  process.env.NEXTAUTH_URL = 'http://localhost:3000';
  process.env.LOG_LEVEL = 'silent';
});
vi.mock('./compose', () => ({
  database: () => test.store.db,
  clock: () => ({ now: test.system.now }),
  system: () => test.system,
  settingsNow: () => ({ read: () => defaultSettings }),
}));

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(async () => {
  await test.reset();
  const sessionId = '00000000-0000-4000-8000-0000000000ff';
  const session = {
    id: sessionId,
    userId: person('admin').id,
    createdAt: testStart,
    expiresAt: atMs(3_600_000),
  };
  await insertSession(test.store.db, session);
  cookie = `next-auth.session-token=${await encode({ token: { sid: sessionId }, secret: SECRET })}`;
});
afterAll(() => test.close());

const context = { params: Promise.resolve({}) };
let taken = 0;

/** Takes files of at most four megabytes and counts their bytes. */
const takeFile = upload({
  read: ({ query }) => ({ name: query.get('name') }),
  input: z.object({ name: z.string() }),
  type: 'text/csv',
  mostBytes: 4 * MB,
  async run(_ctx, _input, body) {
    taken = 0;
    for await (const piece of body) taken += piece.length;
    return taken;
  },
  answer: (bytes) => ({ envelope: success('taken', { bytes }) }),
});

/** A body that is made while it is read, without a length told before; `isLeft` when nobody reads on. */
function endless(pieceBytes: number, pieces: number) {
  const state = { made: 0, isLeft: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (state.made === pieces) return controller.close();
      state.made += 1;
      controller.enqueue(new Uint8Array(pieceBytes));
    },
    cancel() {
      state.isLeft = true;
    },
  });
  return { body, state };
}

async function send(body: BodyInit | null, headers: Record<string, string> = {}, url = '/x/?name=a.csv') {
  const request = new Request(`http://localhost:3000${url}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'text/csv', ...headers },
    body,
    ...{ duplex: 'half' },
  });
  const response = await takeFile(request, context);
  const envelope = envelopeSchema.parse(await response.json());
  return { status: response.status, envelope, code: errorMetaSchema.safeParse(envelope.meta).data?.code };
}

describe('a file that is sent', () => {
  it('is handed over piece by piece', async () => {
    const { status, envelope } = await send(endless(64 * 1024, 32).body);
    expect([status, envelope.data]).toEqual([200, { bytes: 2 * MB }]);
  });

  it('above the limit is refused while it is read, and the rest is not read', async () => {
    const { body, state } = endless(MB, 10_000);
    const { status, code } = await send(body);
    expect([status, code]).toEqual([413, 'body_too_large']);
    expect(state.isLeft).toBe(true);
    expect(state.made).toBeLessThan(8);
    expect(taken).toBe(4 * MB);
  });

  it('that says itself that it is too large is not read at all', async () => {
    const { body, state } = endless(10, 10);
    const { status } = await send(body, { 'content-length': String(200 * MB) });
    expect(status).toBe(413);
    expect(state.made).toBeLessThanOrEqual(1);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json',
  ])('as %s is refused, so that no form of another site can send one', async (type) => {
    expect((await send('a', { 'content-type': type })).code).toBe('unsupported_media_type');
  });

  it('may say its character set', async () => {
    expect((await send('a', { 'content-type': 'Text/CSV; charset=utf-8' })).status).toBe(200);
  });

  it('from another site, by nobody, or without what the path needs, is refused', async () => {
    expect((await send('a', { origin: 'https://evil.example' })).code).toBe('foreign_origin');
    expect((await send('a', { cookie: '' })).code).toBe('unauthorized');
    expect((await send('a', {}, '/x/')).code).toBe('invalid_request');
  });

  it('without a byte is an empty one', async () => {
    expect((await send(null)).envelope.data).toEqual({ bytes: 0 });
  });
});

describe('a file that is answered', () => {
  async function* pieces() {
    yield 'á;';
    yield 'b\r\n';
  }
  const get = (handler: ReturnType<typeof download>, headers: Record<string, string> = { cookie }) =>
    handler(new Request('http://localhost:3000/x/', { headers }), context);
  const giving = (run: () => Promise<AsyncIterable<string>>) =>
    download({
      read: () => ({}),
      input: z.object({}),
      run,
      answer: (made) => ({
        fileName: 'clientes ñ "x".csv',
        contentType: 'text/csv; charset=utf-8',
        pieces: made,
      }),
    });

  it('comes as an attachment with its name, and no cache keeps it', async () => {
    const response = await get(giving(async () => pieces()));
    expect(await response.text()).toBe('á;b\r\n');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="clientes-x-.csv"; filename*=UTF-8''clientes%20%C3%B1%20%22x%22.csv`,
      'cache-control': 'no-store',
    });
  });

  it('that is refused is refused in the envelope', async () => {
    const refusing = giving(() => Promise.reject(new AppError('forbidden', 'No.')));
    const response = await get(refusing);
    expect([response.status, envelopeSchema.parse(await response.json()).action]).toEqual([403, 'forbidden']);
    expect((await get(refusing, {})).status).toBe(401);
  });

  it('is one of three at a time for one caller; the next may begin when one has ended or was given up', async () => {
    const handler = giving(async () => pieces());
    const [first, second, third] = [await get(handler), await get(handler), await get(handler)];
    const refused = await get(handler);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    expect((await get(giving(async () => pieces()))).status, 'another file').toBe(200);
    await first.text();
    const fourth = await get(handler);
    expect(fourth.status).toBe(200);
    await second.body?.cancel();
    expect((await get(handler)).status).toBe(200);
    expect((await get(handler)).status).toBe(429);
    await Promise.all([third.text(), fourth.text()]);
  });

  it('that breaks, or of which only the headers are asked for, holds up no other', async () => {
    async function* breaking() {
      yield 'x';
      throw new Error('broken');
    }
    const handler = giving(async () => breaking());
    for (let count = 0; count < 5; count += 1) await expect((await get(handler)).text()).rejects.toThrow();
    const refusing = giving(() => Promise.reject(new AppError('forbidden', 'No.')));
    for (let count = 0; count < 5; count += 1) expect((await get(refusing)).status).toBe(403);
    const head = () =>
      giving(async () => pieces())(
        new Request('http://localhost:3000/x/', { headers: { cookie }, method: 'HEAD' }),
        context,
      );
    for (let count = 0; count < 5; count += 1) expect((await head()).status).toBe(200);
  });

  it('that nobody reads on is not made on', async () => {
    let isLeft = false;
    async function* long() {
      try {
        for (;;) yield 'x'.repeat(1000);
      } finally {
        isLeft = true;
      }
    }
    const response = await get(giving(async () => long()));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(isLeft).toBe(true);
  });
});
