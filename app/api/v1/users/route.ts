import { z } from 'zod';
import { decodeCursor, encodeCursor } from '@/lib/cursor';
import { emailSchema, personNameSchema, toAccountItem } from '@/lib/domain/account';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { roleSchema } from '@/lib/domain/role';
import { methods, route } from '@/lib/http';
import { inviteUser } from '@/lib/operations/invite-user';
import { listUsers } from '@/lib/operations/list-users';
import { toMadeLink } from './to-made-link';

const placeSchema = z.object({ name: z.string(), id: z.uuid() });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ query }) => ({
      limit: query.has('limit') ? pathNumber(query.get('limit')) : 100,
      after: decodeCursor(query.get('cursor'), placeSchema),
    }),
    input: z.object({ limit: z.number().int().min(1).max(200), after: placeSchema.nullable() }),
    run: listUsers,
    answer: ({ accounts, next }) => ({
      envelope: success('users_listed', {
        items: accounts.map(toAccountItem),
        next_cursor: next && encodeCursor(next),
      }),
    }),
  }),
  POST: route({
    read: ({ body }) => body,
    input: z.strictObject({ name: personNameSchema, email: emailSchema, role: roleSchema }),
    run: inviteUser,
    answer: (made) => ({ status: 201, envelope: success('user_invited', toMadeLink(made)) }),
  }),
});
