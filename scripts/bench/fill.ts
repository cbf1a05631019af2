import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { apiTokens, serviceViews, users } from '@/lib/db/schema';
import { copyRows } from './copy-rows';
import { inventProvider, type Provider, type ProviderSize } from './invent-provider';
import { NOTE_TABLE, noteLines, PING_TABLE, pingLine, REQUEST_TABLE, requestLines } from './ping-rows';
import type { People } from './people';
import { setAsideIndexes } from './secondary-indexes';
import { SERVICE_TABLE, serviceLine } from './service-rows';

/** So many rows of one statement: its triggers see all of them at once. */
const ROWS_AT_ONCE = 50_000;
const VIEWS = 40;
const DAY_MS = 86_400_000;
const TABLES = [SERVICE_TABLE, PING_TABLE, REQUEST_TABLE, NOTE_TABLE].map(({ table }) => table);

type Tell = (done: string) => void;

/** Takes the next rows of a list that is read once. */
function* take<T>(rows: Iterator<T>, most: number): Generator<T> {
  for (let taken = 0; taken < most; taken += 1) {
    const next = rows.next();
    if (next.done === true) return;
    yield next.value;
  }
}

async function storePeople(client: Client, { agents, bot }: People, now: Date): Promise<void> {
  const db = drizzle(client);
  // Nobody signs in with it: no password has this hash.
  const staff = agents.map(({ id, name }, index) => ({
    ...{ id, name, role: index === 0 ? 'supervisor' : 'agent' },
    ...{ email: `agente${index + 1}@bench.invalid`, passwordHash: 'none' },
  }));
  await db.insert(users).values(staff);
  const expiresAt = new Date(now.getTime() + DAY_MS);
  const { id, name } = bot;
  await db.insert(apiTokens).values({ id, name, tokenHash: 'none', scopes: ['ping:write'], expiresAt });
}

async function storeServices(client: Client, provider: Provider, now: Date): Promise<number[]> {
  const [rows, viewed] = [provider.services[Symbol.iterator](), new Array<number>()];
  function* lines(): Generator<string> {
    for (const service of take(rows, ROWS_AT_ONCE)) {
      viewed.push(service.record.serviceId);
      yield serviceLine(service, now);
    }
  }
  for (let stored = -1; stored < viewed.length;) {
    stored = viewed.length;
    await copyRows(client, SERVICE_TABLE, lines());
  }
  return viewed;
}

/** What the first of the staff opened last, from all over the directory. */
async function storeViews(client: Client, { agents }: People, ids: readonly number[], now: Date) {
  const [first] = agents;
  const step = Math.max(1, Math.floor(ids.length / VIEWS));
  const seen = ids.filter((_, index) => index % step === 0).slice(0, VIEWS);
  if (first === undefined || seen.length === 0) return;
  const views = seen.map((serviceId, index) => ({
    userId: first.id,
    serviceId,
    viewedAt: new Date(now.getTime() - index * 60_000),
  }));
  await drizzle(client).insert(serviceViews).values(views);
}

async function storePings(client: Client, provider: Provider): Promise<void> {
  const rows = provider.pings()[Symbol.iterator]();
  for (;;) {
    const [requests, notes]: [string[], string[]] = [[], []];
    function* lines(): Generator<string> {
      for (const ping of take(rows, ROWS_AT_ONCE)) {
        requests.push(...requestLines(ping));
        notes.push(...noteLines(ping));
        yield pingLine(ping);
      }
    }
    await copyRows(client, PING_TABLE, lines());
    if (requests.length === 0) return;
    await copyRows(client, REQUEST_TABLE, requests);
    await copyRows(client, NOTE_TABLE, notes);
  }
}

/** Fills an empty, migrated database, and tells how long each step took. */
export async function fillDatabase(databaseUrl: string, size: ProviderSize, tell: Tell): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const timed = async <T>(name: string, rows: number, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    const seconds = (performance.now() - begun) / 1000;
    const pace = rows === 0 ? '' : `, ${Math.round(rows / seconds).toLocaleString('en')} rows/s`;
    tell(`${name}: ${seconds.toFixed(1)} s${pace}`);
    return result;
  };
  try {
    await client.query(`set maintenance_work_mem = '512MB'; set work_mem = '64MB'; set timezone = 'UTC'`);
    const provider = inventProvider(size);
    const { services, pings, now } = size;
    const restore = await setAsideIndexes(client, TABLES);
    await storePeople(client, provider.people, now);
    const ids = await timed('services', services, () => storeServices(client, provider, now));
    await storeViews(client, provider.people, ids, now);
    await timed('pings, who asked, notes', pings, () => storePings(client, provider));
    await timed('indexes and foreign keys', 0, restore);
    await timed('vacuum and statistics', 0, () => client.query('vacuum analyze'));
  } finally {
    await client.end();
  }
}
