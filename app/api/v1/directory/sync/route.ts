import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { syncDirectory } from '@/lib/operations/sync-directory';

const bodySchema = z.object({ believe_short_list: z.boolean().default(false) });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ body }) => ({ believesShort: bodySchema.safeParse(body).data?.believe_short_list }),
    input: z.object({ believesShort: z.boolean() }),
    run: syncDirectory,
    answer: () => ({ envelope: success('directory_sync_started') }),
  }),
});
