import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { revokeToken } from '@/lib/operations/revoke-token';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route({
    read: ({ params }) => params,
    input: z.object({ tokenId: z.uuid() }),
    run: revokeToken,
    answer: () => ({ envelope: success('token_revoked') }),
  }),
});
