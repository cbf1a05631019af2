import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { readAuditChoices } from '@/lib/operations/read-audit-choices';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readAuditChoices,
    answer: (choices) => ({ envelope: success('audit_choices_listed', choices) }),
  }),
});
