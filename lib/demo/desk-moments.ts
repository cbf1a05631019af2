import { between, fractionOf } from '@/lib/wisphub/simulator/random';
import { onDay } from './moment';

/** How busy each hour of the day is, compared with the others. */
const HOURS = [3, 2, 2, 1, 1, 3, 10, 30, 70, 90, 100, 90, 60, 50, 70, 80, 80, 80, 90, 90, 70, 50, 25, 8];
const allHours = HOURS.reduce((sum, weight) => sum + weight, 0);

function hourAt(share: number): number {
  let left = share * allHours;
  return HOURS.findIndex((weight) => (left -= weight) < 0);
}

function callsOn(day: Date, daysAgo: number): number {
  if (day.getDay() === 0) return between(22, 38, 'sunday', daysAgo);
  if (day.getDay() === 6) return between(55, 75, 'saturday', daysAgo);
  return between(78, 112, 'weekday', daysAgo);
}

/** `key` seeds whatever else is invented about the call of this moment. */
export type DeskMoment = { at: Date; key: string };

/** When the desk was called over the last so many days: by day in the week and by hour, in local time. */
export function deskMoments(now: Date, days: number): DeskMoment[] {
  return Array.from({ length: days + 1 }, (_, daysAgo) =>
    Array.from({ length: callsOn(onDay(now, daysAgo, 12, 0), daysAgo) }, (_unused, index) => {
      const key = `call-${daysAgo}-${index}`;
      const minute = fractionOf(key, 'minute') * 60;
      return { at: onDay(now, daysAgo, hourAt(fractionOf(key, 'hour')), minute), key };
    }),
  ).flat();
}
