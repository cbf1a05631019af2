import { z } from 'zod';
import { decodeCursor, encodeCursor } from '@/lib/cursor';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { can } from '@/lib/domain/role';
import { serviceFilterSchema } from '@/lib/domain/service-filter';
import { toFoundItem } from '@/lib/domain/service-item';
import { methods, route } from '@/lib/http';
import { searchServices } from '@/lib/operations/search-services';

const offset = z.number().int().min(0).max(1_000_000);
const after = z.tuple([z.int32(), z.string(), z.int32()]);

/** Where a page begins: behind so many matches of a search, or behind a service of the whole list. */
const place = z.union([z.object({ offset }), z.object({ after })]);
const FIRST = { offset: 0 };

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ query }) => ({
      q: query.get('q') ?? '',
      recent: query.get('recent') === '1',
      limit: query.has('limit') ? pathNumber(query.get('limit')) : 20,
      filter: {
        zone: query.get('zone') || null,
        router: query.get('router') || null,
        sector: query.get('sector') || null,
        status: query.get('status') || null,
      },
      ...FIRST,
      ...decodeCursor(query.get('cursor'), place),
    }),
    input: z.object({
      q: z.string().max(200),
      recent: z.boolean(),
      limit: z.number().int().min(1).max(100),
      offset,
      after: after.optional(),
      filter: serviceFilterSchema,
    }),
    run: searchServices,
    answer: ({ services, next }, ctx) => {
      const withMoney = can(ctx.actor, 'service:money');
      const items = services.map((service) => toFoundItem(service, withMoney));
      return {
        envelope: success('services_listed', {
          items,
          next_cursor: next === null ? null : encodeCursor(next),
        }),
      };
    },
  }),
});
