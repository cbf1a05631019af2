import { z } from 'zod';

/** The six keys of every answer. */
export const envelopeSchema = z.strictObject({
  ok: z.boolean(),
  type: z.enum(['success', 'info', 'error']),
  action: z.string(),
  data: z.unknown(),
  message: z.string().nullable(),
  meta: z.unknown(),
});

export type Envelope = z.infer<typeof envelopeSchema>;

/** `meta` of an error. */
export const errorMetaSchema = z.object({
  code: z.string(),
  request_id: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});

export function success(action: string, data: unknown = null): Envelope {
  return { ok: true, type: 'success', action, data, message: null, meta: null };
}
