import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { syncDirectory } from '@/lib/operations/sync-directory';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: () => ({}),
    input: z.object({}),
    run: syncDirectory,
    answer: () => ({ envelope: success('directory_sync_started') }),
  }),
});
