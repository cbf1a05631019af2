import { factStore } from '@/lib/db/fact-store';
import { readHistoryChoices } from '@/lib/operations/read-history-choices';
import { summariseHistory } from '@/lib/operations/summarise-history';
import type { Context } from '@/lib/operations/context';
import type { NamedFilter } from './history-filters';
import type { PlanKeeper } from './plans';
import { time, timeRuns, within, type Timing } from './timing';

const TARGET_MS = 300;
const RUNS = 15;
/** So many filters are also asked for first thing after a start. */
const COLD = ['today', 'yesterday, a zone', '7 days', '90 days', 'all'];
const COLD_RUNS = 3;

/** Right after a start, when nothing is in memory yet. No target: a server reads ahead before anybody asks. */
async function measureCold(ctx: Context, filters: readonly NamedFilter[]): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const { name, filter } of filters.filter((one) => COLD.includes(one.name))) {
    const ms = await timeRuns(COLD_RUNS, () =>
      summariseHistory({ ...ctx, facts: factStore(ctx.db) }, { filter }),
    );
    timings.push({ group: 'totals, cold', name, ms, check: null });
  }
  const ms = [await time(() => ctx.facts.read(null, null, ctx.now()))];
  return [...timings, { group: 'totals, cold', name: 'reading ahead at a start', ms, check: null }];
}

/** Times the totals and charts of each filter, and keeps their plans. */
export async function measureTotals(
  ctx: Context,
  plans: PlanKeeper,
  filters: readonly NamedFilter[],
): Promise<Timing[]> {
  const timings = await measureCold(ctx, filters);
  for (const { name, filter } of filters) {
    await summariseHistory(ctx, { filter });
    const ms = await timeRuns(RUNS, () => summariseHistory(ctx, { filter }));
    timings.push({ group: 'totals and charts', name, ms, check: within(ms, TARGET_MS) });
    await plans.keep(`totals ${name}`, () => summariseHistory({ ...ctx, db: plans.db }, { filter }));
  }
  const ms = await timeRuns(RUNS, () => readHistoryChoices(ctx));
  await plans.keep('choices', () => readHistoryChoices({ ...ctx, db: plans.db }));
  const [today] = filters;
  if (today) {
    const cold = { ...ctx, db: plans.db, facts: factStore(plans.db) };
    await plans.keep('totals cold', () => summariseHistory(cold, today));
  }
  return [...timings, { group: 'choices', name: 'of the filters', ms, check: null }];
}
