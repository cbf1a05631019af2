import { z } from 'zod';
import { decodeCursor, encodeCursor } from '@/lib/cursor';
import { success } from '@/lib/domain/envelope';
import { historyFilterSchema, readHistoryFilter } from '@/lib/domain/history-filter';
import { toHistoryItem } from '@/lib/domain/history-item';
import { historyPlaceSchema } from '@/lib/domain/history-place';
import { pathNumber } from '@/lib/domain/path-number';
import { methods, route } from '@/lib/http';
import { listHistory } from '@/lib/operations/list-history';

const pageSchema = z.object({
  limit: z.number().int().min(1).max(200),
  after: historyPlaceSchema.nullable(),
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ query }) => ({
      ...readHistoryFilter(query),
      limit: query.has('limit') ? pathNumber(query.get('limit')) : 50,
      after: decodeCursor(query.get('cursor'), historyPlaceSchema),
    }),
    input: historyFilterSchema.and(pageSchema),
    run: (ctx, { limit, after, ...filter }) => listHistory(ctx, { filter, limit, after }),
    answer: ({ views, next }, ctx) => ({
      envelope: success('pings_listed', {
        items: views.map((view) => toHistoryItem(view, ctx.now())),
        next_cursor: next && encodeCursor(next),
      }),
    }),
  }),
});
