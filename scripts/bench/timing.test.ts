import { expect, it } from 'vitest';
import { asQuickAs, p50, p95, within } from './timing';

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

it('a percentile is the value of a run, whatever their order', () => {
  expect(p50([9, 1, 5])).toBe(5);
  expect(p95(oneTo(100).reverse())).toBe(95);
  expect(p95([7])).toBe(7);
});

it('a target is missed when one run in twenty is too many above it', () => {
  expect(within(oneTo(100), 95).passed).toBe(true);
  expect(within(oneTo(100), 94).passed).toBe(false);
});

it('the deepest page may cost a fifth more than the first one, and a quicker one is no miss', () => {
  expect(asQuickAs([50], [60]).passed).toBe(true);
  expect(asQuickAs([50], [61]).passed).toBe(false);
  expect(asQuickAs([50], [20]).passed).toBe(true);
  expect(asQuickAs([4], [8]).passed).toBe(true);
});
