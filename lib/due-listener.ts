import { Client } from 'pg';

const RETRY_MS = 2000;

/**
 * Calls `onDue` whenever an instance says that there is new work. A hint only: the runner looks by itself as well, so a
 * lost connection costs seconds and no ping. Connects again until it is stopped.
 */
export function listenForDue(databaseUrl: string, onDue: () => void): { stop: () => Promise<void> } {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function retry() {
    client = null;
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), RETRY_MS);
  }

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    });
    // Known from the beginning, so that a stop while it connects ends it too.
    client = next;
    next.on('error', () => void next.end().catch(() => {}));
    next.on('end', retry);
    next.on('notification', onDue);
    try {
      await next.connect();
      await next.query('listen pulso_due');
      if (!stopped) onDue();
    } catch {
      await next.end().catch(() => {});
      retry();
    }
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
