import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { typedPasswordSchema } from '@/lib/domain/password-rules';
import { toSecondStepItem } from '@/lib/domain/second-step';
import { methods, route } from '@/lib/http';
import { turnOffSecondStep } from '@/lib/operations/turn-off-second-step';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ body }) => body,
    input: z.strictObject({ proof: typedPasswordSchema }),
    run: turnOffSecondStep,
    answer: (step) => ({ envelope: success('second_step_off', toSecondStepItem(step)) }),
  }),
});
