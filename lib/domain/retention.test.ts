import { describe, expect, it } from 'vitest';
import { bodiesBefore, pingsBefore } from './retention';

const retention = { bodyDays: 30, pingMonths: 12 };

describe('what is kept', () => {
  it.each([
    [12, '2026-05-08T12:00:00Z', 'America/Bogota', '2025-05-08T05:00:00.000Z'],
    // The evening before, where the operator is.
    [12, '2026-05-08T03:00:00Z', 'America/Bogota', '2025-05-07T05:00:00.000Z'],
    [1, '2026-03-31T12:00:00Z', 'UTC', '2026-02-28T00:00:00.000Z'],
    [3, '2026-02-15T12:00:00Z', 'UTC', '2025-11-15T00:00:00.000Z'],
    [24, '2024-02-29T12:00:00Z', 'UTC', '2022-02-28T00:00:00.000Z'],
    [1, '2026-11-15T12:00:00Z', 'America/New_York', '2026-10-15T04:00:00.000Z'],
  ])(
    'pings of %s months at %s in %s begin on a day of the calendar',
    (pingMonths, now, timeZone, expected) => {
      expect(pingsBefore({ ...retention, pingMonths }, new Date(now), timeZone)?.toISOString()).toBe(
        expected,
      );
    },
  );

  it('pings are kept for ever without a number of months', () => {
    expect(pingsBefore({ ...retention, pingMonths: null }, new Date(), 'UTC')).toBeNull();
  });

  it('answers of WispHub are counted in days', () => {
    expect(bodiesBefore(retention, new Date('2026-05-31T12:00:00Z')).toISOString()).toBe(
      '2026-05-01T12:00:00.000Z',
    );
  });
});
