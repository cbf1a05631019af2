import { z } from 'zod';
import { pingItemSchema, toPingItem, type PingView } from './ping-details';

/** Where a ping stands among the pings of its service. */
export type PlaceInLine = {
  /** The how many-th it is, from 1 for the oldest. */
  place: number;
  count: number;
  /** The ping after it; null for the latest. */
  next: PingView | null;
  /** What the line did before it, from the newest on: what was normal when it was made. */
  before: PingView[];
};

/** The same as the API and the browser see it. */
export const placeItemSchema = z.object({
  place: z.number().int(),
  count: z.number().int(),
  next: pingItemSchema.nullable(),
  before: z.array(pingItemSchema),
});

export type PlaceItem = z.infer<typeof placeItemSchema>;

export const toPlaceItem = ({ place, count, next, before }: PlaceInLine, now: Date): PlaceItem => ({
  place,
  count,
  next: next && toPingItem(next, now),
  before: before.map((view) => toPingItem(view, now)),
});
