import { z } from 'zod';
import { toTokenItem } from '@/lib/domain/api-token';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { createToken, createTokenInput } from '@/lib/operations/create-token';
import { listTokens } from '@/lib/operations/list-tokens';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: listTokens,
    answer: (tokens, ctx) => {
      const items = tokens.map((token) => toTokenItem(token, ctx.now()));
      return { envelope: success('tokens_listed', { items, next_cursor: null }) };
    },
  }),
  POST: route({
    read: ({ body }) => body,
    input: createTokenInput,
    run: createToken,
    answer: ({ token, made }, ctx) => ({
      envelope: success('token_created', { ...toTokenItem(made, ctx.now()), token }),
    }),
  }),
});
