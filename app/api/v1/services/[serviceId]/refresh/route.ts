import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { can } from '@/lib/domain/role';
import { serviceIdSchema } from '@/lib/domain/service';
import { toServiceItem } from '@/lib/domain/service-item';
import { methods, route } from '@/lib/http';
import { refreshService } from '@/lib/operations/refresh-service';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ params }) => ({ serviceId: pathNumber(params.serviceId) }),
    input: z.object({ serviceId: serviceIdSchema }),
    run: refreshService,
    answer: ({ service, outcome }, ctx) => ({
      envelope: success('service_refreshed', {
        outcome,
        service: service && toServiceItem(service, can(ctx.actor, 'service:money')),
      }),
    }),
  }),
});
