import { z } from 'zod';
import type { Rules } from './rules';

export const verdictSchema = z.enum(['stable', 'intermittent', 'no_internet']);
export type Verdict = z.infer<typeof verdictSchema>;

/** What the packets say of the line. `sent` must be at least 1: nothing sent is not a verdict. */
export function judge(counts: { sent: number; received: number }, rules: Rules): Verdict {
  if (counts.received === 0) return 'no_internet';
  return counts.received / counts.sent < rules.stableFrom ? 'intermittent' : 'stable';
}

const Z95 = 1.959963984540054;

/** The 95 % interval of the true loss as shares from 0 to 1, not rounded. */
function lossInterval(lost: number, sent: number): [low: number, high: number] {
  const p = lost / sent;
  const z2 = Z95 * Z95;
  const centre = (p + z2 / (2 * sent)) / (1 + z2 / sent);
  const half = (Z95 / (1 + z2 / sent)) * Math.sqrt((p * (1 - p)) / sent + z2 / (4 * sent * sent));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/**
 * The 95 % interval of the true loss, in percent from 0 to 100, one decimal.
 * Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", JASA 22.
 */
export function lossIntervalPercent(lost: number, sent: number): [low: number, high: number] {
  const [low, high] = lossInterval(lost, sent);
  const percent = (share: number) => Math.round(share * 1000) / 10;
  return [percent(low), percent(high)];
}

/** True while the interval holds the boundary between stable and intermittent, so that more packets would tell more. */
export function isUnclear(counts: { sent: number; received: number }, rules: Rules): boolean {
  const [low, high] = lossInterval(counts.sent - counts.received, counts.sent);
  const boundary = 1 - rules.stableFrom;
  return low <= boundary && boundary <= high;
}
