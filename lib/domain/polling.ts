/** When to look at an upstream task. Source of the defaults: the documented polling best practices. */
export type Polling = {
  firstMs: number;
  minMs: number;
  maxMs: number;
  maxLooks: number;
  /** How long one upstream task may take, counted from its launch. */
  limitMs: number;
  /** True keeps the documented pace, whatever was learnt of how long tasks take. */
  documented?: boolean;
};

export const defaultPolling: Polling = {
  firstMs: 2000,
  minMs: 2000,
  maxMs: 5000,
  maxLooks: 20,
  limitMs: 60_000,
};

const GROWTH = 1.15;
const JITTER = 0.1;

/**
 * Milliseconds to wait before the next look.
 * @param looks looks already made at this task
 * @param random a number from 0 to 1 that spreads pings which were launched together
 */
export function nextLookDelayMs(looks: number, random: number, polling: Polling): number {
  if (looks === 0) return polling.firstMs;
  const paced = Math.min(polling.minMs * GROWTH ** (looks - 1), polling.maxMs);
  const spread = paced * (1 + (random * 2 - 1) * JITTER);
  return Math.round(Math.min(Math.max(spread, polling.minMs), polling.maxMs));
}
