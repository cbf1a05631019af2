/**
 * How moments are written, wherever they are: hours from 00 to 23 in two digits, and in English the day before the month,
 * as `CUSTOMS` in `locale.ts` says. No other file chooses an hour or an order.
 */
const HOUR = { hour: '2-digit', hourCycle: 'h23' } as const;

export const ON_THE_HOUR = HOUR;
export const TIME = { ...HOUR, minute: '2-digit' } as const;
export const EXACT_TIME = { ...TIME, second: '2-digit' } as const;

/** 22 nov 2026 */
export const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** 22 nov, 14:03: where the year is plain. */
export const SHORT_MOMENT = { day: 'numeric', month: 'short', ...TIME } as const;
export const MOMENT = { ...DAY, ...TIME } as const;
export const EXACT_MOMENT = { ...DAY, ...EXACT_TIME } as const;

/** For proof and paper, which are read in other zones too. */
export const PROVEN_MOMENT = { ...EXACT_MOMENT, timeZoneName: 'short' } as const;
export const LONG_MOMENT = { ...DAY, month: 'long', ...TIME } as const;
export const LONG_PROVEN_MOMENT = { ...LONG_MOMENT, ...EXACT_TIME, timeZoneName: 'short' } as const;
