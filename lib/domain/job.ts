import { z } from 'zod';

/** What is done in the background, by whichever instance has a hand free. Pings are not jobs: the runner carries them. */
export const jobSchema = z.discriminatedUnion('name', [
  /** `believesShort`: somebody has looked, and it is true that WispHub lists fewer than half of the known customers. */
  z.object({ name: z.literal('sync_directory'), believesShort: z.boolean().optional() }),
  z.object({ name: z.literal('take_over_import'), importId: z.uuid() }),
  z.object({ name: z.literal('export_history'), exportId: z.uuid() }),
  z.object({ name: z.literal('apply_retention') }),
]);

export type Job = z.infer<typeof jobSchema>;
export type JobName = Job['name'];
