import { z } from 'zod';
import { cursorMoment, decodeCursor, encodeCursor } from '@/lib/cursor';
import { toCaseCode } from '@/lib/domain/case-code';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { toPingItem } from '@/lib/domain/ping-details';
import { serviceIdSchema } from '@/lib/domain/service';
import { methods, route } from '@/lib/http';
import { listPings } from '@/lib/operations/list-pings';

const placeSchema = z.object({ createdAt: cursorMoment, id: z.uuid() });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ query }) => ({
      serviceId: query.has('service_id') ? pathNumber(query.get('service_id')) : null,
      mine: query.get('mine') === '1',
      caseCode: query.has('case_code') ? (toCaseCode(query.get('case_code') ?? '') ?? '') : null,
      limit: query.has('limit') ? pathNumber(query.get('limit')) : 20,
      after: decodeCursor(query.get('cursor'), placeSchema),
    }),
    input: z.object({
      serviceId: serviceIdSchema.nullable(),
      mine: z.boolean(),
      caseCode: z.string().length(6, 'expected the six characters of a case code').nullable(),
      limit: z.number().int().min(1).max(100),
      after: placeSchema.nullable(),
    }),
    run: listPings,
    answer: ({ views, next }, ctx) => ({
      envelope: success('pings_listed', {
        items: views.map((view) => toPingItem(view, ctx.now())),
        next_cursor: next && encodeCursor(next),
      }),
    }),
  }),
});
