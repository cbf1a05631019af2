import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { toSecondStepItem } from '@/lib/domain/second-step';
import { methods, route } from '@/lib/http';
import { readSecondStep } from '@/lib/operations/read-second-step';
import { startSecondStep } from '@/lib/operations/start-second-step';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readSecondStep,
    answer: (step) => ({ envelope: success('second_step_read', toSecondStepItem(step)) }),
  }),
  POST: route({
    read: () => ({}),
    input: z.object({}),
    run: startSecondStep,
    answer: (enrolment) => ({ status: 201, envelope: success('second_step_started', enrolment) }),
  }),
});
