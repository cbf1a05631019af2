import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { readFilterChoices } from '@/lib/operations/read-filter-choices';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readFilterChoices,
    answer: (choices) => ({ envelope: success('filters_listed', choices) }),
  }),
});
