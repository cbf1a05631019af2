/** What one thing took, in milliseconds, run by run. */
export type Timing = { group: string; name: string; ms: readonly number[]; check: Check | null };

/** What a timing is held against. */
export type Check = { target: string; passed: boolean };

/** The value that so large a share of the runs stays under (nearest rank). */
export function percentile(ms: readonly number[], share: number): number {
  const sorted = [...ms].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const p50 = (ms: readonly number[]) => percentile(ms, 0.5);
export const p95 = (ms: readonly number[]) => percentile(ms, 0.95);

/** Holds the 95th percentile against a limit. */
export const within = (ms: readonly number[], limitMs: number): Check => ({
  target: `p95 ≤ ${limitMs}`,
  passed: p95(ms) <= limitMs,
});

/** Pages of a few milliseconds differ by so much on their own, when other programs run beside them. */
const NOISE_MS = 5;

/** Holds the deepest page against the first one: keyset pages cost the same however deep they lie. */
export function asQuickAs(first: readonly number[], deepest: readonly number[]): Check {
  const [was, is] = [p50(first), p50(deepest)];
  const percent = Math.round((is / was - 1) * 100);
  return {
    target: `p50 first + 20 % (${percent > 0 ? '+' : ''}${percent} %)`,
    passed: is <= was * 1.2 || is - was <= NOISE_MS,
  };
}

export async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export async function timeRuns(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  const ms: number[] = [];
  for (let run = 0; run < runs; run += 1) ms.push(await time(work));
  return ms;
}
