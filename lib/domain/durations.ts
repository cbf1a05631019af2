/** Durations up to here are counted in an array, by the millisecond; almost every ping is faster. */
const COUNTED_MS = 1 << 17;

/** Collects durations in whole milliseconds without sorting them: a percentile is then read off the counts. */
export function durationTally() {
  const counts = new Int32Array(COUNTED_MS);
  const longer: number[] = [];
  let size = 0;

  /** The duration that is the n-th shortest. */
  function shortest(n: number): number | null {
    let passed = 0;
    for (let ms = 0; ms < COUNTED_MS; ms += 1) {
      passed += counts[ms] ?? 0;
      if (passed >= n) return ms;
    }
    return longer.sort((a, b) => a - b)[n - passed - 1] ?? null;
  }

  return {
    add(ms: number): void {
      size += 1;
      if (ms >= 0 && ms < COUNTED_MS) counts[ms] = (counts[ms] ?? 0) + 1;
      else longer.push(ms);
    },
    /** The duration that this share of all do not exceed (nearest rank); null without any. */
    percentile: (share: number): number | null =>
      size === 0 ? null : shortest(Math.max(1, Math.ceil(size * share))),
  };
}
