import { success } from '@/lib/domain/envelope';
import { historyFilterSchema, readHistoryFilter } from '@/lib/domain/history-filter';
import { methods, route } from '@/lib/http';
import { summariseHistory } from '@/lib/operations/summarise-history';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ query }) => readHistoryFilter(query),
    input: historyFilterSchema,
    run: (ctx, filter) => summariseHistory(ctx, { filter }),
    answer: (summary) => ({ envelope: success('history_summarised', summary) }),
  }),
});
