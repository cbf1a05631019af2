import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getTokenActor } from '@/lib/db/api-tokens';
import { openDatabase, type Database } from '@/lib/db/client';
import { selectRequesters } from '@/lib/db/ping-requests';
import { apiTokens, pingRequests, pings, serviceViews, users } from '@/lib/db/schema';
import { countServices, selectRecentServices, upsertServices } from '@/lib/db/services';
import { testDatabase, type TestDatabase } from '@/lib/db/test-database';
import { getUserForSignIn, insertUser } from '@/lib/db/users';
import { judgeCertainty } from '@/lib/domain/certainty';
import { countPackets, type Packet } from '@/lib/domain/packet';
import { pingDetailsSchema, toPingDetails } from '@/lib/domain/ping-details';
import { pingSchema, type Ping } from '@/lib/domain/ping';
import { defaultRules } from '@/lib/domain/rules';
import { judge } from '@/lib/domain/verdict';
import { verifyPassword } from '@/lib/password';
import { parseNetService } from '@/lib/wisphub/net-service';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { seedDemo } from './seed-demo';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let db: Database;
/** A Thursday afternoon in Bogotá; a fixed one, so that the history is the same in every run. */
const NOW = new Date('2026-03-12T20:10:00Z');

let seeded: Ping[];

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.url, NOW);
  db = openDatabase(database.url, { max: 1 });
  const rows = await db.select().from(pings).orderBy(asc(pings.createdAt));
  seeded = rows.map((row) => pingSchema.parse(row));
});

afterAll(async () => {
  await db.$client.end();
  await database.drop();
});

const ofService = (id: number) => seeded.filter(({ serviceId }) => serviceId === id);
const packetsOf = ({ packets }: Ping): Packet[] => packets ?? [];
const byDay = (list: readonly Ping[]) => {
  const days = new Map<string, Ping[]>();
  for (const ping of list) {
    const day = ping.createdAt.toDateString();
    days.set(day, [...(days.get(day) ?? []), ping]);
  }
  return [...days.values()];
};
const wereDark = (list: readonly Ping[]) => list.every(({ verdict }) => verdict === 'no_internet');

async function fingerprint() {
  const tables = [users, apiTokens, pings, pingRequests, serviceViews];
  const counts = await Promise.all(tables.map((table) => db.$count(table)));
  const { rows } = await db.execute(
    sql`select md5(string_agg(p::text, '|' order by p.id)) as sum from pings p`,
  );
  return { counts, services: await countServices(db), sum: rows[0]?.sum };
}

it('a second run changes nothing', async () => {
  const before = await fingerprint();
  expect(before.counts[0]).toBe(7);
  expect(before.services).toBe(2023);
  await seedDemo(database.url, NOW);
  expect(await fingerprint()).toEqual(before);
});

it('every shown account signs in with the shown password, and nobody else does', async () => {
  for (const { email, password, role } of DEMO_ACCOUNTS) {
    const found = await getUserForSignIn(db, email);
    expect(found?.user.role).toBe(role);
    expect(await verifyPassword(password, found?.passwordHash ?? null)).toBe(true);
  }
  const colleague = await getUserForSignIn(db, 'bruno.costa@pulso.demo');
  expect(await verifyPassword('pulso-demo-1234', colleague?.passwordHash ?? null)).toBe(false);
});

it('the token of the bot no longer opens anything, and every ping of the bot is older than its end', async () => {
  const [token] = await db.select().from(apiTokens);
  expect(token?.expiresAt.getTime()).toBeLessThan(NOW.getTime());
  expect(await getTokenActor(db, 'bot-whatsapp', NOW)).toBeNull();
  const asked = await db.select().from(pingRequests).where(eq(pingRequests.actorKind, 'token'));
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.every(({ requestedAt }) => token && requestedAt < token.expiresAt)).toBe(true);
});

it('every seeded ping is final, and its verdict and certainty follow from its packets', () => {
  for (const ping of seeded) {
    const counts = countPackets(packetsOf(ping));
    expect(ping.state).not.toBe('running');
    if (ping.state === 'failed') {
      expect(ping.failure).not.toBeNull();
      expect(counts.sent).toBe(0);
      continue;
    }
    const verdict = judge(counts, defaultRules);
    const known = { ip: ping.frozen.ip, ipShared: ping.ipShared, status: ping.frozen.status };
    expect(ping.verdict).toBe(verdict);
    expect(ping.certainty).toEqual(judgeCertainty(verdict, packetsOf(ping), known, defaultRules));
    expect(packetsOf(ping)).toHaveLength(ping.planned);
  }
});

it('every seeded ping has the shape that the API promises', async () => {
  const requesters = await selectRequesters(
    db,
    seeded.map(({ id }) => id),
  );
  for (const ping of seeded) {
    const asked = requesters.get(ping.id) ?? [];
    expect(asked[0]?.requestedAt).toEqual(ping.createdAt);
    expect(asked[0]?.reason).toBe(ping.reason);
    const view = { ping, requesters: asked, serviceName: null };
    pingDetailsSchema.parse(JSON.parse(JSON.stringify(toPingDetails(view, NOW))));
  }
});

it('the history ends minutes before now, begins two weeks ago and never has two pings of a service at once', () => {
  const now = NOW.getTime();
  const endOf = (ping: Ping) => ping.finishedAt?.getTime() ?? Infinity;
  const ends = seeded.map(endOf);
  expect(Math.max(...ends)).toBeLessThan(now - 60_000);
  expect(Math.max(...ends)).toBeGreaterThan(now - 60 * 60_000);
  expect(seeded[0]?.createdAt.getTime()).toBeGreaterThan(now - 14 * DAY_MS - 60_000);
  expect(seeded[0]?.createdAt.getTime()).toBeLessThan(now - 13 * DAY_MS);
  const endOfLast = new Map<number, number>();
  for (const ping of seeded) {
    expect(ping.createdAt.getTime()).toBeGreaterThanOrEqual(endOfLast.get(ping.serviceId) ?? 0);
    expect(endOf(ping)).toBeLessThanOrEqual(ping.deadlineAt.getTime());
    endOfLast.set(ping.serviceId, endOf(ping));
  }
});

it('a working day has 60 to 180 pings, and every verdict and many failures occur', () => {
  const wholeWeekdays = byDay(seeded)
    .slice(1, -1)
    .filter(([first]) => {
      const weekday = first?.createdAt.getDay() ?? 0;
      return weekday > 0 && weekday < 6;
    });
  for (const day of wholeWeekdays) {
    expect(day.length).toBeGreaterThanOrEqual(60);
    expect(day.length).toBeLessThanOrEqual(180);
  }
  const share = (match: (ping: Ping) => boolean) => seeded.filter(match).length / seeded.length;
  expect(share(({ verdict }) => verdict === 'stable')).toBeGreaterThan(0.35);
  expect(share(({ verdict }) => verdict === 'intermittent')).toBeGreaterThan(0.08);
  expect(share(({ verdict }) => verdict === 'no_internet')).toBeGreaterThan(0.15);
  expect(share(({ state }) => state === 'failed')).toBeLessThan(0.1);
  expect(new Set(seeded.flatMap(({ failure }) => failure?.code ?? [])).size).toBeGreaterThanOrEqual(6);
  expect(new Set(seeded.map(({ planned }) => planned))).toEqual(new Set([4, 10, 20]));
});

it('12345 has a normal of 9 to 14 ms', () => {
  const good = ofService(12345).filter(({ verdict }) => verdict === 'stable');
  expect(good.length).toBeGreaterThanOrEqual(20);
  expect(good.length).toBeLessThan(ofService(12345).length);
  const times = good.flatMap(packetsOf).flatMap(({ rttMs }) => rttMs ?? []);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(9);
  expect(Math.max(...times)).toBeLessThanOrEqual(14);
});

it('1003 was stable before and is silent now, and 1017 never answers', () => {
  const lately = ofService(1003).filter(({ createdAt }) => createdAt.getTime() > NOW.getTime() - 60 * 60_000);
  const before = ofService(1003).slice(0, -lately.length);
  expect(lately).toHaveLength(2);
  expect(wereDark(lately)).toBe(true);
  expect(before.map(({ verdict }) => verdict)).toEqual(before.map(() => 'stable'));
  expect(ofService(1017).length).toBeGreaterThan(8);
  expect(wereDark(ofService(1017))).toBe(true);
});

it('a sector goes dark for two hours on one day and is well afterwards', () => {
  const sector = seeded.filter(({ frozen }) => frozen.sector?.name === 'AP-33');
  const twoHoursFrom = (first: Ping) =>
    sector.filter(({ createdAt, verdict }) => {
      const laterMs = createdAt.getTime() - first.createdAt.getTime();
      return verdict === 'no_internet' && laterMs >= 0 && laterMs <= DAY_MS / 12;
    });
  const dark = sector.map(twoHoursFrom).reduce((a, b) => (b.length > a.length ? b : a));
  expect(dark.length).toBeGreaterThan(15);
  const last = dark.at(-1)?.createdAt.getTime() ?? 0;
  const again = sector.filter(({ createdAt, serviceId }) => {
    const laterMs = createdAt.getTime() - last;
    return laterMs > 0 && laterMs < DAY_MS / 8 && dark.some((ping) => ping.serviceId === serviceId);
  });
  expect(again.filter(({ verdict }) => verdict === 'stable').length).toBeGreaterThan(5);
});

it('some pings were asked for by two people, and one was of the wrong customer', async () => {
  const requesters = await selectRequesters(
    db,
    seeded.map(({ id }) => id),
  );
  expect([...requesters.values()].filter(({ length }) => length === 2).length).toBeGreaterThanOrEqual(3);
  const wrong = seeded.filter(({ wrongCustomerAt }) => wrongCustomerAt !== null);
  expect(wrong.map(({ serviceId }) => serviceId)).toEqual([1022]);
});

it('the agent of the demo finds services opened lately', async () => {
  const agent = await getUserForSignIn(db, 'agent@pulso.demo');
  const recent = await selectRecentServices(db, agent?.user.id ?? '', 4);
  expect(recent.map(({ serviceId }) => serviceId)).toEqual([1003, 1002, 1017, 12345]);
});

it('no connection is left open', async () => {
  const others = sql`select count(*)::int as open from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'test'`;
  await db.$client.query("set application_name = 'test'");
  await expect.poll(async () => (await db.execute(others)).rows[0]?.open).toBe(0);
});

it('accounts, customers and pings that are already there stay as they are', async () => {
  const used = await testDatabase();
  const own = openDatabase(used.url, { max: 1 });
  const [first] = seeded;
  const record = parseNetService({ id_servicio: 1 });
  if (!first || !record) throw new Error('There is nothing to begin with.');
  const account = { id: randomUUID(), email: 'agent@pulso.demo', name: 'Eva', role: 'agent' } as const;
  await insertUser(own, { ...account, passwordHash: 'kept' });
  await upsertServices(own, [record], NOW);
  await own.insert(pings).values({ ...first, id: randomUUID() });
  await seedDemo(used.url, NOW);
  expect((await getUserForSignIn(own, account.email))?.passwordHash).toBe('kept');
  expect(await own.$count(users)).toBe(7);
  expect(await countServices(own)).toBe(1);
  expect(await own.$count(pings)).toBe(1);
  await own.$client.end();
  await used.drop();
});

it('two processes that begin at once make one history', async () => {
  await db.delete(pings);
  await Promise.all([seedDemo(database.url, NOW), seedDemo(database.url, NOW)]);
  expect(Math.abs((await db.$count(pings)) - seeded.length)).toBeLessThan(5);
});
