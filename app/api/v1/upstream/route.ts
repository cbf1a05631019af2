import { z } from 'zod';
import { health } from '@/lib/compose';
import { success } from '@/lib/domain/envelope';
import { allow } from '@/lib/domain/role';
import { methods, route } from '@/lib/http';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: async (ctx) => {
      allow(ctx.actor, 'upstream:read');
      return { ...health().read(), paused: ctx.wisphub.isPaused() };
    },
    answer: ({ lastMs, lastOkAt, lastFault, lastFaultAt, paused }) => ({
      envelope: success('upstream_read', {
        paused,
        last_ms: lastMs,
        last_ok_at: lastOkAt === null ? null : new Date(lastOkAt).toISOString(),
        last_fault: lastFault,
        last_fault_at: lastFaultAt === null ? null : new Date(lastFaultAt).toISOString(),
      }),
    }),
  }),
});
