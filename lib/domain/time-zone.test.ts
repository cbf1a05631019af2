import { describe, expect, it } from 'vitest';
import { addDays, dayOf, hourOf, startOfDay } from './time-zone';

const ZONES = [
  'America/Bogota',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Asuncion',
  'America/Havana',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

describe('a calendar day', () => {
  it('is that of the wall clock and not of UTC', () => {
    expect(dayOf(new Date('2026-11-22T03:30:00Z'), 'America/Bogota')).toBe('2026-11-21');
    expect(hourOf(new Date('2026-11-22T03:30:00Z'), 'America/Bogota')).toBe(22);
    expect(startOfDay('2026-11-22', 'America/Bogota').toISOString()).toBe('2026-11-22T05:00:00.000Z');
  });

  it('of the change to summer time is 23 hours long, and of the change back 25', () => {
    const hours = (day: string, zone: string) =>
      (startOfDay(addDays(day, 1), zone).getTime() - startOfDay(day, zone).getTime()) / 3_600_000;
    expect(hours('2026-03-08', 'America/New_York')).toBe(23);
    expect(hours('2026-11-01', 'America/New_York')).toBe(25);
  });

  it('whose midnight is skipped begins at one o’clock', () => {
    // Chile moves its clocks at midnight.
    expect(startOfDay('2026-09-06', 'America/Santiago').toISOString()).toBe('2026-09-06T04:00:00.000Z');
    expect(dayOf(startOfDay('2026-09-06', 'America/Santiago'), 'America/Santiago')).toBe('2026-09-06');
  });

  it.each(ZONES)('in %s begins at its first moment, on every day of two years', (zone) => {
    for (let day = '2026-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
      const start = startOfDay(day, zone);
      expect([day, dayOf(start, zone), dayOf(new Date(start.getTime() - 1), zone) < day]).toEqual([
        day,
        day,
        true,
      ]);
    }
  });

  it('is counted over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });
});
