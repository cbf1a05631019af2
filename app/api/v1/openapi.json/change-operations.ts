import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { changeItemSchema } from '@/lib/domain/ping-change';
import { inQuery, type DescribedOperation } from '@/lib/openapi/described-operation';
import { GET as waitForChanges } from '../changes/route';

const TASK = '550e8400-e29b-41d4-a716-446655440000';

/** How to wait for a ping instead of asking again and again. */
export const changeOperations: readonly DescribedOperation[] = [
  {
    id: 'waitForChanges',
    group: 'Pings',
    method: 'GET',
    path: '/api/v1/changes/',
    handler: waitForChanges,
    summary: 'Wait until a ping has something new',
    text: [
      'Answers as soon as one of the pings is no longer as the caller saw it, after a round as well as at its end; with no items when the time is up. Then read the ping, and wait again with the version that was read.',
      'It comes beside asking again after `Retry-After`, which always works: a proxy that cuts long requests, or a server that restarts, ends a wait early or with an error. At most 20 requests of one caller wait at a time.',
    ],
    needs: ['ping:read'],
    places: {
      seen: inQuery(
        'seen',
        'Up to 50 pings with a comma between them: `task_id.version` with the `version` that the details or a list last told, or the `task_id` alone, which is answered at once.',
        { example: [`${TASK}.running-read-1-1-4-0-`] },
      ),
      seconds: inQuery('seconds', 'How long it may wait.', { fallback: 25 }),
    },
    answers: [
      {
        action: 'changes_read',
        text: 'The pings with something new, each with its version and state, which are null where there is no such ping. No items when nothing changed in time.',
        data: z.object({ items: z.array(changeItemSchema) }),
        examples: {
          'A ping has ended': success('changes_read', {
            items: [{ task_id: TASK, version: 'finished-read-1-1-4-4-', state: 'finished' }],
          }),
          'Nothing new': success('changes_read', { items: [] }),
        },
      },
    ],
    samples: [
      {
        title: 'The version of a ping now',
        path: '/api/v1/changes/?seen={task_id}&seconds=5',
        status: 200,
        actions: ['changes_read'],
      },
      {
        title: 'Nothing to wait for',
        path: '/api/v1/changes/?seen=',
        status: 400,
        actions: ['invalid_request'],
      },
    ],
  },
];
