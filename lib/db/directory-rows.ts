import { and, count, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Comparison } from '@/lib/domain/directory-load';
import type { Queryable } from './client';
import { services } from './schema';

/** How many services the directory holds, and how many of those WispHub no longer lists. */
export async function countDirectory(q: Queryable): Promise<{ count: number; vanished: number }> {
  const [row] = await q.select({ all: count(), vanished: count(services.vanishedAt) }).from(services);
  const { all = 0, vanished = 0 } = row ?? {};
  return { count: all - vanished, vanished };
}

const unseenSince = (since: Date) => and(lt(services.syncedAt, since), isNull(services.vanishedAt));

/** What was read since this moment, and what is known from before and was not. */
export async function compareSince(q: Queryable, since: Date): Promise<Comparison> {
  const [row] = await q
    .select({
      seen: sql`count(*) filter (where ${services.syncedAt} >= ${since})`.mapWith(Number),
      unseen: sql`count(*) filter (where ${unseenSince(since)})`.mapWith(Number),
    })
    .from(services);
  return row ?? { seen: 0, unseen: 0 };
}

/** Known services that were not read since this moment, by id. */
export async function selectUnseen(q: Queryable, since: Date, limit: number): Promise<number[]> {
  const rows = await q
    .select({ id: services.serviceId })
    .from(services)
    .where(unseenSince(since))
    .orderBy(services.serviceId)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Marks those of these services that were still not read since then; their records and their history stay. */
export async function markVanished(
  q: Queryable,
  ids: readonly number[],
  { since, at }: { since: Date; at: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await q
    .update(services)
    .set({ vanishedAt: at })
    .where(and(inArray(services.serviceId, [...ids]), unseenSince(since)));
}
