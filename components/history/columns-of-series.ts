import type { HistorySummary, OutcomeCounts } from '@/lib/domain/history-summary';
import { dayOf, hourOf } from '@/lib/domain/time-zone';
import { added } from '@/lib/domain/outcome-share';

/** One column of the picture over time. `from` and `to` are its first and last calendar day in the operator's zone. */
export type SeriesColumn = {
  start: Date;
  from: string;
  to: string;
  counts: OutcomeCounts;
};

export type SeriesStep = 'hour' | 'day' | 'week';

/** More days than this cannot be told apart as columns, and are shown by week. */
const MOST_DAYS = 100;

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

function inWeeks(days: readonly SeriesColumn[]): SeriesColumn[] {
  const weeks: SeriesColumn[] = [];
  for (const day of days) {
    const last = weeks.at(-1);
    if (last === undefined || weekdayOf(day.from) === 1) weeks.push(day);
    else weeks[weeks.length - 1] = { ...last, to: day.to, counts: added(last.counts, day.counts) };
  }
  return weeks;
}

/** The columns of a summary: one for each hour or day that it has, or weeks from Monday on where the days are too many. */
export function columnsOfSeries(
  { step, series }: Pick<HistorySummary, 'step' | 'series'>,
  timeZone: string,
): { step: SeriesStep; columns: SeriesColumn[] } {
  const columns = series.map(({ start, counts }) => {
    const day = dayOf(new Date(start), timeZone);
    return { start: new Date(start), from: day, to: day, counts };
  });
  if (step === 'day' && columns.length > MOST_DAYS) return { step: 'week', columns: inWeeks(columns) };
  return { step, columns };
}

const HOUR_STEPS = [1, 2, 3, 4, 6, 12];

/** Which columns have a label below them, `most` at most: round hours of the clock, or every so many days. */
export function labelledColumns(
  step: SeriesStep,
  columns: readonly SeriesColumn[],
  timeZone: string,
  most: number,
): readonly boolean[] {
  const least = columns.length / most;
  if (step !== 'hour') {
    const every = Math.max(1, Math.ceil(least));
    return columns.map((_, index) => index % every === 0);
  }
  const every = HOUR_STEPS.find((hours) => hours >= least) ?? 24;
  return columns.map(({ start }) => hourOf(start, timeZone) % every === 0);
}

const HOUR_MS = 3_600_000;

/** True for an hour that the clock shows twice, because it was set back: its name alone does not say which of both. */
export function isRepeatedHour(start: Date, timeZone: string): boolean {
  const hour = hourOf(start, timeZone);
  return [-HOUR_MS, HOUR_MS].some((ms) => hourOf(new Date(start.getTime() + ms), timeZone) === hour);
}

/** The round numbers of an axis from nought to at least `value`, the last one its top. */
export function axisTicks(value: number): readonly number[] {
  const least = Math.max(value, 1) / 3;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * magnitude >= least) ?? 10;
  const step = Math.max(1, factor * magnitude);
  return Array.from({ length: Math.max(1, Math.ceil(value / step)) }, (_, index) => step * (index + 1));
}
