import { z } from 'zod';
import { toAccountItem } from '@/lib/domain/account';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { resetUserSecondStep } from '@/lib/operations/reset-user-second-step';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route({
    read: ({ params }) => params,
    input: z.object({ userId: z.uuid() }),
    run: resetUserSecondStep,
    answer: (account) => ({ envelope: success('user_second_step_reset', toAccountItem(account)) }),
  }),
});
