import { z } from 'zod';

/** The end of the year 9999, in milliseconds since 1970. */
const LATEST = 253_402_300_799_999;

/** Where a page of the history ends: what it is sorted by, a moment or a duration in milliseconds, and the ping itself. */
export const historyPlaceSchema = z.object({ key: z.number().int().min(-1).max(LATEST), id: z.uuid() });

export type HistoryPlace = z.infer<typeof historyPlaceSchema>;
