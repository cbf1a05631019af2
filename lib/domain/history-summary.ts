import { z } from 'zod';

const count = z.number().int();

/** How many pings of each outcome. */
export const outcomeCountsSchema = z.object({
  stable: count,
  intermittent: count,
  no_internet: count,
  failed: count,
  running: count,
});
export type OutcomeCounts = z.infer<typeof outcomeCountsSchema>;

const group = z.object({ counts: outcomeCountsSchema });

/** Totals and charts of a whole filter. Pings marked as made for the wrong customer are not counted. */
export const historySummarySchema = z.object({
  total: count,
  counts: outcomeCountsSchema,
  services: count,
  /** Requests of the desk for one service less than 30 minutes apart are one contact. */
  contacts: count,
  /** Contacts whose customer had another one within the 72 hours before. */
  repeat_contacts: count,
  /** From acceptance to verdict, in milliseconds, of finished pings; null without any. */
  time_to_verdict_ms: z.object({ median: z.number().nullable(), p95: z.number().nullable() }),
  /** Calendar days, or hours where the span is two days at most; in order, with the empty ones. `start` is ISO 8601 UTC. */
  step: z.enum(['hour', 'day']),
  series: z.array(group.extend({ start: z.iso.datetime() })),
  /** Worst first: by share of what did not answer or was cut, among those measured; at most 50. */
  zones: z.array(group.extend({ name: z.string() })),
  routers: z.array(group.extend({ name: z.string() })),
  agents: z.array(group.extend({ id: z.uuid(), name: z.string() })),
  /** Services with most pings that were not stable; at most 10. */
  worst_services: z.array(group.extend({ service_id: z.number().int(), name: z.string().nullable() })),
  /** Services known to work without answering ping that are not among the worst for that. */
  quiet_left_out: count,
});

export type HistorySummary = z.infer<typeof historySummarySchema>;

/** What the filters can be set to, from the whole history. */
export const historyChoicesSchema = z.object({
  zones: z.array(z.string()),
  routers: z.array(z.string()),
  sectors: z.array(z.string()),
  agents: z.array(z.object({ id: z.uuid(), name: z.string() })),
});

export type HistoryChoices = z.infer<typeof historyChoicesSchema>;
