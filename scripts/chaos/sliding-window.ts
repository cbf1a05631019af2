const STEP_MS = 250;

/** The most requests that any sliding window holds: exact, because a fullest one begins with a request. */
export function fullestWindow(times: readonly number[], windowMs: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [index, at] of sorted.entries()) {
    while (at - (sorted[first] ?? at) >= windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** The mean number of requests in a sliding window, over those that end between the two moments. */
export function meanWindow(times: readonly number[], windowMs: number, from: number, to: number): number {
  let sum = 0;
  let windows = 0;
  for (let end = from; end <= to; end += STEP_MS) {
    sum += times.filter((at) => at > end - windowMs && at <= end).length;
    windows += 1;
  }
  return windows === 0 ? 0 : sum / windows;
}
