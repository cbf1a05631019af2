import { z } from 'zod';
import { pingItemSchema, toPingItem, type PingView } from './ping-details';

/** A ping of the history, with the latest note that somebody wrote about its service. */
export const historyItemSchema = pingItemSchema.extend({
  note: z.object({ text: z.string(), author: z.string(), written_at: z.iso.datetime() }).nullable(),
});

export type HistoryItem = z.infer<typeof historyItemSchema>;

export const historyPageSchema = z.object({
  items: z.array(historyItemSchema),
  next_cursor: z.string().nullable(),
});

export type HistoryView = PingView & { note: HistoryItem['note'] };

export const toHistoryItem = ({ note, ...view }: HistoryView, now: Date): HistoryItem => ({
  ...toPingItem(view, now),
  note,
});
