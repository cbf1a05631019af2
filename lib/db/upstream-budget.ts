import { eq, sql } from 'drizzle-orm';
import { allowance, LAUNCH_KINDS, type UpstreamKind } from '@/lib/domain/upstream-budget';
import type { Database, Queryable } from './client';
import { upstreamRequests, upstreamState } from './schema';

const LOCK_KEY = 7_385_202;
/** One second more than the minute that is promised, because requests arrive a little later than they are granted. */
const WINDOW_MS = 61_000;

export type Grant = { granted: true } | { granted: false; at: Date };

const sameGroup = (kind: UpstreamKind): readonly UpstreamKind[] =>
  LAUNCH_KINDS.includes(kind) ? LAUNCH_KINDS : [kind];

/** The moment at which the window has room again: when its `most`-th youngest request falls out of it. */
function freeAt(times: readonly Date[], most: number): Date | null {
  const blocking = times.length >= most ? times[times.length - most] : undefined;
  return blocking ? new Date(blocking.getTime() + WINDOW_MS) : null;
}

/**
 * Takes one request out of the upstream budget, or says when to come back. Atomic over all instances: never more than
 * `ratePerMinute` requests in any 60 seconds, and none while WispHub has asked for silence.
 */
export async function spend(
  db: Database,
  kind: UpstreamKind,
  clock: () => Date,
  ratePerMinute: number,
): Promise<Grant> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_KEY})`);
    // Read under the lock: a wait for the pool or the lock must not date the grant back.
    const now = clock();
    const [state] = await tx.select({ blockedUntil: upstreamState.blockedUntil }).from(upstreamState);
    if (state?.blockedUntil && state.blockedUntil > now) return { granted: false, at: state.blockedUntil };
    await tx
      .delete(upstreamRequests)
      .where(sql`${upstreamRequests.at} <= ${new Date(now.getTime() - WINDOW_MS)}`);
    const rows = await tx
      .select({ at: upstreamRequests.at, kind: upstreamRequests.kind })
      .from(upstreamRequests)
      .orderBy(upstreamRequests.at, upstreamRequests.id);
    const limits = allowance(kind, ratePerMinute);
    const group = sameGroup(kind);
    const all = rows.map((row) => row.at);
    const own = rows.filter((row) => group.some((member) => member === row.kind)).map((row) => row.at);
    const waits = [freeAt(all, limits.total), freeAt(own, limits.own)].filter((at) => at !== null);
    if (waits.length > 0) return { granted: false, at: new Date(Math.max(...waits.map(Number))) };
    await tx.insert(upstreamRequests).values({ at: now, kind });
    return { granted: true };
  });
}

/** Keeps every instance silent towards WispHub until the given moment; a later one that is already set stands. */
export async function blockUpstream(q: Queryable, until: Date): Promise<void> {
  await q
    .update(upstreamState)
    .set({ blockedUntil: sql`greatest(${upstreamState.blockedUntil}, ${until})` })
    .where(eq(upstreamState.id, 1));
}
