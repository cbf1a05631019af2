import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryPlace } from '@/lib/domain/history-place';
import { historyWhere } from '@/lib/db/history-where';
import type { Context } from '@/lib/operations/context';
import { historySelection } from '@/lib/operations/history-scope';
import { listHistory } from '@/lib/operations/list-history';
import type { NamedFilter } from './history-filters';
import type { PlanKeeper } from './plans';
import { asQuickAs, time, within, type Timing } from './timing';

const TARGET_MS = 100;
const PAGE = 50;
const RUNS = 20;
const OPPOSITE = { newest: 'oldest', oldest: 'newest' } as const;

const placeRows = z.array(z.object({ key: z.coerce.number(), id: z.uuid() }));

/** The same for pings in order of their duration, which the product never reads from the other end. */
async function lastOfSlowest(ctx: Context, filter: HistoryFilter): Promise<HistoryPlace | null> {
  const selection = await historySelection(ctx, filter);
  const { rows } = await ctx.db.execute(sql`
    select coalesce(took_ms, -1) as key, id from pings where ${historyWhere(selection) ?? sql`true`}
    order by coalesce(took_ms, -1), id offset ${PAGE} limit 1`);
  return placeRows.parse(rows)[0] ?? null;
}

/** After which place the last full page lies; null when there is only one page. */
async function lastPlace(ctx: Context, filter: HistoryFilter): Promise<HistoryPlace | null> {
  if (filter.sort === 'slowest') return lastOfSlowest(ctx, filter);
  // Seen from the other end it is the first page, and the place is the same.
  const reversed = { ...filter, sort: OPPOSITE[filter.sort] };
  const { views } = await listHistory(ctx, { filter: reversed, limit: PAGE + 1, after: null });
  const ping = views[PAGE]?.ping;
  return ping ? { key: ping.createdAt.getTime(), id: ping.id } : null;
}

/** Times the first and the deepest page of each filter, in turns, and keeps their plans. */
export async function measurePages(
  ctx: Context,
  plans: PlanKeeper,
  filters: readonly NamedFilter[],
): Promise<Timing[]> {
  const [firsts, deepests]: [Timing[], Timing[]] = [[], []];
  for (const { name, filter } of filters) {
    const page = (on: Context, after: HistoryPlace | null) => listHistory(on, { filter, limit: PAGE, after });
    const place = await lastPlace(ctx, filter);
    await page(ctx, null);
    if (place !== null) await page(ctx, place);
    const [first, deepest]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      first.push(await time(() => page(ctx, null)));
      if (place !== null) deepest.push(await time(() => page(ctx, place)));
    }
    firsts.push({ group: 'first page', name, ms: first, check: within(first, TARGET_MS) });
    const planned = { ...ctx, db: plans.db };
    await plans.keep(`first page ${name}`, () => page(planned, null));
    if (place === null) continue;
    const slow = within(deepest, TARGET_MS);
    const check = slow.passed ? asQuickAs(first, deepest) : slow;
    deepests.push({ group: 'deepest page', name, ms: deepest, check });
    await plans.keep(`deepest page ${name}`, () => page(planned, place));
  }
  return [...firsts, ...deepests];
}
