import { z } from 'zod';
import { toAccountItem } from '@/lib/domain/account';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { endUserSessions } from '@/lib/operations/end-user-sessions';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route({
    read: ({ params }) => params,
    input: z.object({ userId: z.uuid() }),
    run: endUserSessions,
    answer: (account) => ({ envelope: success('user_sessions_ended', toAccountItem(account)) }),
  }),
});
