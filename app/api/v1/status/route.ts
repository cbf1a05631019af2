import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { readStatus } from '@/lib/operations/read-status';
import { toStatusItem } from './to-status-item';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readStatus,
    answer: (status) => ({ envelope: success('status_read', toStatusItem(status)) }),
  }),
});
