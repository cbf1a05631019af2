import { z } from 'zod';
import { decodeCursor, encodeCursor } from '@/lib/cursor';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { can } from '@/lib/domain/role';
import { toServiceItem } from '@/lib/domain/service-item';
import { methods, route } from '@/lib/http';
import { searchServices } from '@/lib/operations/search-services';

const offset = z.number().int().min(0).max(1_000_000);

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ query }) => ({
      q: query.get('q') ?? '',
      recent: query.get('recent') === '1',
      limit: query.has('limit') ? pathNumber(query.get('limit')) : 20,
      offset: decodeCursor(query.get('cursor'), offset) ?? 0,
    }),
    input: z.object({
      q: z.string().max(200),
      recent: z.boolean(),
      limit: z.number().int().min(1).max(100),
      offset,
    }),
    run: searchServices,
    answer: ({ services, nextOffset }, ctx) => {
      const withMoney = can(ctx.actor, 'service:money');
      const items = services.map((service) => toServiceItem(service, withMoney));
      return {
        envelope: success('services_listed', {
          items,
          next_cursor: nextOffset === null ? null : encodeCursor(nextOffset),
        }),
      };
    },
  }),
});
