import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { typedPasswordSchema } from '@/lib/domain/password-rules';
import { methods, route } from '@/lib/http';
import { renewRecoveryCodes } from '@/lib/operations/renew-recovery-codes';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ body }) => body,
    input: z.strictObject({ proof: typedPasswordSchema }),
    run: renewRecoveryCodes,
    answer: (codes) => ({ envelope: success('recovery_codes_made', { recovery_codes: codes }) }),
  }),
});
