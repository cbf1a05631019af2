import { z } from 'zod';
import { linkTokenSchema } from '@/lib/domain/account';
import { success } from '@/lib/domain/envelope';
import { typedPasswordSchema } from '@/lib/domain/password-rules';
import { methods, openRoute } from '@/lib/http';
import { takeUpLink } from '@/lib/operations/take-up-link';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: openRoute({
    read: ({ body }) => body,
    input: z.strictObject({ token: linkTokenSchema, password: typedPasswordSchema }),
    run: takeUpLink,
    answer: ({ email }) => ({ envelope: success('link_used', { email }) }),
  }),
});
