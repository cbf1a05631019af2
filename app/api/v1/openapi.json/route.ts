import { z } from 'zod';
import { allow } from '@/lib/domain/role';
import { download } from '@/lib/file-route';
import { methods } from '@/lib/http';
import { apiDocument } from './api-document';

async function* only(text: string) {
  yield text;
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: download({
    read: () => ({}),
    input: z.object({}),
    run: async (ctx) => allow(ctx.actor, 'document:read'),
    answer: () => ({
      fileName: 'openapi.json',
      contentType: 'application/json; charset=utf-8',
      pieces: only(JSON.stringify(apiDocument(), null, 2)),
      inline: true,
    }),
  }),
});
