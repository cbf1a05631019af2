import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFaultProxy, type FaultProxy } from './fault-proxy';

const ANSWER = 'a'.repeat(1000);

let server: Server;
let proxy: FaultProxy;
let callers: Socket[] = [];

type Call = { socket: Socket; pieces: string[]; text: () => string; ended: Promise<string> };

/** A connection through the proxy that remembers what came, and how it ended. */
async function call(): Promise<Call> {
  const socket = connect(proxy.port, '127.0.0.1');
  callers.push(socket);
  const pieces: string[] = [];
  socket.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  const ended = new Promise<string>((resolve) => {
    socket.once('end', () => resolve('end'));
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : 'error'));
  });
  await once(socket, 'connect');
  return { socket, pieces, text: () => pieces.join(''), ended };
}

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise(setImmediate);
};

/** Time for what would come by itself to have come: a round trip past the proxy. */
async function aMoment(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket.end('?'), 'data');
    socket.destroy();
  }
}

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => socket.write(ANSWER));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await startFaultProxy({ port: (server.address() as AddressInfo).port });
});
afterEach(async () => {
  for (const socket of callers) socket.destroy();
  callers = [];
  await proxy.close();
  await new Promise((resolve) => server.close(resolve));
});

describe('the fault proxy', () => {
  it('passes everything on as it is, and the end too', async () => {
    const { socket, text, ended } = await call();
    socket.write('?');
    await until(() => text().length === 1000);
    socket.end();
    expect(await ended).toBe('end');
  });

  it('lets an answer come later', async () => {
    proxy.set({ kind: 'latency', ms: 50 });
    const { socket, text } = await call();
    const askedAt = performance.now();
    socket.write('?');
    await until(() => text().length === 1000);
    // Fifty there and fifty back; timers may be a millisecond early.
    expect(performance.now() - askedAt).toBeGreaterThanOrEqual(98);
  });

  it('accepts and stays silent, and what was held back comes when the silence ends', async () => {
    proxy.set({ kind: 'silence' });
    const { socket, text } = await call();
    socket.write('?');
    await aMoment();
    expect(text()).toBe('');
    proxy.set({ kind: 'none' });
    await until(() => text().length === 1000);
  });

  it('goes silent in the middle of an answer', async () => {
    proxy.set({ kind: 'silence', afterBytes: 300 });
    const { socket, text } = await call();
    socket.write('?');
    await until(() => text().length > 0);
    await aMoment();
    expect(text()).toHaveLength(300);
  });

  it('resets open connections, new ones, and in the middle of an answer', async () => {
    const open = await call();
    proxy.set({ kind: 'reset' });
    expect(await open.ended).toBe('ECONNRESET');
    const code = (error: { code?: string }) => error.code;
    expect(await call().then(({ ended }) => ended, code)).toBe('ECONNRESET');
    proxy.set({ kind: 'reset', afterBytes: 10 });
    const middle = await call();
    middle.socket.write('?');
    // Node calls a reset that comes with data an end.
    expect(['ECONNRESET', 'end']).toContain(await middle.ended);
    expect(middle.text()).toHaveLength(10);
  });

  it('gives an answer in small pieces, and all of it', async () => {
    proxy.set({ kind: 'slice', bytes: 100 });
    const { socket, text, pieces } = await call();
    socket.write('?');
    await until(() => text().length === 1000);
    expect(pieces.length).toBeGreaterThan(1);
  });

  it('cuts an answer off after so many bytes', async () => {
    proxy.set({ kind: 'cut', afterBytes: 7 });
    const { socket, text, ended } = await call();
    socket.write('?');
    expect(await ended).toBe('end');
    expect(text()).toHaveLength(7);
  });

  it('begins a fault with the piece that a condition names', async () => {
    const begun = proxy.arm({ kind: 'silence' }, ({ piece }) => piece.includes('commit'));
    const { socket, text } = await call();
    socket.write('insert');
    await until(() => text().length === 1000);
    socket.write('commit');
    await begun;
    await aMoment();
    expect(text()).toHaveLength(1000);
  });

  it('counts connections and bytes for a condition', async () => {
    const seen: number[][] = [];
    void proxy.arm({ kind: 'none' }, ({ connections, asked, answered }) => {
      seen.push([connections, asked, answered]);
      return false;
    });
    const { socket, text } = await call();
    socket.write('12345');
    await until(() => text().length === 1000);
    expect(seen[0]).toEqual([1, 5, 0]);
    expect(seen.at(-1)).toEqual([1, 5, 1000]);
  });
});
