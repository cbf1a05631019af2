import { expect, it } from 'vitest';
import { badShareOf, NOTHING, sumOf } from './outcome-share';

it('what could not be measured is in no share, and a place where nothing was measured has none', () => {
  expect(badShareOf({ ...NOTHING, stable: 3, no_internet: 1, failed: 96, running: 4 })).toBe(0.25);
  expect(badShareOf({ ...NOTHING, failed: 5 })).toBeNull();
  expect(sumOf({ stable: 1, intermittent: 2, no_internet: 3, failed: 4, running: 5 })).toBe(15);
});
