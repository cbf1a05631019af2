// Calendar days of a time zone, by the zone data that the platform brings (Intl): safe across changes of the clock.

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}

function partsAt(at: Date, timeZone: string): Parts {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/** Milliseconds by which the zone's clocks are ahead of UTC at this moment. */
function offsetMs(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsAt(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

/** Whether the platform knows a zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const two = (value: number) => String(value).padStart(2, '0');

/** The calendar day of a moment in a zone, such as "2026-11-22". */
export function dayOf(at: Date, timeZone: string): string {
  const { year, month, day } = partsAt(at, timeZone);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The hour of the day, from 0 to 23, of a moment in a zone. */
export const hourOf = (at: Date, timeZone: string): number => partsAt(at, timeZone).hour;

/** The calendar day so many days after another; negative for before. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first moment of a calendar day in a zone. Where the clock skips midnight, the first moment after it. */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // The offset depends on the moment that is looked for, so it is taken twice; after a change the later reading holds.
  const first = new Date(utc - offsetMs(new Date(utc), timeZone));
  const second = new Date(utc - offsetMs(first, timeZone));
  if (dayOf(second, timeZone) === day) return second;
  return first > second ? first : new Date(second.getTime() + 3_600_000);
}
