import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { typedCodeSchema } from '@/lib/domain/second-step';
import { methods, route } from '@/lib/http';
import { confirmSecondStep } from '@/lib/operations/confirm-second-step';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ body }) => body,
    input: z.strictObject({ code: typedCodeSchema }),
    run: confirmSecondStep,
    answer: (codes) => ({ envelope: success('second_step_on', { recovery_codes: codes }) }),
  }),
});
