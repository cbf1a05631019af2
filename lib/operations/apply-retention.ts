import { deleteExpiredExports, failForgottenExports } from '@/lib/db/exports';
import {
  deleteBodies,
  deleteIdempotencyKeys,
  deleteLaunchTurns,
  deletePings,
  deleteRateCounters,
  deleteSessions,
  deleteTaskTimes,
} from '@/lib/db/retention';
import { getSettings } from '@/lib/db/settings';
import { bodiesBefore, pingsBefore } from '@/lib/domain/retention';
import type { System } from './context';

const ROWS_AT_ONCE = 1000;
/** The text of one export may be hundreds of megabytes. */
const EXPORTS_AT_ONCE = 1;
const DAY_MS = 86_400_000;

/** Takes one batch after another until there is none, or the server ends. Answers how many rows went. */
async function inBatches(
  system: System,
  most: number,
  take: (most: number) => Promise<number>,
): Promise<number> {
  let all = 0;
  while (!system.isDraining()) {
    const taken = await take(most);
    all += taken;
    if (taken < most) break;
  }
  return all;
}

/** Deletes what is older than the operator wants it kept. Totals of deleted pings stay. A second run finds nothing left. */
export async function applyRetention(system: System): Promise<void> {
  const { db, timeZone } = system;
  const now = system.now();
  const settings = await getSettings(db);
  const yesterday = new Date(now.getTime() - DAY_MS);
  const monthAgo = new Date(now.getTime() - 30 * DAY_MS);
  const rows = (take: (most: number) => Promise<number>) => inBatches(system, ROWS_AT_ONCE, take);
  const pingsEnd = pingsBefore(settings, now, timeZone);
  await failForgottenExports(db, yesterday, now);
  const gone = {
    bodies: await rows((most) => deleteBodies(db, bodiesBefore(settings, now), most)),
    pings: pingsEnd === null ? 0 : await rows((most) => deletePings(db, pingsEnd, most)),
    exports: await inBatches(system, EXPORTS_AT_ONCE, (most) => deleteExpiredExports(db, now, most)),
    idempotency_keys: await rows((most) => deleteIdempotencyKeys(db, yesterday, most)),
    launch_turns: await rows((most) => deleteLaunchTurns(db, yesterday, most)),
    rate_counters: await rows((most) => deleteRateCounters(db, now, most)),
    task_times: await rows((most) => deleteTaskTimes(db, monthAgo, most)),
    sessions: await rows((most) => deleteSessions(db, yesterday, most)),
  };
  system.log.info(gone, 'what was kept long enough is deleted');
}
