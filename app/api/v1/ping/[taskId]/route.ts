import { z } from 'zod';
import { AppError } from '@/lib/domain/app-error';
import { toPingDetails } from '@/lib/domain/ping-details';
import { pingEnvelope } from '@/lib/domain/ping-envelope';
import { isFinal } from '@/lib/domain/ping';
import { pingRetryAfterSeconds } from '@/lib/domain/retry-after';
import { methods, route } from '@/lib/http';
import { readPing } from '@/lib/operations/read-ping';
import { readPingView } from '@/lib/operations/read-ping-view';

const isUuid = (text: string) => z.uuid().safeParse(text).success;

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ params, query }) => ({ taskId: params.taskId, details: query.get('details') === '1' }),
    input: z.object({ taskId: z.string(), details: z.boolean() }),
    run: async (ctx, { taskId, details }) => {
      if (!isUuid(taskId)) throw new AppError('task_unknown', 'There is no ping with this task_id.');
      if (!details) return { ping: await readPing(ctx, { taskId }), details: null };
      const view = await readPingView(ctx, { taskId });
      return { ping: view.ping, details: toPingDetails(view, ctx.now()) };
    },
    answer: ({ ping, details }, ctx, _input, requestId) => ({
      envelope: pingEnvelope(ping, details, requestId),
      headers: isFinal(ping) ? undefined : { 'retry-after': String(pingRetryAfterSeconds(ping, ctx.now())) },
    }),
  }),
});
