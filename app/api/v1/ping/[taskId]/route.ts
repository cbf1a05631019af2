import { z } from 'zod';
import { AppError } from '@/lib/domain/app-error';
import { toPingDetails } from '@/lib/domain/ping-details';
import { pingEnvelope } from '@/lib/domain/ping-envelope';
import { isFinal } from '@/lib/domain/ping';
import { pingRetryAfterSeconds } from '@/lib/domain/retry-after';
import { methods, route } from '@/lib/http';
import { readPing } from '@/lib/operations/read-ping';

const isUuid = (text: string) => z.uuid().safeParse(text).success;

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ params, query }) => ({ taskId: params.taskId, details: query.get('details') === '1' }),
    input: z.object({ taskId: z.string(), details: z.boolean() }),
    run: (ctx, { taskId }) => {
      if (!isUuid(taskId)) throw new AppError('task_unknown', 'There is no ping with this task_id.');
      return readPing(ctx, { taskId });
    },
    answer: (view, ctx, { details }, requestId) => {
      const now = ctx.now();
      return {
        envelope: pingEnvelope(view.ping, details ? toPingDetails(view, now) : null, requestId),
        headers: isFinal(view.ping)
          ? undefined
          : { 'retry-after': String(pingRetryAfterSeconds(view.ping, now)) },
      };
    },
  }),
});
