import { eq } from 'drizzle-orm';
import { openDatabase } from '@/lib/db/client';
import { pings } from '@/lib/db/schema';
import { storePing } from '@/lib/db/test-store';
import { versionOf } from '@/lib/domain/ping-version';
import { makeToken } from '../accounts';
import { environment } from '../environment';
import { expect, test } from '../fixtures';
import { withOwnServer } from '../own-server';

const PROGRAMS = 10;
const WAITS_OF_EACH = 20;

/** A ping of which there is nothing new for an hour, for as long as the work lasts. */
async function withStillPing<T>(work: (seen: string) => Promise<T>): Promise<T> {
  const db = openDatabase(environment().DATABASE_URL);
  const [now, later] = [new Date(), new Date(Date.now() + 3_600_000)];
  const times = { createdAt: now, launchedAt: now, dueAt: later, deadlineAt: later };
  const { ping } = await storePing(db, { serviceId: 911_004, phase: 'read', ...times });
  try {
    return await work(`${ping.id}.${versionOf(ping)}`);
  } finally {
    await db.delete(pings).where(eq(pings.id, ping.id));
    await db.$client.end();
  }
}

test('two hundred who wait hold no connection, and end with nothing when the server does, within ten seconds', async () => {
  test.slow();
  const tokens = await Promise.all(
    Array.from({ length: PROGRAMS }, (_, index) => makeToken(`waits ${index}`, ['ping:read'])),
  );
  let begun = 0;
  const waits: Promise<{ status: number; items: unknown }>[] = [];
  await withStillPing((seen) =>
    withOwnServer({ METRICS_TOKEN: 'the-token-of-this-story-alone' }, async ({ url }) => {
      const wait = async (token: string) => {
        const path = `${url}/api/v1/changes/?seen=${seen}`;
        const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
        const { data } = (await response.json()) as { data: { items: unknown } };
        return { status: response.status, items: data.items };
      };
      for (const token of tokens) for (let n = 0; n < WAITS_OF_EACH; n += 1) waits.push(wait(token));
      const refused = async () => {
        const path = `${url}/api/v1/changes/?seen=${seen}&seconds=1`;
        const response = await fetch(path, { headers: { authorization: `Bearer ${tokens[0]}` } });
        return response.status;
      };
      // All of them wait as soon as one more of the first program is one too many.
      await expect.poll(refused).toBe(429);
      const metrics = await fetch(`${url}/api/metrics`, {
        headers: { authorization: 'Bearer the-token-of-this-story-alone' },
      });
      const text = await metrics.text();
      const connections = /pulso_database_connections\{state="total"\} (\d+)/.exec(text)?.[1];
      expect(Number(connections), 'connections of the pool').toBeLessThanOrEqual(20);
      expect(text).toContain('pulso_database_connections{state="waiting"} 0');
      begun = performance.now();
    }),
  );
  expect(performance.now() - begun, 'the process has ended').toBeLessThan(10_000);
  const answered = await Promise.all(waits);
  expect(answered).toEqual(waits.map(() => ({ status: 200, items: [] })));
});
