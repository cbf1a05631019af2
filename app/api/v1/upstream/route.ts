import { z } from 'zod';
import { health } from '@/lib/compose';
import { success } from '@/lib/domain/envelope';
import { allow } from '@/lib/domain/role';
import { methods, route } from '@/lib/http';

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: async (ctx) => {
      allow(ctx.actor, 'upstream:read');
      const seen = health().read();
      const paused = ctx.wisphub.isPaused();
      // Launches may fail in a row while looks are answered.
      const downSince = health().downSince() ?? (paused ? seen.lastFaultAt : null);
      return { ...seen, paused, downSince };
    },
    answer: ({ lastMs, lastOkAt, lastFault, lastFaultAt, paused, downSince }) => ({
      envelope: success('upstream_read', {
        paused,
        down_since: iso(downSince),
        last_ms: lastMs,
        last_ok_at: iso(lastOkAt),
        last_fault: lastFault,
        last_fault_at: iso(lastFaultAt),
      }),
    }),
  }),
});
