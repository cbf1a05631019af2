import { addDays, dayOf, startOfDay } from '@/lib/domain/time-zone';
import type { Random } from './random';

export const TIME_ZONE = 'America/Bogota';

/** How busy the desk is in each hour of a day. */
const HOURS = [1, 0.6, 0.4, 0.3, 0.3, 0.5, 1.5, 3, 6, 8, 9, 9, 8, 7, 7, 8, 8, 8, 9, 9.5, 9, 7, 4, 2];
const HOUR_MS = 3_600_000;
const total = HOURS.reduce((sum, hour) => sum + hour, 0);

export type Day = {
  begin: number;
  /** Nothing happens from here on. */
  end: number;
  /** How many pings it gets, beside the other days. */
  weight: number;
};

/** The days before `now` and the one of it, each with its share: Sundays are quiet, Mondays are not. */
export function daysUntil(now: Date, count: number): Day[] {
  const today = dayOf(now, TIME_ZONE);
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(today, index - count + 1);
    const begin = startOfDay(day, TIME_ZONE).getTime();
    const end = Math.min(startOfDay(addDays(day, 1), TIME_ZONE).getTime(), now.getTime());
    const open = HOURS.slice(0, Math.floor((end - begin) / HOUR_MS)).reduce((sum, hour) => sum + hour, 0);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    const busy = weekday === 0 ? 0.6 : weekday === 1 ? 1.25 : 1;
    return { begin, end, weight: (busy * Math.max(open, 0.1)) / total };
  });
}

/** A moment of the day, more often when the desk is busy. */
export function momentOf({ begin, end }: Day, random: Random): number {
  for (;;) {
    let wanted = random() * total;
    const hour = HOURS.findIndex((weight) => (wanted -= weight) < 0);
    const at = begin + Math.floor((Math.max(0, hour) + random()) * HOUR_MS);
    // An end in the first hour of the day is met by no busy hour.
    if (at < end) return at;
    if (end - begin < HOUR_MS) return begin + Math.floor(random() * (end - begin));
  }
}
