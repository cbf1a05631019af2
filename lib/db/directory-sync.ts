import { and, eq, sql } from 'drizzle-orm';
import { loadProblemSchema, lookSchema, type LoadProblem, type Look } from '@/lib/domain/directory-load';
import type { Queryable } from './client';
import { upstreamState } from './schema';

/** A load without a sign of life for this long is dead, and another may begin. */
const DEAD_AFTER_MS = 90_000;
/** A load that was cut off goes on where it was for this long; what it read before is too old after that. */
const RESUMABLE_MS = 2 * 3_600_000;

/** A load under way. `beatAt` is its last sign of life, and by it the row knows whose load it is. */
export type Load = { startedAt: Date; look: Look; offset: number; expected: number | null; beatAt: Date };

/** Begins a load, or goes on with one that was cut off. Null while another one is alive, on whichever instance. */
export async function beginSync(q: Queryable, now: Date): Promise<Load | null> {
  const s = upstreamState;
  const dead = new Date(now.getTime() - DEAD_AFTER_MS);
  const oldest = new Date(now.getTime() - RESUMABLE_MS);
  const resumes = sql`(${s.syncStartedAt} > ${oldest} and (${s.syncFinishedAt} is null or ${s.syncFinishedAt} < ${s.syncStartedAt})
    and (${s.syncOffset} > 0 or ${s.syncLook} > 1))`;
  const kept = <T>(column: T, otherwise: unknown) =>
    sql`case when ${resumes} then ${column} else ${otherwise} end`;
  const [row] = await q
    .update(s)
    .set({
      syncStartedAt: kept(s.syncStartedAt, sql`${now}::timestamptz`),
      syncOffset: kept(s.syncOffset, 0),
      syncLook: kept(s.syncLook, 1),
      syncSeen: kept(s.syncSeen, 0),
      syncExpected: kept(s.syncExpected, null),
      syncHeartbeatAt: now,
      syncError: null,
    })
    .where(sql`${s.syncHeartbeatAt} is null or ${s.syncHeartbeatAt} < ${dead}`)
    .returning();
  if (!row?.syncStartedAt) return null;
  const { syncStartedAt: startedAt, syncOffset: offset, syncExpected: expected } = row;
  return { startedAt, offset, expected, look: lookSchema.parse(row.syncLook), beatAt: now };
}

/**
 * Writes how far a load is, with a sign of life at `at`. False when another load has taken its place meanwhile: then it
 * must stop. `seen` counts within the current look.
 */
export async function noteSync(q: Queryable, load: Load, seen: number, at: Date): Promise<boolean> {
  const { rowCount } = await q
    .update(upstreamState)
    .set({
      syncSeen: seen,
      syncExpected: load.expected,
      syncOffset: load.offset,
      syncLook: load.look,
      syncHeartbeatAt: at,
    })
    .where(ours(load));
  return rowCount === 1;
}

const ours = (load: Load) => and(eq(upstreamState.id, 1), eq(upstreamState.syncHeartbeatAt, load.beatAt));

/** Ends a load. Where it `goesOn` later, the next one begins where this one was. */
export async function endSync(
  q: Queryable,
  load: Load,
  end: { problem: LoadProblem | null; goesOn: boolean; at: Date },
): Promise<void> {
  const place = end.goesOn ? {} : { syncOffset: 0, syncLook: 1 };
  const finished = end.problem === null ? { syncFinishedAt: end.at } : {};
  await q
    .update(upstreamState)
    .set({ syncHeartbeatAt: null, syncError: end.problem, ...place, ...finished })
    .where(ours(load));
}

export type SyncState = {
  running: boolean;
  look: Look;
  /** How far the current look is, and how far it goes; null while nobody knows. */
  seen: number;
  expected: number | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  problem: LoadProblem | null;
};

/** The last complete load and the one under way, if any. */
export async function readSync(q: Queryable, now: Date): Promise<SyncState> {
  const [row] = await q.select().from(upstreamState);
  const beat = row?.syncHeartbeatAt?.getTime();
  return {
    running: beat !== undefined && now.getTime() - beat < DEAD_AFTER_MS,
    look: lookSchema.catch(1).parse(row?.syncLook),
    seen: row?.syncSeen ?? 0,
    expected: row?.syncExpected ?? null,
    startedAt: row?.syncStartedAt ?? null,
    finishedAt: row?.syncFinishedAt ?? null,
    problem: loadProblemSchema
      .nullable()
      .catch('internal')
      .parse(row?.syncError ?? null),
  };
}
