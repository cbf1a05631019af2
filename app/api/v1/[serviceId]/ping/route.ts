import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { methods, route } from '@/lib/http';
import { startPing, startPingInput } from '@/lib/operations/start-ping';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ params, body, headers }) => ({
      ...(typeof body === 'object' && !Array.isArray(body) ? body : { pings: undefined }),
      serviceId: pathNumber(params.serviceId),
      idempotencyKey: headers.get('idempotency-key'),
    }),
    input: startPingInput,
    run: startPing,
    answer: ({ taskId }) => ({ envelope: success('ping_created', { task_id: taskId }) }),
  }),
});
