import { z } from 'zod';
import { emailSchema, linkTokenSchema, personNameSchema } from '@/lib/domain/account';
import { success } from '@/lib/domain/envelope';
import { typedPasswordSchema } from '@/lib/domain/password-rules';
import { methods, openRoute } from '@/lib/http';
import { setUp } from '@/lib/operations/set-up';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: openRoute({
    read: ({ body }) => body,
    input: z.strictObject({
      token: linkTokenSchema,
      name: personNameSchema,
      email: emailSchema,
      password: typedPasswordSchema,
    }),
    run: setUp,
    answer: ({ email }) => ({ status: 201, envelope: success('setup_done', { email }) }),
  }),
});
