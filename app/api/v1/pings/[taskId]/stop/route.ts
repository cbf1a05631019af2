import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { stopPing } from '@/lib/operations/stop-ping';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ params }) => ({ taskId: params.taskId }),
    input: z.object({ taskId: z.uuid() }),
    run: stopPing,
    answer: ({ goesOn }) => ({ envelope: success('ping_stopping', { goes_on: goesOn }) }),
  }),
});
