import { and, eq, gt, lte, sql } from 'drizzle-orm';
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
  now: Date,
): Promise<{ request: string; pingId: string } | null> {
  const remembered = gt(idempotencyKeys.createdAt, new Date(now.getTime() - KEPT_MS));
  const [row] = await q
    .select({ request: idempotencyKeys.request, pingId: idempotencyKeys.pingId })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, key), remembered));
  return row ?? null;
}

/** Remembers a key for a day; older ones of the same actor, this one included, are forgotten on the way. */
export async function insertIdempotencyKey(
  q: Queryable,
  entry: Key & { request: string; pingId: string; createdAt: Date },
): Promise<void> {
  const old = new Date(entry.createdAt.getTime() - KEPT_MS);
  await q
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actorId, entry.actorId), lte(idempotencyKeys.createdAt, old)));
  await q.insert(idempotencyKeys).values(entry);
}
