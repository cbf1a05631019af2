import { expect, it } from 'vitest';
import { deadlineOf, KEPT_MS, keptMinutesLeft, launchBy } from './deadline';
import { atMs, testPing, testPolicy } from './test-ping';

const { polling } = testPolicy;
const MINUTE = 60_000;
const keptPing = {
  ...testPing(),
  deadlineAt: new Date(deadlineOf(atMs(0), 1, polling).getTime() + KEPT_MS),
};
const leftAt = (ms: number) => keptMinutesLeft(launchBy(keptPing, polling).getTime(), atMs(ms).getTime());

it('a kept ping is never said to wait longer than the ten minutes that are promised', () => {
  expect(leftAt(0)).toBe(10);
  expect(leftAt(1)).toBe(10);
  // The clock of a browser may be behind.
  expect(leftAt(-5 * MINUTE)).toBe(10);
});

it('the minutes that are left count down and end at one, while its turn may still come', () => {
  expect(leftAt(MINUTE)).toBe(9);
  expect(leftAt(9 * MINUTE + 1)).toBe(1);
  expect(leftAt(10 * MINUTE + 30_000)).toBe(1);
});
