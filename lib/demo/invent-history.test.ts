import { expect, it } from 'vitest';
import { inventHistory } from './invent-history';

const EMPTY = new Map<number, never>();
const idsAndEnds = (now: Date) =>
  inventHistory(now, EMPTY).map(({ ping }) => [ping.id, ping.verdict, ping.finishedAt?.getTime()]);

it('the same moment gives the same history', () => {
  const now = new Date('2026-03-18T15:20:31.417Z');
  expect(idsAndEnds(now)).toEqual(idsAndEnds(new Date(now)));
});

it.each([
  ['a working afternoon', '2026-03-18T15:20:31.417Z'],
  ['a Sunday night', '2026-03-15T03:10:00.000Z'],
  ['a minute after midnight', '2026-03-01T00:01:00.000Z'],
  ['the hour that a change of clocks leaves out', '2026-03-29T02:30:00.000Z'],
  ['a leap day', '2028-02-29T12:00:00.000Z'],
])('a history that ends on %s is whole, ends before it and has no id twice', (_, moment) => {
  const now = new Date(moment);
  const history = inventHistory(now, EMPTY);
  const ends = history.map(({ ping }) => ping.finishedAt?.getTime() ?? Infinity);
  expect(history.length).toBeGreaterThan(900);
  expect(new Set(history.map(({ ping }) => ping.id)).size).toBe(history.length);
  expect(Math.max(...ends)).toBeLessThan(now.getTime() - 60_000);
  expect(Math.max(...ends)).toBeGreaterThan(now.getTime() - 60 * 60_000);
  expect(history.every(({ ping, calls }) => calls[0].at <= now && ping.createdAt === calls[0].at)).toBe(true);
});
