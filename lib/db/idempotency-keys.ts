import { and, eq, lt, sql } from 'drizzle-orm';
import type { Queryable } from './client';
import { idempotencyKeys } from './schema';

const KEPT_MS = 24 * 3_600_000;

type Key = { actorId: string; key: string };

/** Lets one request at a time work under this key, until its transaction ends. */
export async function lockIdempotencyKey(q: Queryable, { actorId, key }: Key): Promise<void> {
  await q.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${actorId} ${key}`}, 0))`);
}

export async function getIdempotencyKey(
  q: Queryable,
  { actorId, key }: Key,
): Promise<{ requestHash: string; pingId: string } | null> {
  const [row] = await q
    .select({ requestHash: idempotencyKeys.requestHash, pingId: idempotencyKeys.pingId })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, key)));
  return row ?? null;
}

/** Remembers a key for a day; older ones of the same actor are forgotten on the way. */
export async function insertIdempotencyKey(
  q: Queryable,
  entry: Key & { requestHash: string; pingId: string; createdAt: Date },
): Promise<void> {
  const old = new Date(entry.createdAt.getTime() - KEPT_MS);
  await q
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actorId, entry.actorId), lt(idempotencyKeys.createdAt, old)));
  await q.insert(idempotencyKeys).values(entry);
}
