import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { serviceIdSchema } from '@/lib/domain/service';
import { methods, route } from '@/lib/http';
import { deleteNote } from '@/lib/operations/delete-note';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route({
    read: ({ params }) => ({
      serviceId: pathNumber(params.serviceId),
      noteId: pathNumber(params.noteId),
    }),
    input: z.object({ serviceId: serviceIdSchema, noteId: z.number().int().positive() }),
    run: deleteNote,
    answer: () => ({ envelope: success('note_deleted') }),
  }),
});
