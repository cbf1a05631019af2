import { z } from 'zod';
import { cursorMoment, decodeCursor, encodeCursor } from '@/lib/cursor';
import { success } from '@/lib/domain/envelope';
import { noteTextSchema, toNoteItem } from '@/lib/domain/note';
import { pathNumber } from '@/lib/domain/path-number';
import { serviceIdSchema } from '@/lib/domain/service';
import { methods, route } from '@/lib/http';
import { mayDeleteNote } from '@/lib/operations/delete-note';
import { readNotes } from '@/lib/operations/read-notes';
import { writeNote } from '@/lib/operations/write-note';

const placeSchema = z.object({ writtenAt: cursorMoment, id: z.number().int() });
const bodySchema = z.object({ text: z.unknown(), task_id: z.unknown() }).partial();

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ params, query }) => ({
      serviceId: pathNumber(params.serviceId),
      taskId: query.get('task_id'),
      limit: query.has('limit') ? pathNumber(query.get('limit')) : 50,
      after: decodeCursor(query.get('cursor'), placeSchema),
    }),
    input: z.object({
      serviceId: serviceIdSchema,
      taskId: z.uuid().nullable(),
      limit: z.number().int().min(1).max(100),
      after: placeSchema.nullable(),
    }),
    run: readNotes,
    answer: ({ notes, next }, ctx) => ({
      envelope: success('notes_listed', {
        items: notes.map((note) => toNoteItem(note, mayDeleteNote(ctx.actor, note))),
        next_cursor: next && encodeCursor(next),
      }),
    }),
  }),
  POST: route({
    read: ({ params, body }) => {
      const given = bodySchema.safeParse(body).data;
      return {
        serviceId: pathNumber(params.serviceId),
        text: given?.text,
        taskId: given?.task_id ?? null,
      };
    },
    input: z.object({ serviceId: serviceIdSchema, text: noteTextSchema, taskId: z.uuid().nullable() }),
    run: writeNote,
    answer: (note, ctx) => ({
      envelope: success('note_written', toNoteItem(note, mayDeleteNote(ctx.actor, note))),
    }),
  }),
});
