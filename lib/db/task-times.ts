import { and, eq, inArray, sql } from 'drizzle-orm';
import { MOST_ENDS, type SeenEnd } from '@/lib/domain/task-times';
import type { Queryable } from './client';
import { taskTimes } from './schema';

/** Tasks of one kind: those of one router with so many packets, on lines that are expected to answer or not to. */
export type TaskKind = { routerKey: string; packets: number; silent: boolean };

/** The key of all routers together; no router is called so. */
const ALL = '';

/** What was seen of the ends of the last tasks of this kind, and of all routers with such tasks; the newest first. */
export async function readTaskEnds(
  q: Queryable,
  { routerKey, packets, silent }: TaskKind,
): Promise<{ own: SeenEnd[]; all: SeenEnd[] }> {
  const rows = await q
    .select()
    .from(taskTimes)
    .where(
      and(
        inArray(taskTimes.routerKey, [ALL, routerKey]),
        eq(taskTimes.packets, packets),
        eq(taskTimes.silent, silent),
      ),
    );
  const endsOf = (key: string): SeenEnd[] => {
    const row = rows.find((one) => one.routerKey === key);
    return (row?.afterMs ?? []).map((afterMs, index) => ({ afterMs, byMs: row?.byMs[index] ?? afterMs }));
  };
  return { own: endsOf(routerKey), all: endsOf(ALL) };
}

/** Keeps what was seen of the end of one more task and forgets the oldest. One statement, whichever instances meet in it. */
export async function noteTaskEnd(
  q: Queryable,
  { routerKey, packets, silent }: TaskKind,
  { afterMs, byMs }: SeenEnd,
  at: Date,
): Promise<void> {
  // The row of all comes first in each statement, so that no two of them wait for each other.
  const rows = [ALL, routerKey].map((key) => ({
    ...{ routerKey: key, packets, silent, updatedAt: at },
    ...{ afterMs: [Math.round(afterMs)], byMs: [Math.round(byMs)] },
  }));
  const most = sql`case when ${taskTimes.routerKey} = ${ALL} then ${MOST_ENDS.all}::integer else ${MOST_ENDS.own}::integer end`;
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
