import { addDays, dayOf, startOfDay } from './time-zone';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Days between two ticks, by how many days an axis spans. */
const DAY_STEPS = [
  { upTo: 8, step: 1 },
  { upTo: 16, step: 2 },
  { upTo: 45, step: 7 },
  { upTo: Infinity, step: 14 },
] as const;

export type TimeTicks = { unit: 'hour' | 'day'; at: Date[] };

/** Where an axis of time is marked: midnights of the zone, and every six hours where it spans no more than two days. */
export function timeTicks(from: Date, to: Date, timeZone: string): TimeTicks {
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  const isBetween = (at: Date) => at >= from && at <= to;
  const step = DAY_STEPS.find(({ upTo }) => days <= upTo)?.step ?? 14;
  const midnights: Date[] = [];
  const last = dayOf(to, timeZone);
  // Counted from the last day on, so that today always has its tick.
  for (let day = last; ; day = addDays(day, days <= 2 ? -1 : -step)) {
    midnights.unshift(startOfDay(day, timeZone));
    if (startOfDay(day, timeZone) < from) break;
  }
  if (days > 2) return { unit: 'day', at: midnights.filter(isBetween) };
  const hours = midnights.flatMap((midnight) =>
    [0, 6, 12, 18].map((hour) => new Date(midnight.getTime() + hour * HOUR_MS)),
  );
  return { unit: 'hour', at: hours.filter(isBetween) };
}
