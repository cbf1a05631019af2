import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { markWrongCustomer } from '@/lib/operations/mark-wrong-customer';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    read: ({ params, body }) => ({ ...z.looseObject({}).safeParse(body).data, taskId: params.taskId }),
    input: z
      .object({ taskId: z.uuid(), wrong_customer: z.boolean() })
      .transform(({ taskId, wrong_customer: wrong }) => ({ taskId, wrong })),
    run: markWrongCustomer,
    answer: () => ({ envelope: success('ping_marked') }),
  }),
});
