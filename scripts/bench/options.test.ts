import { expect, it } from 'vitest';
import { StartError } from '@/lib/start-error';
import { PARTS, readOptions } from './options';

const clock = new Date('2027-01-05T10:41:12Z');

it('without options the whole size is measured, at a moment that never changes', () => {
  const { services, pings, now, strict } = readOptions([], clock);
  expect({ services, pings, strict }).toEqual({ services: 200_000, pings: 1_000_000, strict: false });
  expect(now).toEqual(readOptions([], new Date('2030-01-01T00:00:00Z')).now);
});

it('data that are kept end in the hour that began last, unless a moment is named', () => {
  expect(readOptions(['--keep'], clock).now.toISOString()).toBe('2027-01-05T10:00:00.000Z');
  expect(readOptions(['--keep', '--now', '2026-12-01T00:00:00Z'], clock).now.getUTCMonth()).toBe(11);
});

it('one part can be measured alone, and without a choice all but the longest are', () => {
  expect(readOptions(['--only', 'lag'], clock).only).toEqual(['lag']);
  expect(readOptions(['--only', 'search,totals'], clock).only).toEqual(['search', 'totals']);
  expect(readOptions([], clock).only).toEqual(PARTS.filter((part) => part !== 'soak'));
});

it.each([
  ['--only', 'speed'],
  ['--only', ''],
  ['--pings', 'many'],
  ['--services', '5'],
  ['--now', 'soon'],
  ['--unknown'],
  ['--help'],
])('what is not understood is answered with the usage: %s %s', (...args) => {
  expect(() => readOptions(args, clock)).toThrow(StartError);
});
