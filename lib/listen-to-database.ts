import { Client } from 'pg';

const RETRY_MS = 2000;

/** `pulso_due`: there is new work for a runner. `pulso_changed`: this ping, by its id, has something new to read. */
type Channel = 'pulso_due' | 'pulso_changed';

/** Called with what was said, and with null when something may have been said that nobody heard. */
type Heard = (said: string | null) => void;

/**
 * Hears on one connection what the instances tell each other through the database. Hints only: whoever acts on them
 * looks by itself as well, so a lost connection costs seconds and no ping. Connects again until it is stopped.
 */
export function listenToDatabase(
  databaseUrl: string,
  heard: Partial<Record<Channel, Heard>>,
): { stop: () => Promise<void> } {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const heardOn = new Map<string, Heard>(Object.entries(heard));

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
    next.on('notification', ({ channel, payload }) => heardOn.get(channel)?.(payload ?? ''));
    try {
      await next.connect();
      for (const channel of heardOn.keys()) await next.query(`listen ${channel}`);
      if (!stopped) heardOn.forEach((hear) => hear(null));
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
