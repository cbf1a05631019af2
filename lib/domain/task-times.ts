/**
 * What was seen of the end of one upstream task, in milliseconds from its launch: it was unfinished at `afterMs` (0 when
 * nobody had looked before) and done at `byMs`. The moment itself is never seen.
 */
export type SeenEnd = { afterMs: number; byMs: number };

/**
 * What was seen of tasks of one kind, the newest first: of one router, of all of them, and of all of them again, each
 * counted from the middle of what tasks take at its own router.
 */
export type TaskEnds = { own: readonly SeenEnd[]; all: readonly SeenEnd[]; around: readonly SeenEnd[] };

/** The share of tasks that ends within each step of time from the launch on. */
type Spread = { stepMs: number; shares: Float64Array };

/** How long tasks of one kind take. */
export type TaskTimes = Spread & {
  /** The same before other routers were moved to the middle: less sure of the latest ends, less blurred before them. */
  unmoved: Spread;
  /** How many tasks of this very kind it rests on. */
  seen: number;
  /** The moment by which half of the tasks have ended; null before a few of this very kind were seen. */
  middleMs: number | null;
};

/** So many ends are remembered of each kind of task at one router, and at all of them together; the newest first. */
export const MOST_ENDS = { own: 48, all: 192 };
/** What an end still counts for each one that came after it: what a router did last week says little of today. */
const FADING = { own: 0.96, all: 0.99 };
/** What the tasks of all routers say beside those of one, counted in tasks: more once they are moved to its middle. */
const BORROWED = { all: 2, around: 6 };
/** An end that nobody saw coming is no later for being counted from a middle. */
const LONG_BEFORE_MS = -1_000_000_000;
/** With fewer tasks than this nothing is known. */
const LEAST_SEEN = 4;
const ROUNDS = 20;
const MOST_STEPS = 600;
/** No moment is impossible. */
const LEAST_SHARE = 1e-7;

type Weighed = { from: number; to: number; weight: number };

/**
 * The steps that an end covers, and what it counts. To the nearest step: a look that was planned for a step and asked a
 * millisecond late says nothing of the next one, and taken for it would move the looks that follow later and later.
 */
const weigh = (ends: readonly SeenEnd[], fading: number, stepMs: number, steps: number): Weighed[] =>
  ends.map(({ afterMs, byMs }, age) => {
    const from = Math.min(Math.max(0, Math.round(afterMs / stepMs)), steps - 1);
    const to = Math.min(Math.max(from + 1, Math.round(byMs / stepMs)), steps);
    return { from, to, weight: fading ** age };
  });

function normalise(shares: Float64Array): Float64Array {
  let sum = 0;
  for (const share of shares) sum += share + LEAST_SHARE;
  return shares.map((share) => (share + LEAST_SHARE) / sum);
}

/** Neighbouring moments are about as likely as each other. */
const smooth = (shares: Float64Array): Float64Array =>
  shares.map((share, index) => {
    const [before, after] = [shares[index - 1] ?? share, shares[index + 1] ?? share];
    return before / 4 + share / 2 + after / 4;
  });

/**
 * The distribution under which the ends are likeliest: each end is spread over its interval as the distribution so far
 * lies within it, the sum is the next distribution, and it is smoothed. That is the self-consistent estimate for
 * interval-censored times (Turnbull 1976) with the smoothing of Silverman et al. 1990.
 */
function estimate(ends: readonly Weighed[], prior: Float64Array, priorWeight: number): Float64Array {
  let shares = normalise(prior);
  for (let round = 0; round < ROUNDS; round += 1) {
    const ended = endedBy({ shares });
    // How much each step is asked for, as changes from one step to the next.
    const change = new Float64Array(shares.length + 1);
    for (const { from, to, weight } of ends) {
      const asked = weight / Math.max((ended[to] ?? 1) - (ended[from] ?? 0), LEAST_SHARE);
      change[from] = (change[from] ?? 0) + asked;
      change[to] = (change[to] ?? 0) - asked;
    }
    let asked = 0;
    const next = shares.map((share, step) => {
      asked += change[step] ?? 0;
      return (prior[step] ?? 0) * priorWeight + share * asked;
    });
    shares = smooth(normalise(next));
  }
  return shares;
}

/** An end counted from the middle of what such tasks take at its router, which may lie after it. */
export const aroundMiddle = ({ afterMs, byMs }: SeenEnd, middleMs: number): SeenEnd => ({
  afterMs: afterMs === 0 ? LONG_BEFORE_MS : afterMs - middleMs,
  byMs: byMs - middleMs,
});

const movedTo = (middleMs: number, { afterMs, byMs }: SeenEnd): SeenEnd => {
  const movedMs = Math.max(0, afterMs + middleMs);
  return { afterMs: movedMs, byMs: Math.max(movedMs + 1, byMs + middleMs) };
};

function timesOf(
  own: readonly SeenEnd[],
  others: readonly SeenEnd[],
  borrowed: number,
  finestMs: number,
): Omit<TaskTimes, 'unmoved'> {
  const longestMs = [...own, ...others].reduce((longest, { byMs }) => Math.max(longest, byMs), 1);
  const stepMs = Math.max(1, finestMs, longestMs / MOST_STEPS);
  const steps = Math.min(MOST_STEPS, Math.ceil(longestMs / stepMs)) + 1;
  const even = normalise(new Float64Array(steps));
  const wide = estimate(weigh(others, FADING.all, stepMs, steps), even, 0.5);
  const shares = estimate(weigh(own, FADING.own, stepMs, steps), wide, borrowed);
  const middle = endedBy({ shares }).findIndex((ended) => ended >= 0.5);
  return { stepMs, shares, seen: own.length, middleMs: own.length < LEAST_SEEN ? null : middle * stepMs };
}

/**
 * How long tasks of one router with so many packets take, from the ends that were seen: its own, and for what they leave
 * open those of all routers with as many packets, which differ less in how times spread than in where their middle lies.
 * Null when too few were ever seen.
 * @param finestMs the length of a step, unless the times are so long that there would be too many
 */
export function taskTimesOf({ own, all, around }: TaskEnds, finestMs: number): TaskTimes | null {
  if (all.length < LEAST_SEEN) return null;
  const times = timesOf(own, all, BORROWED.all, finestMs);
  const { middleMs } = times;
  if (middleMs === null || around.length < LEAST_SEEN) return { ...times, unmoved: times };
  const moved = around.map((end) => movedTo(middleMs, end));
  return { ...timesOf(own, moved, BORROWED.around, finestMs), unmoved: times };
}

/** The share of tasks that ends by the end of each step, and before the first one. */
export function endedBy({ shares }: Pick<TaskTimes, 'shares'>): Float64Array {
  const ended = new Float64Array(shares.length + 1);
  for (let step = 0; step < shares.length; step += 1)
    ended[step + 1] = (ended[step] ?? 0) + (shares[step] ?? 0);
  return ended;
}

/** How long a result has probably waited for the look that found it; without any knowledge half of the interval. */
export function probableLagMs(times: TaskTimes | null, { afterMs, byMs }: SeenEnd): number {
  let [share, waited] = [0, 0];
  const { stepMs, shares } = times?.unmoved ?? { stepMs: 0, shares: [] };
  for (let step = 0; step < shares.length; step += 1) {
    const middleMs = (step + 0.5) * stepMs;
    if (middleMs <= afterMs || middleMs >= byMs) continue;
    const part = shares[step] ?? 0;
    share += part;
    waited += part * (byMs - middleMs);
  }
  return share < 1e-6 ? (byMs - afterMs) / 2 : waited / share;
}
