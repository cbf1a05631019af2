import fc from 'fast-check';
import type { Polling } from './polling';

/** Every sensible setting of the pace. */
export const anyPolling: fc.Arbitrary<Polling> = fc
  .record({
    firstMs: fc.integer({ min: 10, max: 30_000 }),
    minMs: fc.integer({ min: 10, max: 30_000 }),
    moreMs: fc.integer({ min: 0, max: 30_000 }),
    maxLooks: fc.integer({ min: 1, max: 100 }),
    limitMs: fc.integer({ min: 1000, max: 600_000 }),
  })
  .map(({ moreMs, ...rest }) => ({ ...rest, maxMs: rest.minMs + moreMs }));
