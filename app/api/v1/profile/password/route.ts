import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { typedPasswordSchema } from '@/lib/domain/password-rules';
import { methods, route } from '@/lib/http';
import { changePassword } from '@/lib/operations/change-password';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ body }) => body,
    input: z.strictObject({ present: typedPasswordSchema, next: typedPasswordSchema }),
    run: changePassword,
    answer: ({ ended }) => ({ envelope: success('password_changed', { ended }) }),
  }),
});
