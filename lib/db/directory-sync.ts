import { sql } from 'drizzle-orm';
import type { Queryable } from './client';
import { upstreamState } from './schema';

/** A load without a sign of life for this long is dead, and another may begin. */
const DEAD_AFTER_MS = 90_000;

/** Marks a load as begun; false while another one is alive, on whichever instance. */
export async function beginSync(q: Queryable, now: Date): Promise<boolean> {
  const dead = new Date(now.getTime() - DEAD_AFTER_MS);
  const result = await q
    .update(upstreamState)
    .set({ syncStartedAt: now, syncHeartbeatAt: now, syncSeen: 0, syncExpected: null, syncError: null })
    .where(sql`${upstreamState.syncHeartbeatAt} is null or ${upstreamState.syncHeartbeatAt} < ${dead}`);
  return result.rowCount === 1;
}

export async function noteSync(
  q: Queryable,
  progress: { seen: number; expected: number | null; at: Date },
): Promise<void> {
  const expected = progress.expected === null ? {} : { syncExpected: progress.expected };
  await q.update(upstreamState).set({ syncSeen: progress.seen, syncHeartbeatAt: progress.at, ...expected });
}

export async function endSync(q: Queryable, end: { error: string | null; at: Date }): Promise<void> {
  const finished = end.error === null ? { syncFinishedAt: end.at } : {};
  await q.update(upstreamState).set({ syncHeartbeatAt: null, syncError: end.error, ...finished });
}

/** The last complete load and the one under way, if any. */
export async function readSync(
  q: Queryable,
  now: Date,
): Promise<{
  running: boolean;
  seen: number;
  expected: number | null;
  finishedAt: Date | null;
  error: string | null;
}> {
  const [row] = await q.select().from(upstreamState);
  const beat = row?.syncHeartbeatAt?.getTime();
  return {
    running: beat !== undefined && now.getTime() - beat < DEAD_AFTER_MS,
    seen: row?.syncSeen ?? 0,
    expected: row?.syncExpected ?? null,
    finishedAt: row?.syncFinishedAt ?? null,
    error: row?.syncError ?? null,
  };
}
