import fc from 'fast-check';
import { expect, it } from 'vitest';
import { durationTally } from './durations';

const tallyOf = (list: readonly number[]) => {
  const tally = durationTally();
  for (const ms of list) tally.add(ms);
  return tally;
};

it('there is no percentile of nothing', () => {
  expect(durationTally().percentile(0.5)).toBeNull();
});

it('a percentile is the one that a sorted list shows, however long the durations are', () => {
  const some = fc.array(fc.oneof(fc.nat(200), fc.nat(2_147_483_647)), { minLength: 1 });
  fc.assert(
    fc.property(some, fc.constantFrom(0.01, 0.5, 0.95, 1), (list, share) => {
      const sorted = [...list].sort((a, b) => a - b);
      expect(tallyOf(list).percentile(share)).toBe(sorted[Math.ceil(sorted.length * share) - 1]);
    }),
  );
});
