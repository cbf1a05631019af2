import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { serviceIdSchema } from '@/lib/domain/service';
import { methods, route } from '@/lib/http';
import { readNeighbours } from '@/lib/operations/read-neighbours';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ params }) => ({ serviceId: pathNumber(params.serviceId) }),
    input: z.object({ serviceId: serviceIdSchema }),
    run: readNeighbours,
    answer: ({ windowMinutes, scope, nodeName, neighbours }) => ({
      envelope: success('neighbours_read', {
        window_minutes: windowMinutes,
        scope,
        node_name: nodeName,
        items: neighbours.map((neighbour) => ({
          service_id: neighbour.serviceId,
          name: neighbour.name,
          verdict: neighbour.verdict,
          finished_at: neighbour.finishedAt.toISOString(),
        })),
      }),
    }),
  }),
});
