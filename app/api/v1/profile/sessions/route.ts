import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { toSessionItem } from '@/lib/domain/profile';
import { methods, route } from '@/lib/http';
import { endOtherSessions } from '@/lib/operations/end-other-sessions';
import { listSessions } from '@/lib/operations/list-sessions';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: listSessions,
    answer: (sessions, { actor }) => {
      const own = actor.kind === 'user' ? actor.sessionId : '';
      const items = sessions.map((session) => toSessionItem(session, own));
      return { envelope: success('sessions_listed', { items, next_cursor: null }) };
    },
  }),
  DELETE: route({
    read: () => ({}),
    input: z.object({}),
    run: endOtherSessions,
    answer: ({ ended }) => ({ envelope: success('other_sessions_ended', { ended }) }),
  }),
});
