import { z } from 'zod';
import { serviceIdSchema } from './service';
import { verdictSchema } from './verdict';

/** What is known of a line beyond its pings, as the API and the browser see it. */
export const lineItemSchema = z.object({
  /** The mark that it works without ever answering ping; null without one. */
  quiet: z
    .object({ ip: z.string().nullable(), marked_at: z.iso.datetime(), marked_by: z.string() })
    .nullable(),
});

export type LineItem = z.infer<typeof lineItemSchema>;

/** How the neighbours of a line fared in the desk's own tests. */
export const neighboursItemSchema = z.object({
  window_minutes: z.number(),
  /** What they share with the line; null when the directory knows of nothing. */
  scope: z.enum(['sector', 'router', 'zone']).nullable(),
  node_name: z.string().nullable(),
  items: z.array(
    z.object({
      service_id: serviceIdSchema,
      name: z.string().nullable(),
      verdict: verdictSchema,
      finished_at: z.iso.datetime(),
    }),
  ),
});
