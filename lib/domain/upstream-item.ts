import { z } from 'zod';

/** How WispHub answered last, as the API and the browser see it; null means not yet. */
export const upstreamItemSchema = z.object({
  paused: z.boolean(),
  /** Since when nothing has been answered; null while WispHub does not count as down. */
  down_since: z.iso.datetime().nullable(),
  last_ms: z.number().nullable(),
  last_ok_at: z.iso.datetime().nullable(),
  last_fault: z.string().nullable(),
  last_fault_at: z.iso.datetime().nullable(),
});

export type UpstreamItem = z.infer<typeof upstreamItemSchema>;
