import type { Mask } from './fact-filter';
import { OUTCOMES } from './history-filter';
import type { OutcomeCounts } from './history-summary';
import { badOf, measuredOf } from './outcome-share';
import { lossIntervalPercent } from './verdict';

const WIDTH = OUTCOMES.length;
const [INTERMITTENT, NO_INTERNET] = [OUTCOMES.indexOf('intermittent'), OUTCOMES.indexOf('no_internet')];

export type Tally = {
  /** Counts each selected fact for its code, once or as often as `times` says. */
  add(codes: Int32Array, outcomes: Uint8Array, mask: Mask, times?: Int32Array): void;
  counts(code: number): OutcomeCounts;
  /** `badOf` a code, without making the counts. */
  bad(code: number): number;
  /** The codes that were counted at all, in order; 0, which stands for no name, is not among them. */
  used(): number[];
};

/** Counts outcomes for each of `size` codes. */
export function outcomeTally(size: number): Tally {
  const cells = new Int32Array(size * WIDTH);
  const isUsed = (code: number) => {
    for (let cell = code * WIDTH; cell < (code + 1) * WIDTH; cell += 1) if (cells[cell] !== 0) return true;
    return false;
  };
  return {
    add(codes, outcomes, mask, times) {
      for (let place = 0; place < mask.length; place += 1) {
        if (mask[place] === 0) continue;
        const cell = (codes[place] ?? 0) * WIDTH + (outcomes[place] ?? 0);
        cells[cell] = (cells[cell] ?? 0) + (times === undefined ? 1 : (times[place] ?? 0));
      }
    },
    counts(code) {
      const row = cells.subarray(code * WIDTH, (code + 1) * WIDTH);
      const [stable = 0, intermittent = 0, no_internet = 0, failed = 0, running = 0] = row;
      return { stable, intermittent, no_internet, failed, running };
    },
    bad: (code) => (cells[code * WIDTH + INTERMITTENT] ?? 0) + (cells[code * WIDTH + NO_INTERNET] ?? 0),
    used() {
      const codes: number[] = [];
      for (let code = 1; code < size; code += 1) if (isUsed(code)) codes.push(code);
      return codes;
    },
  };
}

/**
 * How surely something is bad: the lower end of the 95 % interval of its share of bad results, so that one bad result
 * of one does not lead over thirty of forty.
 */
function badness(counts: OutcomeCounts): number {
  const measured = measuredOf(counts);
  return measured === 0 ? -1 : lossIntervalPercent(badOf(counts), measured)[0];
}

type Group = { name: string; counts: OutcomeCounts };

/** The worst first; among equals the one with more bad results, and then by name, so that the order never wavers. */
export function worstFirst(groups: readonly Group[]): Group[] {
  return groups
    .map((group) => ({ group, badness: badness(group.counts), bad: badOf(group.counts) }))
    .sort((a, b) => b.badness - a.badness || b.bad - a.bad || (a.group.name < b.group.name ? -1 : 1))
    .map(({ group }) => group);
}
