import type { Outcome } from '@/lib/domain/history-filter';

/** What is worst stands at the foot of a column and at the start of a bar, where lengths can be compared. */
export const WORST_FIRST = [
  'no_internet',
  'intermittent',
  'failed',
  'running',
  'stable',
] as const satisfies readonly Outcome[];

/** Those of a line that is not well, the worst first. */
export const BAD = ['no_internet', 'intermittent'] as const satisfies readonly Outcome[];

/**
 * How a length of each outcome is filled. What could not be measured is hatched grey: neither good nor down. What is
 * intermittent is cut across, because without colours its grey is that of what is stable.
 */
export const OUTCOME_FILLS: Record<Outcome, string> = {
  no_internet: 'bg-silent',
  intermittent: 'bg-cut-across',
  failed: 'bg-hatched',
  running: 'bg-running',
  stable: 'bg-stable',
};
