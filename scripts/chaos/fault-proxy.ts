import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What goes wrong on the way. `afterBytes` counts what a connection has answered since the fault began: 0 is at once, and
 * more is in the middle of an answer.
 */
export type Fault =
  | { kind: 'none' }
  /** Every piece comes so much later, in both directions. */
  | { kind: 'latency'; ms: number }
  /** Connections are accepted and stay open, and nothing comes any more until the fault is over. */
  | { kind: 'silence'; afterBytes?: number }
  /** Connections are torn down without a farewell, new ones too. */
  | { kind: 'reset'; afterBytes?: number }
  /** Answers come in pieces of so many bytes. */
  | { kind: 'slice'; bytes: number }
  /** Answers end after so many bytes, as if the other side had closed in good order. */
  | { kind: 'cut'; afterBytes: number };

/** What has passed since the proxy was started. */
export type Traffic = {
  connections: number;
  asked: number;
  answered: number;
  /** The piece that passes just now. */
  piece: Buffer;
};

export type FaultProxy = {
  port: number;
  /** From now on, for open connections and for new ones. Ends whatever was before. */
  set(fault: Fault): void;
  /** The same, from the first piece on of which the condition is true; that piece is the first to be hit. */
  arm(fault: Fault, when: (traffic: Traffic) => boolean): Promise<void>;
  close(): Promise<void>;
};

/** A connection through the proxy: the caller's side and the side of the one who answers. */
type Pair = { caller: Socket; server: Socket; answered: number };

/** The fault of this moment, and a promise of the next one. */
type Weather = { fault: Fault; change: Promise<void>; changed: () => void };

type Armed = { fault: Fault; when: (traffic: Traffic) => boolean; resolve: () => void };

const isEarly = (fault: Fault, { answered }: Pair) =>
  'afterBytes' in fault && answered < (fault.afterBytes ?? 0);

function tearDown({ caller, server }: Pair): void {
  for (const socket of [caller, server]) {
    // `resetAndDestroy` says a proper farewell first, and only then resets.
    if (!socket.connecting) Object.assign(socket, { resetAndClosing: true });
    socket.destroy();
  }
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (!socket.writable || socket.write(bytes)) return;
  await new Promise<void>((resolve) => socket.once('drain', resolve).once('close', resolve));
}

async function writeSliced(socket: Socket, bytes: Buffer, size: number): Promise<void> {
  for (let at = 0; at < bytes.length; at += size) {
    await write(socket, bytes.subarray(at, at + size));
    // In a turn of its own, or the pieces would leave as one.
    await new Promise(setImmediate);
  }
}

/** Passes on what the fault lets through of an answer; false when the connection is over. */
async function answer(weather: Weather, pair: Pair, bytes: Buffer): Promise<boolean> {
  let left = bytes;
  if ('afterBytes' in weather.fault && isEarly(weather.fault, pair)) {
    const before = left.subarray(0, (weather.fault.afterBytes ?? 0) - pair.answered);
    await write(pair.caller, before);
    pair.answered += before.length;
    left = left.subarray(before.length);
  }
  while (weather.fault.kind === 'silence' && !isEarly(weather.fault, pair) && left.length > 0) {
    await weather.change;
  }
  const { fault } = weather;
  if (fault.kind === 'reset' && !isEarly(fault, pair)) {
    tearDown(pair);
    return false;
  }
  if (fault.kind === 'cut' && !isEarly(fault, pair)) {
    pair.caller.end();
    pair.server.destroy();
    return false;
  }
  if (fault.kind === 'latency') await sleep(fault.ms);
  if (fault.kind === 'slice') await writeSliced(pair.caller, left, fault.bytes);
  else await write(pair.caller, left);
  pair.answered += left.length;
  return true;
}

async function ask(weather: Weather, pair: Pair, bytes: Buffer): Promise<boolean> {
  while (weather.fault.kind === 'silence' && !isEarly(weather.fault, pair)) await weather.change;
  if (weather.fault.kind === 'latency') await sleep(weather.fault.ms);
  await write(pair.server, bytes);
  return true;
}

/** Passes on one piece after the other, so that none overtakes another. `note` sees each before. */
async function pump(
  weather: Weather,
  pair: Pair,
  from: Socket,
  note: (piece: Buffer) => void,
): Promise<void> {
  const isAsking = from === pair.caller;
  try {
    for await (const piece of from) {
      const bytes = Buffer.from(piece);
      note(bytes);
      if (!(await (isAsking ? ask(weather, pair, bytes) : answer(weather, pair, bytes)))) return;
    }
    while (weather.fault.kind === 'silence') await weather.change;
    (isAsking ? pair.server : pair.caller).end();
  } catch {
    (isAsking ? pair.server : pair.caller).destroy();
  }
}

function weatherOf(fault: Fault): Weather {
  let changed = () => {};
  const change = new Promise<void>((resolve) => (changed = resolve));
  return { fault, change, changed };
}

/** Stands between a caller and a server of this machine and lets happen on the way what is asked for. */
export async function startFaultProxy(target: { host?: string; port: number }): Promise<FaultProxy> {
  const pairs = new Set<Pair>();
  const traffic: Traffic = { connections: 0, asked: 0, answered: 0, piece: Buffer.alloc(0) };
  const weather = weatherOf({ kind: 'none' });
  let armed: Armed | null = null;

  function set(fault: Fault): void {
    const { changed } = weather;
    Object.assign(weather, weatherOf(fault));
    for (const pair of pairs) {
      pair.answered = 0;
      if (fault.kind === 'reset' && !isEarly(fault, pair)) tearDown(pair);
    }
    changed();
  }

  const note = (direction: 'asked' | 'answered') => (piece: Buffer) => {
    traffic[direction] += piece.length;
    traffic.piece = piece;
    if (armed === null || !armed.when(traffic)) return;
    const { fault, resolve } = armed;
    armed = null;
    set(fault);
    resolve();
  };

  const server = createServer({ allowHalfOpen: true }, (caller) => {
    const upstream = connect({ host: '127.0.0.1', ...target, allowHalfOpen: true });
    const pair: Pair = { caller, server: upstream, answered: 0 };
    pairs.add(pair);
    traffic.connections += 1;
    for (const socket of [caller, upstream]) {
      socket.setNoDelay(true);
      // The pump hears of it as well.
      socket.on('error', () => socket.destroy());
      socket.once('close', () => caller.destroyed && upstream.destroyed && pairs.delete(pair));
    }
    const { fault } = weather;
    if (fault.kind === 'reset' && !isEarly(fault, pair)) return tearDown(pair);
    void pump(weather, pair, caller, note('asked'));
    void pump(weather, pair, upstream, note('answered'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    port,
    set,
    arm: (fault, when) => new Promise((resolve) => (armed = { fault, when, resolve })),
    async close() {
      set({ kind: 'none' });
      for (const pair of pairs) {
        pair.caller.destroy();
        pair.server.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
