import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { toPlaceItem } from '@/lib/domain/place-in-line';
import { methods, route } from '@/lib/http';
import { readPlaceInLine } from '@/lib/operations/read-place-in-line';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ params }) => ({ taskId: params.taskId }),
    input: z.object({ taskId: z.uuid() }),
    run: readPlaceInLine,
    answer: (place, ctx) => ({ envelope: success('place_read', toPlaceItem(place, ctx.now())) }),
  }),
});
