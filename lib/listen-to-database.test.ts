import { connect, createServer, type Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notifyDue } from './db/pings';
import { testStore, until, type TestStore } from './db/test-store';
import { listenToDatabase } from './listen-to-database';

let store: TestStore;
let stop = async () => {};

beforeAll(async () => {
  store = await testStore();
});
afterEach(() => stop());
afterAll(() => store.close());

/** The connections that listen on this test's database. */
async function listeners(): Promise<number[]> {
  const { rows } = await store.db.execute(sql`
    select pid from pg_stat_activity where datname = current_database() and query = 'listen pulso_due'`);
  return rows.map((row) => Number(row.pid));
}

function listen(url = store.url) {
  const heard = { count: 0 };
  const listener = listenToDatabase(url, { pulso_due: () => (heard.count += 1) });
  stop = listener.stop;
  return heard;
}

describe('the listener for new work', () => {
  it('says so once when it begins, and each time somebody has work', async () => {
    const heard = listen();
    await until(() => heard.count === 1);
    await notifyDue(store.db);
    await until(() => heard.count === 2);
    await notifyDue(store.anotherPool());
    await until(() => heard.count === 3);
  });

  it('hears of work in a transaction with its commit, and of nothing that was taken back', async () => {
    const heard = listen();
    await until(() => heard.count === 1);
    await store.db
      .transaction(async (tx) => {
        await notifyDue(tx);
        throw new Error('taken back');
      })
      .catch(() => {});
    await store.db.transaction(async (tx) => {
      await notifyDue(tx);
      // What is said on another connection comes first, although it is said later.
      await store.db.execute(sql`select pg_notify('pulso_due', 'other')`);
      await until(() => heard.count === 2);
    });
    await until(() => heard.count === 3);
  });

  it('comes back by itself when its connection is cut, and then looks at once', async () => {
    const heard = listen();
    await until(async () => (await listeners()).length === 1 && heard.count === 1);
    const [pid] = await listeners();
    await store.db.execute(sql`select pg_terminate_backend(${pid}::int)`);
    await until(() => heard.count === 2);
    await notifyDue(store.db);
    await until(() => heard.count === 3);
    expect(await listeners()).toHaveLength(1);
  });

  it('leaves no connection behind when it is stopped', async () => {
    const heard = listen();
    await until(() => heard.count === 1);
    await stop();
    await until(async () => (await listeners()).length === 0);
  });

  it('leaves no connection behind when it is stopped while it connects', async () => {
    const slow = await slowWay(store.url);
    try {
      const heard = listen(slow.url);
      await until(() => slow.open() === 1);
      const stopping = stop();
      slow.letThrough();
      await stopping;
      await until(() => slow.open() === 0, { withinMs: 2500, what: 'the end of the connection' });
      expect(heard.count).toBe(0);
    } finally {
      slow.close();
    }
  });
});

/** A way to the database that passes nothing on until it is told to. */
async function slowWay(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const held: Socket[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    held.push(socket.pause());
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  return {
    url: url.href,
    open: () => sockets.size,
    letThrough() {
      for (const socket of held) {
        const onward = connect(Number(target.port), target.hostname).on('error', () => {});
        socket.pipe(onward).pipe(socket);
      }
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
