import { dayOf, startOfDay } from './time-zone';

/** How long things are kept. */
export type Retention = {
  /** Days that the upstream's own answers are kept, for those who look into a fault. */
  bodyDays: number;
  /** Months that pings are kept; null for ever. */
  pingMonths: number | null;
};

const DAY_MS = 86_400_000;

/** Everything received before this moment goes. */
export const bodiesBefore = ({ bodyDays }: Retention, now: Date) =>
  new Date(now.getTime() - bodyDays * DAY_MS);

/** The same day of the month so many months earlier, or the last day of that month where it has no such day. */
function monthsEarlier(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The begin of the day before which pings go, in the operator's time zone; null when all are kept. */
export function pingsBefore({ pingMonths }: Retention, now: Date, timeZone: string): Date | null {
  if (pingMonths === null) return null;
  return startOfDay(monthsEarlier(dayOf(now, timeZone), pingMonths), timeZone);
}
