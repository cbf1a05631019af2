import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { readHistoryChoices } from '@/lib/operations/read-history-choices';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readHistoryChoices,
    answer: (choices) => ({ envelope: success('history_choices_read', choices) }),
  }),
});
