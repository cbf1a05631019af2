import { describe, expect, it } from 'vitest';
import { timeTicks } from './time-ticks';

const ticks = (from: string, to: string, zone: string) => {
  const { unit, at } = timeTicks(new Date(from), new Date(to), zone);
  return { unit, at: at.map((tick) => tick.toISOString()) };
};

describe('the marks of an axis of time', () => {
  it('are midnights of the zone, the last of them today', () => {
    const { unit, at } = ticks('2026-11-15T15:00:00Z', '2026-11-22T15:00:00Z', 'America/Bogota');
    expect(unit).toBe('day');
    expect(at).toHaveLength(7);
    expect(at[0]).toBe('2026-11-16T05:00:00.000Z');
    expect(at.at(-1)).toBe('2026-11-22T05:00:00.000Z');
  });

  it('stay midnights where the clock changes in between', () => {
    const { at } = ticks('2026-10-23T12:00:00Z', '2026-10-27T12:00:00Z', 'Europe/Madrid');
    expect(at).toEqual([
      '2026-10-23T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-10-26T23:00:00.000Z',
    ]);
  });

  it('are every six hours within a day', () => {
    const { unit, at } = ticks('2026-11-21T15:00:00Z', '2026-11-22T15:00:00Z', 'America/Bogota');
    expect(unit).toBe('hour');
    expect(at).toEqual([
      '2026-11-21T17:00:00.000Z',
      '2026-11-21T23:00:00.000Z',
      '2026-11-22T05:00:00.000Z',
      '2026-11-22T11:00:00.000Z',
    ]);
  });

  it.each([
    [30, 5],
    [90, 7],
  ])('of %i days are few enough to be read: %i', (days, count) => {
    const to = Date.parse('2026-11-22T15:00:00Z');
    const { at } = timeTicks(new Date(to - days * 86_400_000), new Date(to), 'America/Sao_Paulo');
    expect(at).toHaveLength(count);
  });
});
