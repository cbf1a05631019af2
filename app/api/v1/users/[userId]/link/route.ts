import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { makeUserLink } from '@/lib/operations/make-user-link';
import { toMadeLink } from '../../to-made-link';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    read: ({ params }) => params,
    input: z.object({ userId: z.uuid() }),
    run: makeUserLink,
    answer: (made) => ({ status: 201, envelope: success('user_link_made', toMadeLink(made)) }),
  }),
});
