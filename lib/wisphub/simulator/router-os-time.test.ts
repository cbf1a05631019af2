import { expect, it } from 'vitest';
import { toRouterOsClock, toRouterOsTime } from './router-os-time';

it.each([
  [946, '946us'],
  [12_000, '12ms'],
  [1_287, '1ms287us'],
  [1_020_000, '1s20ms'],
  [0, '0ms'],
])('%i microseconds are written %s', (microseconds, written) => {
  expect(toRouterOsTime(microseconds)).toBe(written);
});

it('the clock form has six decimals', () => {
  expect(toRouterOsClock(25_000)).toBe('00:00:00.025000');
});
