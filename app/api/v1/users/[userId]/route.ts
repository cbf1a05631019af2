import { z } from 'zod';
import { personNameSchema, toAccountItem } from '@/lib/domain/account';
import { success } from '@/lib/domain/envelope';
import { roleSchema } from '@/lib/domain/role';
import { methods, route } from '@/lib/http';
import { changeUser } from '@/lib/operations/change-user';

const changeSchema = z
  .strictObject({ name: personNameSchema, role: roleSchema, disabled: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'expected name, role or disabled');

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    read: ({ params, body }) => ({ userId: params.userId, change: body }),
    input: z.object({ userId: z.uuid(), change: changeSchema }),
    run: changeUser,
    answer: (account) => ({ envelope: success('user_changed', toAccountItem(account)) }),
  }),
});
