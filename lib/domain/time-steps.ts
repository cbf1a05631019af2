import { addDays, dayOf, hourOf, startOfDay } from './time-zone';

const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;
/** From this many calendar days on a chart shows days. */
const MOST_HOURLY_DAYS = 2;

export type TimeSteps = { step: 'hour' | 'day'; starts: number[] };

/** Days are looked up again and again, and asking Intl takes longer than all the rest. */
const knownDays = new Map<string, number>();

function dayStart(day: string, timeZone: string): number {
  const key = `${timeZone} ${day}`;
  const known = knownDays.get(key);
  if (known !== undefined) return known;
  const start = startOfDay(day, timeZone).getTime();
  knownDays.set(key, start);
  return start;
}

function dayStarts(from: number, to: number, timeZone: string): number[] {
  const last = dayOf(new Date(to - 1), timeZone);
  const starts: number[] = [];
  for (let day = dayOf(new Date(from), timeZone); day <= last; day = addDays(day, 1)) {
    const start = dayStart(day, timeZone);
    // A zone that crossed the date line has left out a day.
    if (starts.length === 0 || start > (starts.at(-1) ?? 0)) starts.push(start);
  }
  return starts;
}

/** Hours of the clock: 23 or 25 of them on a day of change, and never longer than an hour. */
function hourStarts(from: number, to: number, timeZone: string): number[] {
  const starts = [dayStart(dayOf(new Date(from), timeZone), timeZone)];
  let hour = hourOf(new Date(starts[0] ?? 0), timeZone);
  for (let at = (starts[0] ?? 0) + QUARTER_MS; at < to; at += QUARTER_MS) {
    const now = hourOf(new Date(at), timeZone);
    if (now !== hour || at - (starts.at(-1) ?? 0) >= HOUR_MS) starts.push(at);
    hour = now;
  }
  const first = starts.findLastIndex((start) => start <= from);
  return starts.slice(Math.max(0, first));
}

/**
 * Where the steps of a chart begin that spans from a moment to before another: calendar days of the zone, or its hours
 * where the span touches two days at most. The first step holds the first moment.
 */
export function timeSteps(from: Date, to: Date, timeZone: string): TimeSteps {
  const [first, end] = [from.getTime(), Math.max(to.getTime(), from.getTime() + 1)];
  const days = dayStarts(first, end, timeZone);
  if (days.length > MOST_HOURLY_DAYS) return { step: 'day', starts: days };
  return { step: 'hour', starts: hourStarts(first, end, timeZone) };
}

/** The step that holds a moment, or the first for one before it, where moments mostly come in order. */
export function stepFinder(starts: readonly number[]): (at: number) => number {
  let step = 0;
  return (at) => {
    while (step < starts.length - 1 && at >= (starts[step + 1] ?? 0)) step += 1;
    while (step > 0 && at < (starts[step] ?? 0)) step -= 1;
    return step;
  };
}
