import { z } from 'zod';
import { linkTokenSchema } from '@/lib/domain/account';
import { success } from '@/lib/domain/envelope';
import { methods, openRoute } from '@/lib/http';
import { openLink } from '@/lib/operations/open-link';

// A POST although it only reads: what a link carries stands in no address.
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: openRoute({
    read: ({ body }) => body,
    input: z.strictObject({ token: linkTokenSchema }),
    run: openLink,
    answer: ({ kind, user }) => ({
      envelope: success('link_opened', { kind, name: user.name, email: user.email }),
    }),
  }),
});
