import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { allowance, LAUNCH_KINDS, UPSTREAM_KINDS, type UpstreamKind } from '@/lib/domain/upstream-budget';
import type { Database, Queryable } from './client';
import { upstreamRequests, upstreamState } from './schema';

const LOCK_KEY = 7_385_202;
/** One second more than the minute that is promised, because requests arrive a little later than they are granted. */
const WINDOW_MS = 61_000;

/** One request that may be sent; the id is its place in the budget. */
export type Granted = { granted: true; id: number };
export type Grant = Granted | { granted: false; at: Date };

const sameGroup = (kind: UpstreamKind): readonly UpstreamKind[] =>
  LAUNCH_KINDS.includes(kind) ? LAUNCH_KINDS : [kind];

const stateSchema = z.tuple([
  z.object({
    blocked_until: z.coerce.date().nullable(),
    all_from: z.coerce.date().nullable(),
    own_from: z.coerce.date().nullable(),
  }),
]);
const grantedSchema = z.tuple([z.object({ id: z.coerce.number() })]);

/** The request that fills the window: the `most`-th youngest in it. The window has room again when that falls out. */
const fullFrom = (since: Date, most: number, kinds: readonly UpstreamKind[]) => sql`(
  select at from upstream_requests where at > ${since} and kind in ${kinds} order by at desc offset ${most - 1} limit 1)`;

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
  const limits = allowance(kind, ratePerMinute);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_KEY})`);
    // Read under the lock: a wait for the pool or the lock must not date the grant back.
    const now = clock();
    const since = new Date(now.getTime() - WINDOW_MS);
    // Everybody waits for this lock, so the window is counted where it is and in as few questions as can be.
    const state = await tx.execute(sql`
      select blocked_until, ${fullFrom(since, limits.total, UPSTREAM_KINDS)} as all_from,
        ${fullFrom(since, limits.own, sameGroup(kind))} as own_from
      from upstream_state`);
    const [{ blocked_until: blockedUntil, all_from: all, own_from: own }] = stateSchema.parse(state.rows);
    if (blockedUntil !== null && blockedUntil > now) return { granted: false, at: blockedUntil };
    const waits = [all, own].filter((at) => at !== null).map((at) => at.getTime() + WINDOW_MS);
    if (waits.length > 0) return { granted: false, at: new Date(Math.max(...waits)) };
    const { rows } = await tx.execute(sql`
      with gone as (delete from upstream_requests where at <= ${since})
      insert into upstream_requests (at, kind) values (${now}, ${kind}) returning id`);
    return { granted: true, id: grantedSchema.parse(rows)[0].id };
  });
}

/** Gives back a request that certainly never left this machine, so that nobody waits for it to grow old. */
export async function giveBack(q: Queryable, { id }: Granted): Promise<void> {
  await q.delete(upstreamRequests).where(eq(upstreamRequests.id, id));
}

/** Keeps every instance silent towards WispHub until the given moment; a later one that is already set stands. */
export async function blockUpstream(q: Queryable, until: Date): Promise<void> {
  await q
    .update(upstreamState)
    .set({ blockedUntil: sql`greatest(${upstreamState.blockedUntil}, ${until})` })
    .where(eq(upstreamState.id, 1));
}
