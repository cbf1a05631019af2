import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { toChangeItem } from '@/lib/domain/ping-change';
import { methods, route } from '@/lib/http';
import { waitForChanges } from '@/lib/operations/wait-for-changes';

const SEEN = 'expected task_ids, each alone or as task_id.version';
/** A UUID, and the version that the caller knows of that ping. */
const seenSchema = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(\.[a-z0-9-]{1,60})?$/,
    SEEN,
  );

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ query }) => ({
      seen: (query.get('seen') ?? '').split(',').filter(Boolean),
      seconds: query.has('seconds') ? pathNumber(query.get('seconds')) : 25,
    }),
    input: z.object({
      seen: z.array(seenSchema).min(1, SEEN).max(50, 'expected at most 50 pings'),
      seconds: z.number().int().min(0).max(25),
    }),
    run: (ctx, { seen, seconds }, live) => {
      const pairs = seen.map((one): [string, string | null] => {
        const [id = '', version = null] = one.split('.');
        return [id, version];
      });
      return waitForChanges(ctx, { ...live, seen: new Map(pairs), mostMs: seconds * 1000 });
    },
    answer: (changes) => ({ envelope: success('changes_read', { items: changes.map(toChangeItem) }) }),
  }),
});
