import { and, eq, inArray, sql } from 'drizzle-orm';
import { aroundMiddle, MOST_ENDS, type SeenEnd, type TaskEnds } from '@/lib/domain/task-times';
import type { Queryable } from './client';
import { taskTimes } from './schema';

/** Tasks of one kind: those of one router with so many packets, on lines that are expected to answer or not to. */
export type TaskKind = { routerKey: string; packets: number; silent: boolean };

/** The keys of all routers together, and of the same counted from the middle of each; no router is called so. */
const ALL = '';
const AROUND = '\n';

/** What was seen of the ends of the last tasks of this kind. */
export async function readTaskEnds(
  q: Queryable,
  { routerKey, packets, silent }: TaskKind,
): Promise<TaskEnds> {
  const rows = await q
    .select()
    .from(taskTimes)
    .where(
      and(
        inArray(taskTimes.routerKey, [ALL, AROUND, routerKey]),
        eq(taskTimes.packets, packets),
        eq(taskTimes.silent, silent),
      ),
    );
  const endsOf = (key: string): SeenEnd[] => {
    const row = rows.find((one) => one.routerKey === key);
    return (row?.afterMs ?? []).map((afterMs, index) => ({ afterMs, byMs: row?.byMs[index] ?? afterMs }));
  };
  return { own: endsOf(routerKey), all: endsOf(ALL), around: endsOf(AROUND) };
}

type Noted = { end: SeenEnd; middleMs: number | null; at: Date };

/**
 * Keeps what was seen of the end of one more task and forgets the oldest. One statement, whichever instances meet in it.
 * @param noted with the middle of what such tasks take at this router, as far as it is known
 */
export async function noteTaskEnd(
  q: Queryable,
  { routerKey, packets, silent }: TaskKind,
  { end, middleMs, at }: Noted,
): Promise<void> {
  // The rows of all come first in each statement, so that no two of them wait for each other.
  const ends: [string, SeenEnd][] = [
    [ALL, end],
    ...(middleMs === null ? [] : [[AROUND, aroundMiddle(end, middleMs)] satisfies [string, SeenEnd]]),
    [routerKey, end],
  ];
  const rows = ends.map(([key, { afterMs, byMs }]) => ({
    ...{ routerKey: key, packets, silent, updatedAt: at },
    ...{ afterMs: [Math.round(afterMs)], byMs: [Math.round(byMs)] },
  }));
  const isOfAll = inArray(taskTimes.routerKey, [ALL, AROUND]);
  const most = sql`case when ${isOfAll} then ${MOST_ENDS.all}::integer else ${MOST_ENDS.own}::integer end`;
  await q
    .insert(taskTimes)
    .values(rows)
    .onConflictDoUpdate({
      target: [taskTimes.routerKey, taskTimes.packets, taskTimes.silent],
      set: {
        afterMs: sql`(excluded.after_ms || ${taskTimes.afterMs})[1:${most}]`,
        byMs: sql`(excluded.by_ms || ${taskTimes.byMs})[1:${most}]`,
        updatedAt: at,
      },
    });
}
