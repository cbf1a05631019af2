import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { takeOverImport } from '@/lib/operations/take-over-import';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ params }) => params,
    input: z.object({ importId: z.uuid() }),
    run: takeOverImport,
    answer: ({ id, rows }) => ({ envelope: success('import_taken_over', { import_id: id, rows }) }),
  }),
});
