import { describe, expect, it } from 'vitest';
import { stepFinder, timeSteps } from './time-steps';
import { addDays, dayOf, hourOf, startOfDay } from './time-zone';

const HOUR_MS = 3_600_000;
const day = (name: string, timeZone: string) =>
  [startOfDay(name, timeZone), startOfDay(addDays(name, 1), timeZone)] as const;
const localHours = (starts: readonly number[], timeZone: string) =>
  starts.map((start) => hourOf(new Date(start), timeZone));

describe('the steps of a chart', () => {
  it.each([
    ['an ordinary day', '2026-05-08', 'America/Bogota', 24],
    ['the day on which the clock goes forward', '2026-03-08', 'America/New_York', 23],
    ['the day on which the clock goes back', '2026-11-01', 'America/New_York', 25],
    ['a day whose midnight the clock skips', '2026-09-06', 'America/Santiago', 23],
    ['a day of a zone of half hours', '2026-05-08', 'Asia/Kolkata', 24],
    ['a day of a zone of quarter hours', '2026-05-08', 'Asia/Kathmandu', 24],
  ])('are the hours of %s', (_what, name, timeZone, hours) => {
    const { step, starts } = timeSteps(...day(name, timeZone), timeZone);
    expect(step).toBe('hour');
    expect(starts).toHaveLength(hours);
    expect(starts[0]).toBe(startOfDay(name, timeZone).getTime());
    expect(starts.every((start, index) => index === 0 || start - (starts[index - 1] ?? 0) === HOUR_MS)).toBe(
      true,
    );
  });

  it('name an hour twice that the clock goes through twice', () => {
    const { starts } = timeSteps(...day('2026-11-01', 'America/New_York'), 'America/New_York');
    expect(localHours(starts, 'America/New_York').slice(0, 4)).toEqual([0, 1, 1, 2]);
  });

  it('are never longer than an hour, even where the clock goes back by half of one', () => {
    const { starts } = timeSteps(...day('2026-04-05', 'Australia/Lord_Howe'), 'Australia/Lord_Howe');
    const lengths = starts.map((start, index) => (starts[index + 1] ?? start + HOUR_MS) - start);
    expect(Math.max(...lengths)).toBe(HOUR_MS);
    expect(lengths.filter((length) => length === HOUR_MS / 2)).toHaveLength(1);
    expect(starts).toHaveLength(25);
  });

  it('begin with the hour that holds the first moment', () => {
    const from = new Date('2026-05-08T13:40:00Z');
    const { starts } = timeSteps(from, new Date('2026-05-08T15:10:00Z'), 'Asia/Kolkata');
    expect(starts.map((start) => new Date(start).toISOString())).toEqual([
      '2026-05-08T13:30:00.000Z',
      '2026-05-08T14:30:00.000Z',
    ]);
  });

  it('are hours for two days, and days for three', () => {
    const zone = 'America/Bogota';
    const [from] = day('2026-05-06', zone);
    expect(timeSteps(from, startOfDay('2026-05-08', zone), zone).step).toBe('hour');
    expect(timeSteps(from, new Date(startOfDay('2026-05-08', zone).getTime() + 1), zone).step).toBe('day');
  });

  it.each([
    'America/Bogota',
    'America/New_York',
    'America/Santiago',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ])('over a year are the calendar days of %s, each once', (timeZone) => {
    const [from, to] = [startOfDay('2026-01-01', timeZone), startOfDay('2027-01-01', timeZone)];
    const { step, starts } = timeSteps(from, to, timeZone);
    const days = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index));
    expect(step).toBe('day');
    expect(starts.map((start) => dayOf(new Date(start), timeZone))).toEqual(days);
  });

  it('over an empty span are one step', () => {
    const at = new Date('2026-05-08T13:40:00Z');
    expect(timeSteps(at, at, 'America/Bogota').starts).toHaveLength(1);
  });
});

describe('the step of a moment', () => {
  it('is found in any order, and is the first for what comes before', () => {
    const stepOf = stepFinder([100, 200, 300]);
    expect([150, 350, 200, 99, 299, 100].map(stepOf)).toEqual([0, 2, 1, 0, 1, 0]);
  });
});
