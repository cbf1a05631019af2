const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export const minutesBefore = (moment: Date, minutes: number) =>
  new Date(moment.getTime() - minutes * MINUTE_MS);
export const minutesAfter = (moment: Date, minutes: number) => minutesBefore(moment, -minutes);
export const daysBefore = (moment: Date, days: number) => new Date(moment.getTime() - days * DAY_MS);

/** A time of day, in this machine's time zone, so many calendar days before now. Minutes may have a fraction. */
export function onDay(now: Date, daysAgo: number, hour: number, minute: number): Date {
  const hourStart = new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, hour);
  return minutesAfter(hourStart, minute);
}
