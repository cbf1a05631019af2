import { describe, expect, it } from 'vitest';
import { addDays, startOfDay } from '@/lib/domain/time-zone';
import { axisTicks, columnsOfSeries, isRepeatedHour, labelledColumns } from './columns-of-series';
import { NOTHING } from '@/lib/domain/outcome-share';

const HOUR_MS = 3_600_000;
const point = (start: Date, stable: number) => ({
  start: start.toISOString(),
  counts: { ...NOTHING, stable },
});

/** A day of a zone by the hour, as the server answers it. */
function hoursOf(day: string, timeZone: string) {
  const start = startOfDay(day, timeZone).getTime();
  const hours = (startOfDay(addDays(day, 1), timeZone).getTime() - start) / HOUR_MS;
  return Array.from({ length: hours }, (_, hour) => point(new Date(start + hour * HOUR_MS), 1));
}

const daysFrom = (day: string, count: number, timeZone: string) =>
  Array.from({ length: count }, (_, index) => point(startOfDay(addDays(day, index), timeZone), index));

describe('the columns over time', () => {
  it.each([
    ['of the change to summer time', '2026-03-08', 23],
    ['of the change back', '2026-11-01', 25],
    ['like any other', '2026-06-01', 24],
  ])('on a day %s are as many as it has hours, and all of that day', (_name, day, hours) => {
    const zone = 'America/New_York';
    const { step, columns } = columnsOfSeries({ step: 'hour', series: hoursOf(day, zone) }, zone);
    expect(step).toBe('hour');
    expect(columns).toHaveLength(hours);
    expect(new Set(columns.flatMap(({ from, to }) => [from, to]))).toEqual(new Set([day]));
  });

  it('name the calendar day of the operator and not of UTC', () => {
    const zone = 'America/Bogota';
    const { columns } = columnsOfSeries({ step: 'day', series: daysFrom('2026-11-20', 3, zone) }, zone);
    expect(columns.map(({ from }) => from)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
  });

  it('are weeks from Monday on where the days are too many, and no ping is lost', () => {
    const zone = 'America/Santiago';
    const series = daysFrom('2025-11-19', 369, zone);
    const { step, columns } = columnsOfSeries({ step: 'day', series }, zone);
    expect(step).toBe('week');
    expect(columns[0]).toMatchObject({ from: '2025-11-19', to: '2025-11-23' });
    expect(columns[1]).toMatchObject({ from: '2025-11-24', to: '2025-11-30' });
    expect(columns.at(-1)).toMatchObject({ to: '2026-11-22' });
    const total = series.reduce((sum, { counts }) => sum + counts.stable, 0);
    expect(columns.reduce((sum, { counts }) => sum + counts.stable, 0)).toBe(total);
  });
});

describe('the labels below the columns', () => {
  it('of hours stand at round hours of the clock, also where a day has 25', () => {
    const zone = 'America/New_York';
    const { step, columns } = columnsOfSeries({ step: 'hour', series: hoursOf('2026-11-01', zone) }, zone);
    const labelled = labelledColumns(step, columns, zone, 12);
    const hours = columns.filter((_, index) => labelled[index]).map(({ start }) => start.getUTCHours());
    // Three hours apart on the clock; the night of the change has an hour more.
    expect(hours.slice(0, 3)).toEqual([4, 8, 11]);
    expect(labelled.filter(Boolean).length).toBeLessThanOrEqual(12);
  });

  it.each([1, 7, 30, 90])('of %i days are never more than can be read', (count) => {
    const zone = 'America/Bogota';
    const { step, columns } = columnsOfSeries(
      { step: 'day', series: daysFrom('2026-01-01', count, zone) },
      zone,
    );
    const labels = labelledColumns(step, columns, zone, 5).filter(Boolean).length;
    expect(labels).toBeGreaterThanOrEqual(1);
    expect(labels).toBeLessThanOrEqual(5);
  });
});

describe('the ticks of the axis', () => {
  it.each([
    [0, [1]],
    [1, [1]],
    [4, [2, 4]],
    [7, [5, 10]],
    [147, [50, 100, 150]],
    [1000, [500, 1000]],
    [1_284, [500, 1000, 1500]],
  ])('reach %i in round steps', (value, ticks) => {
    expect(axisTicks(value)).toEqual(ticks);
  });

  it('are whole numbers of at most three steps, and the last is not below the highest column', () => {
    for (let value = 1; value < 30_000; value += 37) {
      const ticks = axisTicks(value);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(3);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(value);
    }
  });
});

describe('an hour that the clock shows twice', () => {
  const zone = 'America/New_York';
  const repeated = (day: string, timeZone: string) =>
    hoursOf(day, timeZone)
      .map(({ start }) => new Date(start))
      .filter((start) => isRepeatedHour(start, timeZone))
      .map((start) => start.toISOString());

  it('is told apart, both times', () => {
    expect(repeated('2026-11-01', zone)).toEqual(['2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z']);
  });

  it('is on no other day', () => {
    for (const day of ['2026-03-08', '2026-06-01', '2026-10-31', '2026-11-02'])
      expect(repeated(day, zone)).toEqual([]);
    expect(repeated('2026-11-01', 'America/Bogota')).toEqual([]);
  });
});
