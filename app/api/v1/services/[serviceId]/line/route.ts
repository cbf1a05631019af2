import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { serviceIdSchema } from '@/lib/domain/service';
import { methods, route } from '@/lib/http';
import { markQuietLine } from '@/lib/operations/mark-quiet-line';
import { readLine } from '@/lib/operations/read-line';

const bodySchema = z.object({ quiet: z.boolean() });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ params }) => ({ serviceId: pathNumber(params.serviceId) }),
    input: z.object({ serviceId: serviceIdSchema }),
    run: readLine,
    answer: (line) => ({
      envelope: success('line_read', {
        quiet: line && { ip: line.ip, marked_at: line.markedAt.toISOString(), marked_by: line.markedByName },
      }),
    }),
  }),
  PUT: route({
    read: ({ params, body }) => ({
      ...bodySchema.safeParse(body).data,
      serviceId: pathNumber(params.serviceId),
    }),
    input: bodySchema.extend({ serviceId: serviceIdSchema }),
    run: markQuietLine,
    answer: () => ({ envelope: success('line_marked') }),
  }),
});
