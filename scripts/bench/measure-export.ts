import { EXPORT_FORMATS } from '@/lib/domain/export-item';
import { defaultHistoryFilter } from '@/lib/domain/history-filter';
import { exportHistory } from '@/lib/operations/export-history';
import type { Context } from '@/lib/operations/context';
import type { PlanKeeper } from './plans';
import { timeRuns, type Timing } from './timing';

const ROWS = 50_000;
const ROWS_A_PIECE = 500;
const RUNS = 3;

/** Times an export of 50,000 rows, and keeps the plans of its first rows. */
export async function measureExport(ctx: Context, plans: PlanKeeper): Promise<Timing[]> {
  const filter = { ...defaultHistoryFilter, period: '90d' as const };
  const timings: Timing[] = [];
  for (const format of EXPORT_FORMATS) {
    const write = async (on: Context, most: number) => {
      const { pieces } = await exportHistory(on, { filter, format, locale: 'es' });
      let read = 0;
      for await (const piece of pieces) {
        read += piece === '' ? 0 : ROWS_A_PIECE;
        if (read >= most) return;
      }
    };
    const ms = await timeRuns(RUNS, () => write(ctx, ROWS));
    timings.push({ group: 'export', name: `50,000 rows, ${format}`, ms, check: null });
    await plans.keep(`export ${format}`, () => write({ ...ctx, db: plans.db }, ROWS_A_PIECE));
  }
  return timings;
}
