import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { endSession } from '@/lib/operations/end-session';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route({
    read: ({ params }) => params,
    input: z.object({ sessionId: z.uuid() }),
    run: endSession,
    answer: () => ({ envelope: success('session_ended') }),
  }),
});
