import { and, asc, desc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { caseCodeOf } from '@/lib/domain/case-code';
import { failure } from '@/lib/domain/failure';
import { pingSchema, type Ping } from '@/lib/domain/ping';
import type { Queryable } from './client';
import { pingBodies, pings } from './schema';

/** A running ping under lease: only the holder of the fence may write it. */
export type ClaimedPing = { ping: Ping; fence: number };

type Lease = { owner: string; until: Date };

const toPing = (row: typeof pings.$inferSelect): Ping => pingSchema.parse(row);

/** Wakes the runners of all instances. Inside a transaction the word goes out with its commit. */
export async function notifyDue(q: Queryable): Promise<void> {
  await q.execute(sql`select pg_notify('pulso_due', '')`);
}

/** Stores a new ping under the caller's lease; null when its service already has one running. */
export async function insertPing(
  q: Queryable,
  ping: Ping,
  lease: Lease,
  starter: { id: string; name: string } | null = null,
): Promise<ClaimedPing | null> {
  const rows = await q
    .insert(pings)
    .values({
      ...ping,
      caseCode: caseCodeOf(ping.id),
      starterId: starter?.id,
      starterName: starter?.name,
      fence: 1,
      leaseUntil: lease.until,
      leaseOwner: lease.owner,
    })
    .onConflictDoNothing({ target: pings.serviceId, where: sql`state = 'running'` })
    .returning({ fence: pings.fence });
  return rows[0] ? { ping, fence: rows[0].fence } : null;
}

export async function getPing(q: Queryable, id: string): Promise<Ping | null> {
  const [row] = await q.select().from(pings).where(eq(pings.id, id));
  return row ? toPing(row) : null;
}

export async function getRunningPing(q: Queryable, serviceId: number): Promise<Ping | null> {
  const running = and(eq(pings.serviceId, serviceId), eq(pings.state, 'running'));
  const [row] = await q.select().from(pings).where(running);
  return row ? toPing(row) : null;
}

/** The guard of every write by a holder: the fence is still its own, and the ping has not ended. */
const isHeld = (id: string, fence: number) =>
  and(eq(pings.id, id), eq(pings.fence, fence), eq(pings.state, 'running'));

const isFree = (now: Date) => or(isNull(pings.leaseUntil), lt(pings.leaseUntil, now));

/**
 * Claims running pings that are due, the longest waiting first, and raises their fence. Rows that another instance is
 * claiming at this moment are passed over.
 * @param leadMs how much earlier than it is due a look may be claimed, by one who waits until then
 */
export async function claimDuePings(
  q: Queryable,
  now: Date,
  lease: Lease,
  most: number,
  leadMs = 0,
): Promise<ClaimedPing[]> {
  const soon = new Date(now.getTime() + leadMs);
  const isDue = or(lte(pings.dueAt, now), and(eq(pings.phase, 'read'), lte(pings.dueAt, soon)));
  const due = q
    .select({ id: pings.id })
    .from(pings)
    .where(and(eq(pings.state, 'running'), isDue, isFree(now)))
    .orderBy(asc(pings.dueAt))
    .limit(most)
    .for('update', { skipLocked: true });
  const rows = await q
    .update(pings)
    .set({ fence: sql`${pings.fence} + 1`, leaseUntil: lease.until, leaseOwner: lease.owner })
    .where(inArray(pings.id, due))
    .returning();
  const claimed: ClaimedPing[] = [];
  for (const row of rows) {
    const parsed = pingSchema.safeParse(row);
    if (parsed.success) claimed.push({ ping: parsed.data, fence: row.fence });
    else await putAwayUnreadable(q, row, now);
  }
  return claimed;
}

const UNREADABLE_PAUSE_MS = 30_000;
/** Steps in a row that may fail before a ping is given up. */
export const MOST_STUMBLES = 5;

/** A row that this version cannot read waits for one that can, and in the end is failed: nothing runs for ever. */
async function putAwayUnreadable(q: Queryable, row: typeof pings.$inferSelect, now: Date): Promise<void> {
  const pushed = { stumbles: row.stumbles + 1, dueAt: new Date(now.getTime() + UNREADABLE_PAUSE_MS) };
  const failed = {
    state: 'failed',
    verdict: null,
    failure: failure('internal', 'internal'),
    finishedAt: now,
  };
  const change = row.stumbles + 1 < MOST_STUMBLES ? pushed : failed;
  await q
    .update(pings)
    .set({ ...change, leaseUntil: null })
    .where(isHeld(row.id, row.fence));
}

/**
 * Writes the next state of a claimed ping and answers false when the claim was lost or the ping is final: a ping ends
 * once, whoever carries it. Without `keepLeaseUntil` the lease ends with the write.
 */
export async function saveClaimedPing(
  q: Queryable,
  { ping, fence }: ClaimedPing,
  keepLeaseUntil: Date | null = null,
): Promise<boolean> {
  // What people write beside the machine, a wish to stop or a mark, is not the holder's to overwrite.
  const { id, ...state }: Partial<Ping> & { id: string } = { ...ping };
  delete state.stopAsked;
  delete state.wrongCustomerAt;
  const result = await q
    .update(pings)
    .set({ ...state, stumbles: 0, leaseUntil: keepLeaseUntil })
    .where(isHeld(id, fence));
  return result.rowCount === 1;
}

/** Pushes a ping away whose step threw, and answers how often in a row that has happened. */
export async function stumblePing(q: Queryable, claimed: ClaimedPing, dueAt: Date): Promise<number> {
  const rows = await q
    .update(pings)
    .set({ stumbles: sql`${pings.stumbles} + 1`, dueAt, leaseUntil: null })
    .where(isHeld(claimed.ping.id, claimed.fence))
    .returning({ stumbles: pings.stumbles });
  return rows[0]?.stumbles ?? 0;
}

/** When the next running ping can be claimed, looks by so much earlier than they are due; null when nothing runs. */
export async function nextClaimAt(q: Queryable, leadMs = 0): Promise<Date | null> {
  const lead = sql`case when ${pings.phase} = 'read' then ${leadMs} * interval '1 millisecond' else '0' end`;
  const at = sql`min(greatest(${pings.dueAt} - ${lead}, ${pings.leaseUntil}))`.mapWith(pings.dueAt);
  const [row] = await q.select({ at }).from(pings).where(eq(pings.state, 'running'));
  return row?.at ?? null;
}

/** Frees what one process held, when it ends. */
export async function releaseLeases(q: Queryable, owner: string): Promise<number> {
  const mine = and(eq(pings.state, 'running'), eq(pings.leaseOwner, owner));
  const result = await q.update(pings).set({ leaseUntil: null }).where(mine);
  return result.rowCount ?? 0;
}

/** Frees what earlier processes of this instance held, and leaves what `owner`, the living one, holds. */
export async function releaseDeadLeases(q: Queryable, instance: string, owner: string): Promise<number> {
  const dead = sql`starts_with(${pings.leaseOwner}, ${`${instance}/`}) and ${pings.leaseOwner} <> ${owner}`;
  const result = await q
    .update(pings)
    .set({ leaseUntil: null })
    .where(and(eq(pings.state, 'running'), dead));
  return result.rowCount ?? 0;
}

/** Keeps the upstream's answer of a round as it came. */
export async function insertPingBody(
  q: Queryable,
  ping: Ping,
  body: string,
  receivedAt: Date,
): Promise<void> {
  await q
    .insert(pingBodies)
    .values({ pingId: ping.id, round: ping.round, body, receivedAt })
    .onConflictDoNothing();
}

/** Locks a ping's row for a change by a person; null when there is none. */
export async function lockPing(q: Queryable, id: string): Promise<ClaimedPing | null> {
  const [row] = await q.select().from(pings).where(eq(pings.id, id)).for('update');
  return row ? { ping: toPing(row), fence: row.fence } : null;
}

/** Asks the runner to end a ping after the round under way; the state itself stays the runner's to write. */
export async function askToStop(q: Queryable, id: string): Promise<void> {
  await q
    .update(pings)
    .set({ stopAsked: true })
    .where(and(eq(pings.id, id), eq(pings.state, 'running')));
}

export async function markWrongCustomer(
  q: Queryable,
  id: string,
  at: Date | null,
  by: string | null,
): Promise<void> {
  await q.update(pings).set({ wrongCustomerAt: at, wrongCustomerBy: by }).where(eq(pings.id, id));
}

export type PingCursor = { createdAt: Date; id: string };

/** Pings from the newest on, after the cursor. */
export async function selectPings(
  q: Queryable,
  filter: { serviceId?: number; requestedBy?: string; caseCode?: string },
  page: { limit: number; after: PingCursor | null },
): Promise<Ping[]> {
  const after =
    page.after && sql`(${pings.createdAt}, ${pings.id}) < (${page.after.createdAt}, ${page.after.id})`;
  const asked =
    filter.requestedBy &&
    sql`exists (select 1 from ping_requests r where r.ping_id = pings.id and r.actor_id = ${filter.requestedBy})`;
  const rows = await q
    .select()
    .from(pings)
    .where(
      and(
        filter.serviceId === undefined ? undefined : eq(pings.serviceId, filter.serviceId),
        filter.caseCode === undefined ? undefined : eq(pings.caseCode, filter.caseCode),
        asked || undefined,
        after ?? undefined,
      ),
    )
    .orderBy(desc(pings.createdAt), desc(pings.id))
    .limit(page.limit);
  return rows.map(toPing);
}
