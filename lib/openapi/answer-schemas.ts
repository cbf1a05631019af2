import { z } from 'zod';
import { APP_ERRORS, type AppErrorCode } from '@/lib/domain/app-error';
import { envelopeSchema, errorMetaSchema } from '@/lib/domain/envelope';
import type { DescribedAnswer } from './described-operation';

const nothing = z.null();

/** The envelope of one answer, with exactly what it may hold. */
export const answerSchema = ({ action, type = 'success', ok = true, data, message, meta }: DescribedAnswer) =>
  envelopeSchema.extend({
    ok: z.literal(ok),
    type: z.literal(type),
    action: z.literal(action),
    data: data ?? nothing,
    message: message ?? nothing,
    meta: meta ?? nothing,
  });

/** The envelope of a refusal with one of these codes, which share a status. */
export const errorSchema = (codes: readonly AppErrorCode[]) =>
  envelopeSchema.extend({
    ok: z.literal(false),
    type: z.literal('error'),
    action: z.enum([...new Set(codes.map((code) => APP_ERRORS[code].action))]),
    data: nothing,
    message: z.string(),
    meta: errorMetaSchema.extend({ code: z.enum(codes) }),
  });

/** A list as every one of our lists answers it. */
export const pageOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });
