import { statusItemSchema } from '@/lib/domain/status';
import type { DescribedOperation } from '@/lib/openapi/described-operation';
import { GET as readStatus } from '../status/route';

/** What an administrator looks at when something does not go as it should. */
export const statusOperations: readonly DescribedOperation[] = [
  {
    id: 'readStatus',
    group: 'Status',
    method: 'GET',
    path: '/api/v1/status/',
    handler: readStatus,
    summary: 'See how the installation stands',
    text: [
      'Calls, memory and connections are those of the instance that answers; everything else is of all of them.',
      'For alerts there is `/api/metrics`.',
    ],
    needs: ['status:read'],
    places: {},
    answers: [{ action: 'status_read', text: 'How it stands.', data: statusItemSchema }],
    samples: [{ title: 'How it stands', path: '/api/v1/status/', status: 200, actions: ['status_read'] }],
  },
];
